"""Step: the claim in the portal's list, and what is known of it before any pipeline ran."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import streamlit as st

from dashboards import following, queries, show
from dashboards.evidence import Evidence, stopwatch
from dashboards.portal import portal_url
from dashboards.step import Step

STEP = Step(
    key="one-claim-to-follow",
    part=1,
    place=4,
    title="One claim to follow",
    minutes=1,
    essential=True,
    state="claimed",
    say=(
        "The claim is on the customer's page at once, although no table knows it yet.",
        "Remember its number: we meet it again as a file, a row, a verdict and a figure.",
    ),
    more=("The portal shows what it has landed itself until silver has it; then it shows silver.",),
)

COLUMNS = [
    "claim_id",
    "customer_id",
    "diagnosis",
    "claim_amount",
    "status",
    "in_lake",
    "updated_at",
]
NAMES = {"in_lake": "shown from", "updated_at": "updated at (UTC)"}


def render() -> None:
    """The followed claim among the newest that the portal took in."""
    claim_id = following.followed()
    portal = queries.portal()
    with stopwatch() as watch:
        newest = portal.get("/api/claims", page_size=8)["items"]
    if claim_id is None:
        st.info("No claim is followed yet: submit one in the step before.", icon=":material/info:")
    else:
        _card(claim_id)
    rows = pd.DataFrame(newest, columns=COLUMNS)
    rows["in_lake"] = rows["in_lake"].replace("landed", "raw")
    rows["updated_at"] = (
        pd.to_datetime(rows["updated_at"], utc=True, format="ISO8601")
        .dt.tz_localize(None)
        .dt.floor("s")
    )
    rows = rows.rename(columns=NAMES)
    code = f"GET {portal.url}/api/claims?page_size=8\nCookie: the session of {portal.email}"
    found = Evidence("The newest claims that the portal took in", code, "http", watch.seconds, rows)
    show.evidence(found, key="newest")


def _card(claim_id: str) -> None:
    claim, way = following.claim(claim_id), following.journey(claim_id)
    with st.container(border=True, key="followed-claim"):
        st.markdown(f"**{claim['pet_name']}: {claim['diagnosis']}**, {claim['provider_name']}")
        show.facts(
            {
                "claim": claim["claim_number"] or claim_id,
                "customer": claim["customer_id"],
                "amount in dollars": f"{Decimal(claim['claim_amount']):,.2f}",
                "status": claim["status"],
                "reached": way["reached"],
            }
        )
        url = f"{portal_url(queries.settings())}/claims/{claim_id}"
        st.link_button("Its page in the portal", url, icon=":material/open_in_new:", key="its-page")

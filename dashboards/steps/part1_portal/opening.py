"""Step: open the portal and sign in."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboards import queries, show
from dashboards.evidence import Evidence, stopwatch
from dashboards.portal import portal_url
from dashboards.step import Step

STEP = Step(
    key="portal",
    part=1,
    place=1,
    title="Open the portal",
    minutes=1,
    essential=True,
    say=(
        "This is where our story begins: a customer, a pet, and a claim.",
        "The portal is a real application: a React front end, an API, sign-in, live notices.",
        "Sign in with one click; DEMO-002, Daniel, has the most pets and is looked up later on.",
    ),
    more=(
        "On Azure the pages are a static web site and the API an App Service; here both come from "
        "one server, at one address.",
        "The portal never touches Spark. All that it writes to the lake is one file a claim.",
    ),
)


def render() -> None:
    """The address, and who can sign in there."""
    url = portal_url(queries.settings())
    st.link_button(
        "Open the portal", url, type="primary", icon=":material/open_in_new:", key="open-portal"
    )
    with stopwatch() as watch:
        logins = pd.DataFrame(queries.portal().get("/api/accounts/demo"))
    rows = logins[["name", "role", "email", "password", "story"]]
    code = f"GET {url}/api/accounts/demo"
    found = Evidence("Who can sign in", code, "http", watch.seconds, rows)
    show.evidence(found, key="logins")

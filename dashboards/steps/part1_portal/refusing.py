"""Step: what the portal refuses at the door, so that it never reaches the lake."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboards import queries
from dashboards.evidence import Evidence, stopwatch
from dashboards.panel import panel
from dashboards.portal import PortalRefused, posted
from dashboards.step import Step
from insurance.identities import LOGINS
from insurance.scenarios import SCENARIOS, Refused, Scenario
from lakehouse.storage import Lake

STEP = Step(
    key="refused-at-the-door",
    part=1,
    place=3,
    title="Refused at the door",
    minutes=1,
    essential=False,
    say=(
        "Not everything gets in: a visit next week, a negative amount, somebody else's dog.",
        "The portal answers in one sentence, and the lake holds not one file more.",
    ),
    more=(
        "What a person could not know, such as a wrong decimal point, is let in on purpose: "
        "silver judges it later, where everybody can see the verdict.",
    ),
)

EMAILS = {login.customer_id: login.email for login in LOGINS}
REFUSED = [each for each in SCENARIOS.values() if isinstance(each.outcome, Refused)]


def render() -> None:
    """Choose a mistake and hand it in."""
    scenario = st.selectbox(
        "Mistake",
        REFUSED,
        format_func=lambda each: f"{each.title} ({each.customer_id})",
        key="mistake",
    )
    st.caption(scenario.story)
    panel("refused", "Try to submit it", lambda: _attempt(scenario), needs="portal")


def _attempt(scenario: Scenario) -> Iterator[Evidence]:
    lake, email = Lake(queries.settings()), EMAILS[scenario.customer_id]
    portal = queries.portal(email)
    draft = portal.draft(scenario.key)
    before = len(lake.source_files())
    said: str | None = None
    with stopwatch() as watch:
        try:
            portal.submit(draft)
        except PortalRefused as refusal:
            said = str(refusal)
    code = posted(portal.url, email, draft)
    facts = {"files in raw before": before, "files in raw after": len(lake.source_files())}
    yield Evidence(scenario.title, code, "http", watch.seconds, error=said, facts=facts)

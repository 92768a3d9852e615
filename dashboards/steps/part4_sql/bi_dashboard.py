"""Step: the dashboard over the six views; behind every panel is its SQL."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboards.bi.claims_page import claims
from dashboards.bi.cross_sell_page import cross_sell
from dashboards.bi.executive import executive
from dashboards.bi.months import calendar
from dashboards.bi.providers_page import providers
from dashboards.bi.risk_page import risk
from dashboards.step import Step

STEP = Step(
    key="bi-dashboard",
    part=4,
    place=4,
    title="The dashboard",
    minutes=2,
    essential=True,
    state="refined",
    say=(
        "This is what the business sees: the same views, asked by a dashboard.",
        "The loss ratio is the insurer's pulse: claims paid for each dollar of premium earned.",
        "Open the SQL behind any panel: no number here has another home than gold.",
        "The claim of a minute ago counts in the month of its treatment, as its own page says.",
    ),
    more=(
        "Power BI would ask Synapse the same by DirectQuery and be as fresh as gold.",
        "Months that are not over are told apart: their claims are not all in, their premium is "
        "not all earned.",
        "Answers are kept until a table has a new version, so a second look costs nothing.",
    ),
)

PAGES: dict[str, Callable[[], None]] = {
    "Executive": lambda: executive(calendar()),
    "Claims": claims,
    "Risk": risk,
    "Cross-sell": cross_sell,
    "Providers": providers,
}


def render() -> None:
    """One of its pages."""
    first = next(iter(PAGES))
    chosen = st.segmented_control(
        "Page",
        list(PAGES),
        default=first,
        key="bi-page",
        label_visibility="collapsed",
        required=True,
    )
    with st.container(key="bi-dashboard"):
        PAGES[chosen or first]()

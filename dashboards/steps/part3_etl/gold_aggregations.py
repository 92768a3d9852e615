"""Step: 03_gold_aggregations, what one claim does to the numbers of the business."""

from __future__ import annotations

from collections.abc import Iterator

import altair as alt
import streamlit as st

from dashboards import queries, show
from dashboards.etl.asking import asked
from dashboards.etl.difference import compared
from dashboards.etl.my_customer import my_customer
from dashboards.etl.notebooks import GOLD
from dashboards.etl.run_panel import run_panel
from dashboards.evidence import Evidence
from dashboards.panel import panel
from dashboards.step import Step
from lakehouse.commits import latest_version
from lakehouse.errors import LakeEmpty
from lakehouse.settings import Settings
from lakehouse.spark import session
from lakehouse.storage import Lake
from lakehouse.tables import tables

STEP = Step(
    key="gold-aggregations",
    part=3,
    place=4,
    title="03_gold_aggregations",
    minutes=1,
    essential=True,
    state="claimed",
    say=(
        "Gold holds answers: one row per customer, per month, per provider.",
        "Our one claim has moved a customer's loss ratio and a month's key figures.",
        "Compare the two versions row by row: this is all that changed, and nothing else.",
    ),
    more=(
        "A table is rebuilt only when an input, its code or the lake's date changed.",
        "Customers, claims and months agree on every amount, to the cent; a test proves it.",
    ),
)

OURS, OTHERS = "the month of our claim", "the other months"
EFFECT = ("customer_360_view", "monthly_kpis")
CUSTOMER = (
    "customer_id, full_name, total_claims, total_claim_amount, total_paid_amount, loss_ratio,\n"
    "  customer_value_tier, risk_score, churn_risk, active_policies, annual_premium"
)


def render() -> None:
    """Run it, then a customer's view, the months, and what the last run changed in both."""
    run_panel(GOLD)
    mine = my_customer()
    whose = f"of {mine.claim_id}" if mine.claim_id else "of the demo"
    st.subheader(f"The customer {whose}", anchor=False)
    sql = f"SELECT {CUSTOMER}\nFROM vw_customer_360\nWHERE customer_id = '{mine.customer_id}'"
    show.evidence(asked(f"Customer 360 of {mine.customer_id}", sql), key="customer-360")
    st.subheader("What the last run changed", anchor=False)
    settings = queries.settings()
    versions = {name: latest_version(Lake(settings), tables()[name]) or 0 for name in EFFECT}
    seen = "-".join(str(version) for version in versions.values())
    panel(f"effect-{seen}", "Compare with the version before", lambda: _effect(settings, versions))
    st.subheader("The months", anchor=False)
    _months(mine.service_month)


def _effect(settings: Settings, versions: dict[str, int]) -> Iterator[Evidence]:
    if min(versions.values()) < 2:
        msg = "Gold was built only once, so there is nothing to compare yet; run the notebooks."
        raise LakeEmpty(msg)
    with session(settings) as spark:
        for name, version in versions.items():
            yield compared(spark, tables()[name], version - 1, version)


def _months(mine: str | None) -> None:
    sql = (
        "SELECT year_month, total_claims, total_claim_amount, total_paid_amount, loss_ratio,\n"
        "  approval_rate\nFROM vw_monthly_kpis\nORDER BY year_month"
    )
    told = asked("Key figures by month", sql)
    rows = told.answer.astype({"total_claim_amount": float, "loss_ratio": float})
    ours = rows["year_month"].astype(str) == (mine or "")
    rows["whose"] = ours.map({True: OURS, False: OTHERS})
    color = alt.Color("whose:N", title=None, sort=[OTHERS, OURS])
    if mine is None:
        color = color.legend(None)
    chart = (
        alt.Chart(rows)
        .mark_bar(cornerRadiusEnd=3)
        .encode(
            x=alt.X("year_month:O", title=None),
            y=alt.Y("total_claim_amount:Q", title="Claimed, US dollars"),
            color=color,
            tooltip=["year_month", "total_claims", "total_claim_amount", "loss_ratio"],
        )
        .properties(height=260)
    )
    st.altair_chart(chart)
    show.evidence(told, key="months")

"""Cross-sell page: what to offer, what it would bring, and to whom first."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from dashboards.bi.charts import bars, large
from dashboards.bi.panel import panel
from lakehouse.serving.figures.cross_sell import BY_OPPORTUNITY

FIRST = """\
SELECT customer_id, full_name, opportunity, estimated_annual_revenue, reason, preferred_contact
FROM vw_cross_sell
WHERE marketing_opt_in
ORDER BY estimated_annual_revenue DESC, customer_id, opportunity
LIMIT 10"""


def cross_sell() -> None:
    """Revenue and customers by opportunity, then the best offers to those who agreed."""
    left, right = st.columns(2, gap="medium")
    with left:
        panel(
            "revenue",
            "What would offers bring a year?",
            BY_OPPORTUNITY,
            lambda rows: bars(
                rows, "opportunity", "estimated_annual_revenue", "US dollars, estimated"
            ),
        )
    with right:
        panel("reachable", "Whom may we ask?", BY_OPPORTUNITY, _reachable)
    panel("first-offers", "Whom do we call first?", FIRST, _table)


def _reachable(rows: pd.DataFrame) -> Any:
    kinds = {"reachable": "agreed to marketing", "others": "did not"}
    counted = rows.assign(others=rows["customers"] - rows["reachable"])
    counted = counted.drop(columns="customers")
    drawn = counted.melt("opportunity", list(kinds), "kind", "customers")
    drawn["kind"] = drawn["kind"].map(kinds)
    mark = alt.Chart(drawn).mark_bar(cornerRadiusEnd=4)
    mark = mark.encode(
        y=alt.Y("opportunity:N", sort=None, title=None),
        x=alt.X("customers:Q", title="Customers"),
        color=alt.Color("kind:N", title=None, sort=["agreed to marketing", "did not"]),
        tooltip=["opportunity", "kind", "customers"],
    )
    return large(mark, 250)


def _table(rows: pd.DataFrame) -> None:
    st.dataframe(rows, hide_index=True, key="first-offers")

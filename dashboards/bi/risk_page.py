"""Risk page: how many customers are how risky, what makes the score, and whom we may lose."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from dashboards.bi.charts import WORDS, bars, large, numeric, on_scale
from dashboards.bi.panel import panel
from lakehouse.serving.figures.risk import AVERAGES, CATEGORIES

CHURN = """\
SELECT customer_value_tier, churn_risk, count(*) AS customers, sum(annual_premium) AS premium
FROM vw_customer_360
GROUP BY customer_value_tier, churn_risk
ORDER BY customer_value_tier, churn_risk"""

RISKIEST = """\
SELECT customer_id, full_name, state, risk_score, loss_ratio, total_claims, recommended_action
FROM vw_risk_scoring
ORDER BY risk_score DESC, customer_id
LIMIT 10"""

TIERS = ["Platinum", "Gold", "Silver", "Bronze"]
CHANCES = ["High", "Medium", "Low", "Lapsed", "Not insured"]


def risk() -> None:
    """Categories and components, then value against churn, then the riskiest."""
    left, right = st.columns(2, gap="medium")
    with left:
        panel(
            "categories",
            "How risky are our customers?",
            CATEGORIES,
            lambda rows: bars(rows, "category", "customers", "Customers"),
        )
    with right:
        panel("components", "What makes the score?", AVERAGES, _components)
    panel("churn", "Whom may we lose?", CHURN, _churn)
    panel("riskiest", "Who needs a look?", RISKIEST, _table)


def _components(rows: pd.DataFrame) -> Any:
    named = [(name.removesuffix("_points"), float(rows[name][0] or 0)) for name in rows.columns]
    drawn = pd.DataFrame(named, columns=["component", "points"])
    drawn = drawn.sort_values("points", ascending=False)
    return bars(drawn, "component", "points", "Points of an average customer", form=".2f")


def _churn(rows: pd.DataFrame) -> Any:
    base = alt.Chart(numeric(rows)).encode(
        x=alt.X("churn_risk:N", sort=CHANCES, title=None, axis=alt.Axis(labelAngle=0)),
        y=alt.Y("customer_value_tier:N", sort=TIERS, title=None),
        tooltip=list(rows.columns),
    )
    cells = base.mark_rect(cornerRadius=4).encode(
        color=alt.Color("customers:Q", title="Customers", legend=None)
    )
    words = base.mark_text(fontSize=WORDS + 3, fontWeight=600).encode(
        text=alt.Text("customers:Q", format=","),
        color=on_scale("customers", rows),
    )
    return large(cells + words, 300)


def _table(rows: pd.DataFrame) -> None:
    st.dataframe(rows, hide_index=True, key="riskiest-customers")

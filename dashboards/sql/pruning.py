"""Pruning: the same view read whole and by a few columns, both executed, and what each reads."""

from __future__ import annotations

from collections.abc import Collection

import altair as alt
import pandas as pd

from dashboards import queries
from dashboards.azure_cost.synapse import billed_mb, query_cost
from dashboards.bi.charts import large
from lakehouse.serving import View

SIZES = (1, 10, 100, 1_000, 10_000)
"""How many times larger than here a lake is thought to be."""

CHARTED = {
    "vw_claims_analytics": ("year_month", "claim_category", "paid_amount"),
    "vw_cross_sell": ("opportunity", "estimated_annual_revenue"),
    "vw_customer_360": ("state", "customer_value_tier", "annual_premium"),
    "vw_monthly_kpis": ("year_month", "loss_ratio"),
    "vw_provider_performance": ("state", "is_in_network", "total_billed_amount"),
    "vw_risk_scoring": ("risk_category", "risk_score"),
}
ONE, BOTH = "SELECT * only", "both"
MOST = 16
"""Columns of a view whose bytes are drawn, the largest."""


def all_columns(view: View) -> str:
    """The statement that reads everything."""
    return f"SELECT *\nFROM {view.name}"


def some_columns(view: View, columns: Collection[str]) -> str:
    """The statement that reads a few columns."""
    return f"SELECT {', '.join(columns)}\nFROM {view.name}"


def first_choice(view: View) -> list[str]:
    """What a chart of the view wants; of one not known here its key and first amounts."""
    amounts = [name for name, column in view.columns.items() if column.type.startswith("decimal")]
    return list(CHARTED.get(view.name, (*view.table.keys[:1], *amounts[:2])))


def column_bytes(view: View) -> pd.DataFrame:
    """Bytes of each column, the largest first."""
    found = queries.console(queries.settings()).column_bytes(view.name)
    rows = pd.DataFrame(found.items(), columns=["column", "bytes"])
    return rows.sort_values("bytes", ascending=False, ignore_index=True)


def chart(rows: pd.DataFrame, chosen: Collection[str]) -> alt.Chart:
    """The bytes of the largest columns and of the chosen; these stand out."""
    read = rows["column"].isin(chosen)
    drawn = rows[read | (rows.index < MOST)].copy()
    drawn["read"] = read.map({True: BOTH, False: ONE})
    mark = (
        alt.Chart(drawn)
        .mark_bar(cornerRadiusEnd=3)
        .encode(
            y=alt.Y("column:N", sort=None, title=None, axis=alt.Axis(labelOverlap=False)),
            x=alt.X("bytes:Q", title="Compressed bytes", axis=alt.Axis(format="~s")),
            color=alt.Color("read:N", title="Read by", sort=[ONE, BOTH]),
            tooltip=["column", alt.Tooltip("bytes:Q", format=",")],
        )
    )
    found: alt.Chart = large(mark, 80 + 24 * len(drawn))
    return found


def grown(whole: int, few: int, dollars_a_tb: float) -> pd.DataFrame:
    """What both would cost in lakes so many times larger, their bytes growing alike."""
    rows = [
        (
            f"{times:,} times",
            billed_mb(whole * times),
            billed_mb(few * times),
            1000 * query_cost(whole * times, dollars_a_tb),
            1000 * query_cost(few * times, dollars_a_tb),
        )
        for times in SIZES
    ]
    columns = ["size", "MB, all", "MB, few", "$, all", "$, few"]
    return pd.DataFrame(rows, columns=columns)

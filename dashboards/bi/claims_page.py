"""Claims page: what is claimed, how it is decided, and what looks like fraud."""

from __future__ import annotations

import streamlit as st

from dashboards.bi.charts import bars
from dashboards.bi.panel import panel
from lakehouse.serving.figures.claims import BY_COST, FRAUD, GROUPS, grouped
from lakehouse.tables import table_named


def claims() -> None:
    """By category, status and size; then the signs of fraud."""
    panel(
        "by-category",
        "Which illnesses cost the most?",
        grouped(*BY_COST),
        lambda rows: bars(rows, "name", "claim_amount", "Claimed, US dollars", one=34),
    )
    left, right = st.columns(2, gap="medium")
    with left:
        panel(
            "by-status",
            "How are they decided?",
            grouped(*GROUPS["by_status"]),
            lambda rows: bars(rows, "name", "claims", "Claims"),
        )
    with right:
        panel(
            "by-size",
            "How large are they?",
            grouped(*GROUPS["by_size_band"]),
            lambda rows: bars(rows, "name", "claims", "Claims"),
        )
    columns = table_named("claims_analytics").columns
    panel(
        "fraud",
        "What looks like fraud?",
        FRAUD,
        lambda rows: bars(
            rows.assign(
                sign=rows["flag"].str.removeprefix("is_").str.replace("_", " "),
                meaning=rows["flag"].map(lambda flag: columns[flag].comment),
            ),
            "sign",
            "claims",
            "Claims that carry the sign",
        ),
        note="A claim may carry several; a repeated invoice, or two others, make it suspected.",
    )

"""Providers page: where they are, what the network costs against the others, and who is dear."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from dashboards.bi.charts import WORDS, bars, large, numeric, on_scale
from dashboards.bi.panel import panel
from dashboards.bi.states import tiles
from lakehouse.serving.figures.providers import NETWORK, TIERS

BY_STATE = """\
SELECT state, count(*) AS providers, count(*) FILTER (is_in_network) AS in_network,
  sum(total_claims) AS claims, sum(total_billed_amount) AS billed
FROM vw_provider_performance
GROUP BY state
ORDER BY state"""

PEERS = """\
SELECT provider_name, provider_type, state, provider_tier, is_in_network, total_claims,
  cost_against_peers, denial_rate, total_billed_amount
FROM vw_provider_performance
WHERE provider_tier <> 'Unrated'
ORDER BY total_claims DESC"""

SORTS = ["Preferred", "Standard", "Watch"]


def providers() -> None:
    """The map, the network, and each provider against its like."""
    left, right = st.columns([1.5, 1], gap="medium")
    with left:
        panel(
            "map",
            "Where are our providers?",
            BY_STATE,
            _map,
            note="Shade: claims. Number: providers.",
        )
    with right:
        panel("network", "Is the network cheaper?", NETWORK, _network)
        panel(
            "tiers",
            "How good is it?",
            TIERS,
            lambda rows: bars(rows, "tier", "providers", "Providers", one=34),
        )
    panel("peers", "Who is dearer than their like, and denied more?", PEERS, _peers)


def _map(rows: pd.DataFrame) -> Any:
    drawn = tiles().merge(numeric(rows), on="state", how="left")
    x = alt.X("column:O", axis=None, scale=alt.Scale(padding=0.06))
    y = alt.Y("row:O", axis=None, scale=alt.Scale(padding=0.06))
    every = alt.Chart(drawn).encode(x=x, y=y)
    served = alt.Chart(drawn.dropna(subset=["providers"])).encode(
        x=x, y=y, tooltip=["state", "providers", "in_network", "claims", "billed"]
    )
    words = on_scale("claims", rows)
    return large(
        every.mark_rect(cornerRadius=5, fillOpacity=0, strokeOpacity=0.35, stroke="#7d8f88")
        + served.mark_rect(cornerRadius=5).encode(color=alt.Color("claims:Q", legend=None))
        + every.mark_text(dy=-8, fontSize=WORDS, fontWeight=600).encode(text="state:N", color=words)
        + served.mark_text(dy=10, fontSize=WORDS - 1).encode(text="providers:Q", color=words),
        430,
    )


def _network(rows: pd.DataFrame) -> Any:
    where = rows["is_in_network"].map({True: "in the network", False: "outside"})
    drawn = rows.assign(where=where)
    return bars(drawn, "where", "average_claim_amount", "Average claim, US dollars", form=",.2f")


def _peers(rows: pd.DataFrame) -> Any:
    mark = alt.Chart(numeric(rows)).mark_circle(opacity=0.75)
    mark = mark.encode(
        x=alt.X(
            "cost_against_peers:Q",
            title="Average claim, in % of the peers'",
            scale=alt.Scale(zero=False),
        ),
        y=alt.Y("denial_rate:Q", title="Denied, in % of the decided"),
        size=alt.Size(
            "total_claims:Q", title="Claims", scale=alt.Scale(range=[60, 900]), legend=None
        ),
        color=alt.Color("provider_tier:N", title=None, sort=SORTS),
        tooltip=list(rows.columns),
    )
    return large(mark, 380)

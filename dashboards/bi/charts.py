"""Charts: how those of the dashboard look: few marks, large words, the theme's own colours."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from dashboards.theme import theme

DARK_FROM = 0.55
"""Share of a scale from which on its colours want the other ink."""
WORDS = 15
"""Pixels of a chart's words, to be read from the last row."""


@dataclass(frozen=True)
class Ink:
    """Colours of words: on the page and the lower half of a scale, and on its upper half."""

    plain: str
    on_much: str


def ink() -> Ink:
    """For the mode, light or dark, in which this viewer looks."""
    colors = theme().dark if st.context.theme.type == "dark" else theme().light
    return Ink(colors["foreground"], colors["primary-foreground"])


def on_scale(field: str, rows: pd.DataFrame) -> Any:
    """Words on a scale of a field's colours, readable from its one end to the other."""
    most = float(rows[field].max() or 0) if len(rows) else 0.0
    much = alt.value(ink().on_much)
    return alt.condition(alt.datum[field] > DARK_FROM * most, much, alt.value(ink().plain))


def large(chart: alt.Chart | alt.LayerChart, height: int) -> Any:
    """A chart with large words, so many pixels high."""
    return (
        chart.properties(height=height)
        .configure_axis(labelFontSize=WORDS, titleFontSize=WORDS, labelLimit=220)
        .configure_legend(
            labelFontSize=WORDS, titleFontSize=WORDS, orient="top", symbolSize=160, labelLimit=320
        )
    )


def bars(
    rows: pd.DataFrame,
    name: str,
    value: str,
    title: str,
    *,
    color: str | None = None,
    form: str = ",.0f",
    one: int = 44,
) -> Any:
    """Bars side by side in the order of the rows, each with its number at its end."""
    drawn = numeric(rows)
    order = list(dict.fromkeys(drawn[name]))
    base = alt.Chart(drawn).encode(
        y=alt.Y(f"{name}:N", sort=order, title=None, axis=alt.Axis(labelOverlap=False)),
        x=alt.X(f"{value}:Q", title=title, axis=alt.Axis(format="~s"), scale=_room(drawn, value)),
        tooltip=list(rows.columns),
    )
    mark = base.mark_bar(cornerRadiusEnd=4)
    if color:
        mark = mark.encode(color=alt.Color(f"{color}:N", title=None, sort=None))
    words = base.mark_text(align="left", dx=6, fontSize=WORDS, color=ink().plain).encode(
        text=alt.Text(f"{value}:Q", format=form)
    )
    return large(mark + words, 70 + one * len(order))


def numeric(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with decimals as numbers that a chart can draw."""
    decimals = [name for name in rows.columns if rows[name].dtype == object and _sums(rows[name])]
    return rows.astype(dict.fromkeys(decimals, float))


def _sums(values: pd.Series) -> bool:
    known = values.dropna()
    return len(known) > 0 and isinstance(known.iloc[0], Decimal)


def _room(rows: pd.DataFrame, value: str) -> alt.Scale:
    """Room for the number at the end of the longest bar."""
    most = float(rows[value].max() or 0) if len(rows) else 0.0
    return alt.Scale(domain=[0, most * 1.35 or 1])

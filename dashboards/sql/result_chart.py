"""Result chart: any result as bars, a line or points, with a sensible first guess."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

import altair as alt
import pandas as pd
import streamlit as st

from dashboards.bi.charts import large

Kind = Literal["bars", "line", "points"]
MOST = 40
"""Bars that can be told apart."""
MONTH = r"\d{4}-\d{2}"


def result_chart(rows: pd.DataFrame, *, key: str) -> None:
    """The chart, and what is on its axes to choose."""
    numbers = [name for name in rows.columns if _is_number(rows[name])]
    if len(rows) < 2 or not numbers:
        st.caption("A chart needs a number in at least two rows; try the sample Loss ratio.")
        return
    names = [name for name in rows.columns if name not in numbers] or list(rows.columns)
    with st.container(horizontal=True):
        across = st.selectbox("Across", names + numbers, key=f"across-{key}")
        measured = [name for name in numbers if name != across] or numbers
        measure = st.selectbox("Measure", measured, key=f"measure-{key}")
        guess = first_guess(rows, across)
        kinds: list[Kind] = ["bars", "line", "points"]
        kind = st.segmented_control("As", kinds, default=guess, key=f"kind-{key}-{guess}") or guess
    st.altair_chart(chart(rows, across, measure, kind))
    if kind == "bars" and len(rows) > MOST:
        st.caption(f"The first {MOST} of {len(rows):,} rows.")


def first_guess(rows: pd.DataFrame, across: str) -> Kind:
    """A line along time, points against a number, else bars."""
    values = rows[across].dropna()
    if len(values) and (isinstance(values.iloc[0], date) or _are_months(values)):
        return "line"
    return "points" if _is_number(rows[across]) else "bars"


def chart(rows: pd.DataFrame, across: str, measure: str, kind: Kind) -> Any:
    """A result drawn; bars keep the order of the rows."""
    drawn = pd.DataFrame(
        {
            "x": rows[across].map(_plain) if _is_number(rows[across]) else rows[across].astype(str),
            "y": rows[measure].map(_plain),
        }
    )
    title, number = across.replace("_", " "), measure.replace("_", " ")
    told = [alt.Tooltip("x", title=title), alt.Tooltip("y", title=number, format=",.2f")]
    if kind == "bars":
        drawn = drawn.head(MOST)
        y, x = alt.Y("x:N", sort=None, title=None), alt.X("y:Q", title=number)
        mark = alt.Chart(drawn).mark_bar(cornerRadiusEnd=4).encode(x=x, y=y, tooltip=told)
        return large(mark, max(160, 34 * len(drawn)))
    x = alt.X("x:Q" if _is_number(rows[across]) else "x:O", title=title)
    base = alt.Chart(drawn)
    line = (
        base.mark_line(point=True, strokeWidth=3) if kind == "line" else base.mark_circle(size=90)
    )
    return large(line.encode(x=x, y=alt.Y("y:Q", title=number), tooltip=told), 360)


def _is_number(values: pd.Series) -> bool:
    known = values.dropna()
    if not len(known) or pd.api.types.is_bool_dtype(known):
        return False
    return pd.api.types.is_numeric_dtype(known) or isinstance(known.iloc[0], Decimal)


def _are_months(values: pd.Series) -> bool:
    return bool(values.astype(str).str.fullmatch(MONTH).all())


def _plain(value: object) -> float | None:
    return None if value is None or pd.isna(value) else float(str(value))

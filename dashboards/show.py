"""Show: how evidence, code, facts and tables look, on every page the same."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pandas as pd
import streamlit as st

from dashboards.evidence import Evidence, Fact

TALLEST = 420  # pixels of a result before it scrolls


def evidence(shown: Evidence, *, key: str) -> None:
    """What was executed: its title and duration, its code, its result or the engine's refusal."""
    with st.container(border=True, key=f"evidence-{key}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{shown.title}**", width="stretch")
            st.badge(duration(shown.seconds), icon=":material/timer:", color="gray")
        if shown.code:
            st.code(shown.code, language=shown.language, wrap_lines=True)
        if shown.error is not None:
            st.error(shown.error, icon=":material/block:")
        if shown.facts:
            facts(shown.facts)
        if shown.rows is not None:
            table(shown.rows, key=f"rows-{key}")
        if shown.note:
            st.markdown(shown.note)


def facts(named: Mapping[str, Fact]) -> None:
    """Named numbers as tiles."""
    with st.container(horizontal=True):
        for name, value in named.items():
            st.metric(name.replace("_", " "), written(value), border=True, width="content")


def table(rows: pd.DataFrame, *, key: str) -> None:
    """A result grid; it says how many rows there are."""
    tall = min(TALLEST, 38 + 35 * max(len(rows), 1))
    st.dataframe(rows, hide_index=True, height=tall, key=key)
    st.caption(f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}")


def duration(seconds: float) -> str:
    """A duration as people say it."""
    if seconds < 1:
        return f"{seconds * 1000:.0f} ms"
    return f"{seconds:.1f} s" if seconds < 60 else f"{seconds // 60:.0f} min {seconds % 60:.0f} s"


def written(value: Fact) -> str:
    """A number as people read it."""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.2f}" if isinstance(value, Decimal) else f"{value:,.1f}"

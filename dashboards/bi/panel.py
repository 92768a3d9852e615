"""Panel: one chart of the dashboard with its question above it and its SQL on demand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from dashboards import show
from dashboards.etl.asking import asked
from dashboards.evidence import Evidence

Draw = Callable[[pd.DataFrame], Any]


def panel(key: str, question: str, sql: str, draw: Draw, *, note: str = "") -> Evidence:
    """Ask a view and draw its answer; gives what was asked."""
    told = asked(question, sql)
    with st.container(border=True, key=f"panel-{key}", height="stretch"):
        st.subheader(question, anchor=False)
        drawn = draw(told.answer)
        if drawn is not None:
            st.altair_chart(drawn)
        if note:
            st.caption(note)
        sql_of(key, told)
    return told


def sql_of(key: str, *told: Evidence) -> None:
    """What stands behind a panel, for whoever asks."""
    with st.popover("SQL", icon=":material/code:", width="content", key=f"sql-{key}"):
        for number, each in enumerate(told):
            show.evidence(each, key=f"{key}-{number}")

"""Result: what a statement gave: its refusal in one sentence, or its cost, grid, chart and CSV."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboards import show
from dashboards.evidence import Evidence
from dashboards.sql.asking import CUT, SCANNED, tiles
from dashboards.sql.result_chart import result_chart

WIDE = 8
"""Columns of a single row that are read side by side."""


def result(of: Evidence, dollars_a_tb: float, *, key: str) -> None:
    """All of it; the statement itself stands in the editor above."""
    if of.error is not None:
        st.error(show.plain(of.error), icon=":material/block:")
        return
    show.facts({"duration": show.duration(of.seconds), **tiles(of, dollars_a_tb)})
    if SCANNED not in of.facts:
        st.caption("Which columns this reads, its text does not show; so there is no estimate.")
    grid, chart = st.tabs(["Rows", "Chart"])
    with grid:
        if len(of.answer) == 1 and len(of.answer.columns) > WIDE:
            _record(of.answer, key)
        else:
            show.table(of.answer, key=f"grid-{key}")
        if CUT in of.facts:
            st.caption(f"Cut off at {of.facts[CUT]:,} rows; a LIMIT of your own shows which.")
    with chart:
        result_chart(of.answer, key=key)
    st.download_button(
        "CSV of these rows",
        lambda: show.csv(of.answer),
        "petinsure360.csv",
        "text/csv",
        key=f"csv-{key}",
        icon=":material/download:",
        on_click="ignore",
    )


def _record(rows: pd.DataFrame, key: str) -> None:
    """A single row of many columns, one below the other."""
    values = ["" if value is None else str(value) for value in rows.iloc[0]]
    record = pd.DataFrame({"column": list(rows.columns), "value": values})
    st.dataframe(record, hide_index=True, height=420, key=f"record-{key}")
    st.caption("1 row, its columns one below the other")

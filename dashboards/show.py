"""Show: how evidence, code, facts and tables look, on every page the same."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from decimal import Decimal

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboards.evidence import Evidence, Fact
from dashboards.sentences import sentence
from lakehouse.errors import PetInsureError

log = logging.getLogger("petinsure.walkthrough")

TALLEST = 420  # pixels of a result before it scrolls
CODE_TALLEST = 330  # pixels of code before it scrolls
LINES = 14  # lines of code that go into that height
LINE = 95  # characters of code that go into a line
COMMAS_FROM = 10_000
NULL = "NULL"
"""What stands for no value in the result of a query."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would execute."""


def evidence(shown: Evidence, *, key: str) -> None:
    """What was executed: its title and duration, its code, its result or the engine's refusal."""
    with st.container(border=True, key=f"evidence-{key}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(shown.title)}**", width="stretch")
            st.badge(duration(shown.seconds), icon=":material/timer:", color="gray")
        if shown.code:
            code(shown.code, shown.language)
        if shown.error is not None:
            st.error(plain(shown.error), icon=":material/block:")
        if shown.facts:
            facts(shown.facts)
        if shown.rows is not None:
            table(shown.rows, key=f"rows-{key}", null=NULL if shown.language == "sql" else "")
        if shown.note:
            st.markdown(plain(shown.note))


def csv(rows: pd.DataFrame) -> bytes:
    """Rows as a CSV file that a spreadsheet opens as data: no text in it is taken for a formula."""
    text: str = rows.map(_no_formula).to_csv(index=False)
    return text.encode()


def _no_formula(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def code(text: str, language: str) -> None:
    """Code that was executed; a long text scrolls, so that its result stays in sight."""
    long = sum(1 + len(line) // LINE for line in text.splitlines()) > LINES
    st.code(text, language=language, wrap_lines=True, height=CODE_TALLEST if long else "content")


def failed(error: Exception) -> None:
    """A failure as one sentence; what nobody foresaw is written to the log in full."""
    if not isinstance(error, PetInsureError):
        log.error("a page failed", exc_info=error)
    st.error(plain(sentence(error)), icon=":material/error:")


def facts(named: Mapping[str, Fact]) -> None:
    """Named numbers as tiles."""
    with st.container(horizontal=True):
        for name, value in named.items():
            st.metric(name.replace("_", " "), written(value), border=True, width="content")


def table(rows: pd.DataFrame, *, key: str, null: str = "") -> None:
    """A result grid; `null` stands where there is no value; it says how many rows there are."""
    tall = min(TALLEST, 38 + 35 * max(len(rows), 1))
    formats = _formats(rows)
    st.dataframe(
        rows, hide_index=True, height=tall, key=key, column_config=formats, placeholder=null
    )
    st.caption(f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}")


def _formats(rows: pd.DataFrame) -> dict[str, ColumnConfig]:
    """Money with its cents, large counts with their commas; years and versions as they are."""
    found: dict[str, ColumnConfig] = {}
    for name in rows.columns:
        values = rows[name].dropna()
        if len(values) and isinstance(values.iloc[0], Decimal):
            found[name] = st.column_config.NumberColumn(format="accounting")
        elif _is_whole(values) and values.abs().max() >= COMMAS_FROM:
            found[name] = st.column_config.NumberColumn(format="localized")
    return found


def _is_whole(values: pd.Series) -> bool:
    """Whether they are whole numbers, be it in a column that has gaps."""
    return len(values) > 0 and pd.api.types.infer_dtype(values) == "integer"


def plain(text: str) -> str:
    """A text that Markdown takes as it stands: no formula between two dollars, no mail address."""
    return text.replace("$", "\\$").replace("@", "\\@")


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

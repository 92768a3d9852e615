"""Samples: a few values of each column of a table, read from the lake as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from dashboards import queries
from dashboards.evidence import stopwatch
from lakehouse.errors import LakeEmpty
from lakehouse.settings import Settings
from lakehouse.tables import table_named

ROWS = 200
VALUES = 3
LONGEST = 32


@dataclass(frozen=True)
class Samples:
    """Sample values by table and column, the statements that read them, and the seconds."""

    values: dict[str, dict[str, str]]
    code: str
    seconds: float


def samples(names: Sequence[str]) -> Samples:
    """Samples of these tables; a table that is not built has none."""
    with stopwatch() as watch:
        found = _samples(queries.settings(), queries.versions(), tuple(names))
    return Samples(found, "\n".join(f"{statement(name)};" for name in names), watch.seconds)


def statement(name: str) -> str:
    """The statement that reads a table's first rows."""
    return f"SELECT * FROM {table_named(name).full_name} LIMIT {ROWS}"  # noqa: S608 - declared


@st.cache_data(show_spinner="Reading some rows", max_entries=200, hash_funcs={Settings: str})
def _samples(
    of: Settings, seen: queries.Versions, names: tuple[str, ...]
) -> dict[str, dict[str, str]]:
    console = queries.console(of)

    def read(name: str) -> dict[str, str]:
        try:
            answer = console.query(statement(name))
        except LakeEmpty:
            return {}
        rows = pd.DataFrame(answer.rows, columns=list(answer.columns), dtype=object)
        return {column: _some(rows[column]) for column in rows}

    with ThreadPoolExecutor(4) as pool:
        return dict(zip(names, pool.map(read, names), strict=True))


def _some(values: pd.Series[Any]) -> str:
    """The first different values, shortened; empty where all are null."""
    found: list[str] = []
    for value in values:
        text = _written(value)
        if text and text not in found:
            found.append(text)
        if len(found) == VALUES:
            break
    return " · ".join(found)


def _written(value: Any) -> str:
    """A value as text; null, and a list without elements, is nothing."""
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    text = f"{value:%Y-%m-%d %H:%M}" if hasattr(value, "hour") else str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

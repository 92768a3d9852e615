"""Asking: questions to the lake's tables without an engine, kept until a table changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from dashboards import queries
from dashboards.evidence import Evidence, Fact

Drawn = Callable[[pd.DataFrame], Mapping[str, Fact]]


def asked(title: str, sql: str, *, note: str = "", facts: Drawn | None = None) -> Evidence:
    """Ask DuckDB; raises what `Console.query` does."""
    answer = queries.ask(sql)
    rows = pd.DataFrame(answer.rows, columns=list(answer.columns))
    drawn = dict(facts(rows)) if facts else {}
    return Evidence(title, sql, "sql", answer.seconds, rows, note, facts=drawn)

"""Acting: statements that change a copy, and what its history says of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboards.evidence import Evidence, Fact, ask_spark

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import SparkSession

    from dashboards.sandbox import Sandbox

Drawn = Callable[["pd.DataFrame"], Mapping[str, Fact]]

HISTORY_COLUMNS = ["version", "timestamp", "operation", "who", "rows", "operationParameters"]
ROWS = ("numUpdatedRows", "numDeletedRows", "numOutputRows")


def act(
    sandbox: Sandbox,
    title: str,
    sql: str,
    *,
    spark: SparkSession | None = None,
    note: str = "",
    facts: Drawn | None = None,
) -> Evidence:
    """Run a statement that changes something, in another session where one is given.

    What the engine answers is told by facts alone.
    """
    done = ask_spark(spark or sandbox.spark, title, sql, note=note, facts=facts)
    return replace(done, rows=None)


def with_facts(told: Evidence, note: str | None = None, **facts: Fact) -> Evidence:
    """The same with more facts, and another note where one is given."""
    note = told.note if note is None else note
    return replace(told, note=note, facts={**told.facts, **facts})


def yes(truth: bool) -> str:
    """A truth as a fact that people read."""
    return "yes" if truth else "no"


def affected(name: str) -> Drawn:
    """The number of rows that an UPDATE, DELETE or INSERT says it touched, as a fact."""
    return lambda rows: {name: int(rows["num_affected_rows"][0])}


def history(
    spark: SparkSession,
    table: str,
    title: str = "What the history says",
    *,
    note: str = "",
    facts: Drawn | None = None,
    also: Sequence[str] = (),
) -> Evidence:
    """DESCRIBE HISTORY, with who made each version as its userMetadata tells, newest first.

    `also` names columns to show besides `HISTORY_COLUMNS`.
    """
    told = ask_spark(spark, title, f"DESCRIBE HISTORY {table}", note=note)
    rows = told.answer.assign(
        who=told.answer["userMetadata"].map(who), rows=told.answer["operationMetrics"].map(_rows)
    )[[*HISTORY_COLUMNS, *also]]
    return replace(told, rows=rows, facts=facts(rows) if facts else {})


def who(user_metadata: str | None) -> str:
    """Who made a commit, as its userMetadata says."""
    try:
        return str(json.loads(user_metadata or "{}").get("by", ""))
    except (json.JSONDecodeError, AttributeError):
        return user_metadata or ""


def _rows(metrics: Mapping[str, str]) -> int | None:
    return next((int(metrics[name]) for name in ROWS if metrics.get(name)), None)

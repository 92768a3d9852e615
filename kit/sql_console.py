"""SQL console: one statement to the views or to Spark, and what came back."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lakehouse.settings import Settings


@dataclass(frozen=True)
class Answer:
    """Column names, rows, and a line about the query."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    footer: str


def ask_views(settings: Settings, statement: str) -> Answer:
    """Ask the SQL views, as a serverless pool would answer."""
    from lakehouse.serving import query

    found = query(settings, statement)
    scanned = found.bytes_scanned
    size = "" if scanned is None else f", {_size(scanned)} to scan on a serverless pool"
    more = "; there are more" if found.truncated else ""
    footer = f"{_count(found.rows)} in {found.seconds:.2f} s{size}{more}"
    return Answer(found.columns, found.rows, footer)


def ask_spark(settings: Settings, statement: str) -> Answer:
    """Ask Spark: its tables, their history and details; changes are made, and signed."""
    from lakehouse.pipeline.lease import actor
    from lakehouse.spark import DEFAULT_DATABASE, spark_session
    from lakehouse.spark_sql import execute

    spark = spark_session(settings)
    try:
        if spark.catalog.databaseExists(DEFAULT_DATABASE):
            spark.catalog.setCurrentDatabase(DEFAULT_DATABASE)
        began = time.monotonic()
        found = execute(spark, statement, by=actor(settings))
        seconds = time.monotonic() - began
    finally:
        spark.stop()
    more = "; there are more" if found.truncated else ""
    return Answer(found.columns, found.rows, f"{_count(found.rows)} in {seconds:.1f} s{more}")


def _count(rows: Sequence[object]) -> str:
    return "1 row" if len(rows) == 1 else f"{len(rows):,} rows"


def _size(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 1e5 else f"{number / 1e3:.1f} kB"

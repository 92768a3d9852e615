"""Evidence: one thing that was just executed, with its code, its duration and its result."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import pandas as pd

from dashboards.sentences import engine_words
from lakehouse.serving import Console

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Language = Literal["sql", "python", "json", "bash", "http", "text"]
Fact = int | float | str | Decimal


@dataclass(frozen=True)
class Evidence:
    """What was executed and what came of it.

    `seconds` is what it took; `rows` its result, where it has one; `note` what to see in it;
    `error` the engine's own words where it refused, which may be just what was to be shown;
    `facts` are named numbers drawn from the result, for tiles on the page and for tests.
    """

    title: str
    code: str
    language: Language
    seconds: float
    rows: pd.DataFrame | None = None
    note: str = ""
    error: str | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def answer(self) -> pd.DataFrame:
        """Its rows, for who knows that it has some; raises `ValueError` where it has none."""
        if self.rows is None:
            msg = f"{self.title} has no rows to read from"
            raise ValueError(msg)
        return self.rows


class Stopwatch:
    """Seconds that a block took, once it has ended."""

    seconds = 0.0


@contextmanager
def stopwatch() -> Iterator[Stopwatch]:
    """Time a block, also one that fails."""
    watch, began = Stopwatch(), time.perf_counter()
    try:
        yield watch
    finally:
        watch.seconds = time.perf_counter() - began


def ask_spark(
    spark: SparkSession,
    title: str,
    sql: str,
    *,
    note: str = "",
    facts: Callable[[pd.DataFrame], Mapping[str, Fact]] | None = None,
) -> Evidence:
    """Run one statement on the engine; an engine's error goes on to the caller."""
    with stopwatch() as watch:
        rows: pd.DataFrame = spark.sql(sql).toPandas()
    rows.attrs.clear()  # the engine's plan, which nothing can write down
    drawn = facts(rows) if facts else {}
    return Evidence(title, sql, "sql", watch.seconds, rows, note, facts=drawn)


def refused_by_spark(spark: SparkSession, title: str, sql: str, *, note: str = "") -> Evidence:
    """Run a statement that the engine is meant to refuse: its error is the result.

    `error` is None where it did not refuse.
    """
    from pyspark.errors import PySparkException

    error: str | None = None
    with stopwatch() as watch:
        try:
            spark.sql(sql).toPandas()
        except PySparkException as refusal:
            error = engine_words(refusal)
    return Evidence(title, sql, "sql", watch.seconds, note=note, error=error)


def ask_views(
    console: Console,
    title: str,
    sql: str,
    *,
    note: str = "",
    facts: Callable[[pd.DataFrame], Mapping[str, Fact]] | None = None,
) -> Evidence:
    """Ask the SQL views; a refusal goes on to the caller as `QueryRefused`."""
    answer = console.query(sql)
    rows = pd.DataFrame(answer.rows, columns=list(answer.columns))
    drawn = dict(facts(rows)) if facts else {}
    return Evidence(title, sql, "sql", answer.seconds, rows, note, facts=drawn)

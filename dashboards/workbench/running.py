"""Running: a viewer's statement on the engine, in the viewer's sandbox, for so long at most."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from dashboards.evidence import Evidence, stopwatch
from dashboards.sandbox import Sandbox, sandbox, turn
from dashboards.workbench.guard import permitted
from lakehouse.errors import QueryRefused
from lakehouse.settings import Settings
from lakehouse.spark_sql import first_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 60.0
ROWS = 500
MANY = 8  # columns that are seen side by side
WORDS = 240  # characters of the engine's refusal


@contextmanager
def bench(settings: Settings, viewer: str) -> Iterator[Sandbox]:
    """A viewer's sandbox, in which bare names are the viewer's own tables; one user at a time.

    Raises what `sandbox` does.
    """
    with turn(viewer), sandbox(settings, viewer) as opened:
        opened.spark.catalog.setCurrentDatabase(opened.database)
        yield opened


def execute(opened: Sandbox, text: str, title: str = "What came of it") -> Evidence:
    """Run a statement; what the engine refuses is the evidence's `error`.

    Raises `QueryRefused` for what the guard does not let through, or what takes too long.
    """
    may = permitted(text, opened.database)
    told = Evidence(title, text.strip(), "sql", 0.0)
    try:
        with stopwatch() as watch:
            rows = fetched(opened, may.sql)
    except QueryRefused as refusal:
        return replace(told, seconds=watch.seconds, error=str(refusal))
    note = f"The first {ROWS} rows; ask for fewer." if len(rows) > ROWS else ""
    return replace(told, seconds=watch.seconds, rows=_readable(rows.head(ROWS)), note=note)


def _readable(rows: pd.DataFrame) -> pd.DataFrame:
    """Of many columns those without any value last, such as most of a history."""
    if len(rows.columns) <= MANY or not len(rows):
        return rows
    order = sorted(range(len(rows.columns)), key=lambda n: bool(rows.iloc[:, n].isna().all()))
    return rows.iloc[:, order]


def fetched(opened: Sandbox, sql: str, most: int = ROWS + 1) -> pd.DataFrame:
    """The first rows of a statement that the guard has let through.

    Raises `QueryRefused` with the engine's own sentence where it fails or takes too long.
    """
    from pyspark.errors import PySparkException

    late = threading.Event()

    def stop() -> None:
        late.set()
        opened.spark.interruptAll()

    timer = threading.Timer(SECONDS, stop)
    timer.start()
    try:
        frame: pd.DataFrame = opened.spark.sql(sql).limit(most).toPandas()
    except PySparkException as error:
        if late.is_set():
            msg = f"The statement took more than {SECONDS:g} s and was stopped; ask for less."
            raise QueryRefused(msg) from error
        raise QueryRefused(first_sentence(error)[:WORDS]) from error
    finally:
        timer.cancel()
    frame.attrs.clear()  # the engine's plan, which nothing can write down
    return frame

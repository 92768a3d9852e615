"""Lakes for tests: a small generated one, files dropped into it, and what its tables hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from generator import Request, portal_claims, source_files
from lakehouse.catalogue import forget, register
from lakehouse.lake_file import LakeNote, write_note
from lakehouse.pipeline import Event, RunReport, run
from lakehouse.settings import Settings
from lakehouse.snapshot_files import open_table
from lakehouse.spark import session
from lakehouse.storage import Lake
from lakehouse.tables import table_named, tables

SMALL = Request(as_of=date(2026, 6, 1), scale=0.05)
"""250 customers, 750 claims: every kind of defect, and runs that take seconds."""

OF_THE_RUN = {
    "_ingestion_timestamp",
    "_batch_id",
    "_silver_processed_at",
    "_gold_processed_at",
    "_source_modified_at",
}
"""Columns that say when something was processed or delivered; equal tables may differ in them."""

Contents = dict[str, Counter[tuple[Any, ...]]]


def deliver_sources(settings: Settings, request: Request = SMALL) -> None:
    """Land the five source files and the lake's note."""
    lake = Lake(settings)
    write_note(lake, LakeNote(request.seed, request.as_of, request.scale, "2026-06-01T00:00:00Z"))
    for file in source_files(request):
        lake.write("raw", file.path, b"".join(file.chunks))


def deliver_portal_claims(settings: Settings, request: Request = SMALL) -> None:
    """Land the 40 portal claims."""
    for file in portal_claims(request):
        Lake(settings).write("raw", file.path, b"".join(file.chunks))


def run_quietly(settings: Settings, *, full: bool = False) -> tuple[RunReport, list[Event]]:
    """One run, and the events it told."""
    events: list[Event] = []
    return run(settings, full=full, on_event=events.append), events


def small_as_of_today() -> Request:
    """The small lake's data up to today, for what compares with the day it is."""
    return replace(SMALL, as_of=datetime.now(UTC).date())


def built(settings: Settings, request: Request = SMALL) -> Settings:
    """The lake after one run, over the sources."""
    deliver_sources(settings, request)
    run_quietly(settings)
    return settings


def with_portal_claims(settings: Settings, request: Request = SMALL) -> Settings:
    """The lake after one more run, over the portal claims."""
    deliver_portal_claims(settings, request)
    run_quietly(settings)
    return settings


def seeded(settings: Settings, request: Request = SMALL) -> Settings:
    """The lake as set-up leaves it, after both."""
    return with_portal_claims(built(settings, request), request)


def made_known(settings: Settings) -> Settings:
    """The lake, its tables in the engine's catalogue in place of another lake's."""
    with session(settings) as spark:
        forget(spark)
        register(spark, settings)
    return settings


def rows_of(settings: Settings, name: str, version: int | None = None) -> pa.Table:
    """All rows of a table, read by delta-rs."""
    opened = open_table(settings, table_named(name), version)
    assert opened is not None, f"{name} is not built"
    return opened.to_pyarrow_table()


def contents(settings: Settings) -> Contents:
    """What every table holds, whatever the order of rows, without the columns of the run."""
    return {name: content(settings, name) for name in tables()}


def content(settings: Settings, name: str) -> Counter[tuple[Any, ...]]:
    """Rows of one table with their number, without the columns of the run."""
    rows = rows_of(settings, name)
    kept = [column for column in rows.column_names if column not in OF_THE_RUN]
    lists = [[_plain(value) for value in rows[column].to_pylist()] for column in kept]
    return Counter(zip(*lists, strict=True))


def versions(settings: Settings) -> dict[str, int]:
    """The newest version of every table."""
    opened = {name: open_table(settings, table) for name, table in tables().items()}
    return {name: table.version() for name, table in opened.items() if table is not None}


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value

"""Way: the rows of one claim in every layer, each with the commit that brought it there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from lakehouse.commits import Commit, latest_version
from lakehouse.errors import LakeEmpty
from lakehouse.journey.arrivals import built_from, first_commit, taken_in
from lakehouse.journey.rows import Row, bronze_rows, silver_rows
from lakehouse.serving import Console
from lakehouse.serving.deadline import together
from lakehouse.storage import Lake, LakeFile
from lakehouse.table import Table
from lakehouse.tables import layer_tables, table_named

SOURCE = "fact_claims"
"""The silver table whose rows gold counts."""


@dataclass(frozen=True)
class Hop:
    """A row, or the rows, of a claim in one table, and the first commit that can hold them.

    `rows` has the whole rows in bronze and silver, one a delivery of the claim. In gold it has the
    rows that count the claim: its own in claims_analytics, elsewhere that of its customer, provider
    or month. `commit` is None where the log does not tell (any more).
    """

    table: str
    view: str
    rows: tuple[Row, ...]
    commit: Commit | None


@dataclass(frozen=True)
class Way:
    """A claim's files in raw, the first one first, and its hops in the order of the layers."""

    claim_id: str
    files: tuple[LakeFile, ...]
    hops: tuple[Hop, ...]

    def hop(self, table: str) -> Hop | None:
        """The hop of one table, by its bare name; None where the claim has not come there."""
        return next((hop for hop in self.hops if hop.table.endswith(f".{table}")), None)


def way_of(console: Console, lake: Lake, claim_id: str) -> Way:
    """How far a claim has come, and with which version of each table.

    A claim that nobody has taken in yet has no hops. Raises `StorageUnavailable`.
    """
    bronze, silver = together(partial(ask, console, claim_id) for ask in (bronze_rows, silver_rows))
    named = {row["_source_file"].removeprefix("raw/") for row in bronze}
    landed = [file for file in lake.source_files() if file.path in named]
    # Storage tells whole seconds; of two files of one second the revision has the longer name.
    files = tuple(sorted(landed, key=lambda file: (file.modified, len(file.path))))
    hops = list(_taken_in(lake, bronze))
    hops += _judged(lake, silver, hops)
    counted = [row for row in silver if row["_is_valid"] and not row["_is_duplicate"]]
    if counted:
        judged = hops[-1].commit
        version = judged.version if judged else 0
        tables = [table for table in layer_tables("gold") if SOURCE in table.inputs]
        found = together(partial(_counted, console, lake, t, counted[0], version) for t in tables)
        hops += [hop for hop in found if hop is not None]
    return Way(claim_id, files, tuple(hops))


def _taken_in(lake: Lake, rows: list[Row]) -> Iterator[Hop]:
    if rows:
        table = table_named("claims_raw")
        newest = max(max(r["_ingestion_timestamp"], r["_source_modified_at"]) for r in rows)
        yield _hop(table, rows, _first(lake, table, taken_in(newest)))


def _judged(lake: Lake, rows: list[Row], before: list[Hop]) -> Iterator[Hop]:
    if rows:
        table = table_named(SOURCE)
        taken = before[-1].commit if before else None
        source = built_from("claims_raw", taken.version if taken else 0)
        yield _hop(table, rows, _first(lake, table, source))


def _counted(console: Console, lake: Lake, table: Table, claim: Row, version: int) -> Hop | None:
    """The rows of a gold table that count a claim, by the part of its key that a claim has."""
    keys = {name: value for name in table.keys if (value := _key(claim, name)) is not None}
    asked = " AND ".join(f"{name} = ${i}" for i, name in enumerate(keys, 1))
    sql = f"SELECT * FROM {table.full_name} WHERE {asked}"  # noqa: S608  # names as declared
    try:
        answer = console.query(sql, parameters=list(keys.values()))
    except LakeEmpty:
        return None
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return _hop(table, rows, _first(lake, table, built_from(SOURCE, version))) if rows else None


def _key(claim: Row, name: str) -> Any:
    if name == "month":
        day = claim["service_date"]
        return date(day.year, day.month, 1) if day else None
    return claim.get(name)


def _hop(table: Table, rows: list[Row], commit: Commit | None) -> Hop:
    return Hop(table.full_name, table.view, tuple(rows), commit)


def _first(lake: Lake, table: Table, holds: Callable[[Commit], bool]) -> Commit | None:
    newest = latest_version(lake, table)
    return None if newest is None else first_commit(lake, table, holds, high=newest)

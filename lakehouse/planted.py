"""Planted defects: the ledger of the source systems, held against what silver found."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from lakehouse.lake_file import LEDGER
from lakehouse.settings import Settings
from lakehouse.snapshot_files import open_table
from lakehouse.storage import Lake
from lakehouse.table import Table
from lakehouse.tables import layer_tables, tables

DUPLICATES = frozenset({"exact_duplicate", "late_correction", "near_duplicate"})
RULES = {
    "missing_required": "{}_required",
    "orphan_key": "{}_exists",
    "unknown_category": "{}_category",
    "wrong_case": "{}_repaired",
    "stray_spaces": "{}_repaired",
    "malformed_email": "{}_format",
}
"""The rule that finds a defect, by its column; the others are found by rules that read it."""
OBJECT = re.compile(r"raw/\w+/")
"""How files of one object begin, as the portal lands them: no ledger tells what is wrong there."""


@dataclass(frozen=True)
class Defect:
    """One planted defect: where, what, the value it hides, and the rule that found it (or "")."""

    entity: str
    key: str
    defect: str
    column: str | None
    original_value: str | None
    found_by: str


@dataclass(frozen=True)
class FalseAlarm:
    """A row that silver flags although nothing was planted in it."""

    entity: str
    key: str
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """All planted defects, and all alarms that were none."""

    defects: tuple[Defect, ...]
    false_alarms: tuple[FalseAlarm, ...]

    @property
    def missed(self) -> tuple[Defect, ...]:
        """Planted defects that silver does not show."""
        return tuple(defect for defect in self.defects if not defect.found_by)


@dataclass(frozen=True)
class _Row:
    rules: tuple[str, ...]
    duplicate: bool


def verdict(settings: Settings) -> Verdict:
    """Hold the ledger against the silver tables of this moment.

    Without a ledger (a lake that was not generated) there are no defects and no alarms.
    """
    ledger = Lake(settings).read("raw", LEDGER)
    if ledger is None:
        return Verdict((), ())
    entries = [json.loads(line) for line in ledger.splitlines()]
    rows = {source: _rows(settings, table) for source, table in _sources().items()}
    planted = {(entry["entity"], entry["key"]) for entry in entries}
    return Verdict(
        tuple(_judged(entry, rows[entry["entity"]]) for entry in entries),
        tuple(_false_alarms(rows, planted)),
    )


def _sources() -> dict[str, Table]:
    """The silver table of each source."""
    return {tables()[table.inputs[0]].source: table for table in layer_tables("silver")}


def _rows(settings: Settings, table: Table) -> dict[str, list[_Row]]:
    """Rows that came in files of the source systems, by key."""
    key = table.keys[0]
    columns = [key, "_rules_broken", "_is_duplicate", "_source_file", "_corrupt_record"]
    opened = open_table(settings, table)
    found: dict[str, list[_Row]] = defaultdict(list)
    rows = pa.table(opened.to_pyarrow_table(columns=columns)).to_pylist() if opened else []
    for row in rows:
        if not OBJECT.match(row["_source_file"]):
            told = _Row(tuple(row["_rules_broken"] or ()), bool(row["_is_duplicate"]))
            found[row[key] or _key_in(row["_corrupt_record"])].append(told)
    return found


def _key_in(line: str | None) -> str:
    """The key in a line that could not be read."""
    match = re.search(r"[A-Z]{3,4}-\d+", line or "")
    return match[0] if match else ""


def _judged(entry: dict[str, Any], rows: dict[str, list[_Row]]) -> Defect:
    found = (_found_by(entry, row) for row in rows.get(entry["key"], []))
    return Defect(**entry, found_by=next(filter(None, found), ""))


def _found_by(entry: dict[str, Any], row: _Row) -> str:
    if entry["defect"] in DUPLICATES:
        return "duplicate" if row.duplicate else ""
    expected = _expected(entry["entity"], entry["defect"], entry["column"])
    return next((rule for rule in row.rules if rule in expected), "")


def _expected(entity: str, defect: str, column: str | None) -> set[str]:
    """Rules that may find a defect."""
    if defect == "malformed_json":
        return {"parsed"}
    if defect in RULES:
        return {RULES[defect].format(column)}
    reads = re.compile(rf"\b{column}\b")
    declared = _sources()[entity].all_rules
    return {rule.name for rule in declared if reads.search(rule.condition)} | {f"{column}_type"}


def _false_alarms(
    rows: dict[str, dict[str, list[_Row]]], planted: set[tuple[str, str]]
) -> Iterator[FalseAlarm]:
    for source, by_key in rows.items():
        for key, found in by_key.items():
            rules = sorted({rule for row in found for rule in row.rules})
            alarmed = rules or any(row.duplicate for row in found)
            if alarmed and (source, key) not in planted:
                yield FalseAlarm(source, key, tuple(rules) or ("duplicate",))

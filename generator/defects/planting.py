"""Planting: which row gets which defect, and the source lines that come of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from generator.defects.catalog import FLAWS, Flaw
from generator.defects.eligibility import Eligibility, eligible
from generator.defects.garbling import GARBLERS
from generator.text import Columns, replaced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.block import Block
    from generator.days import Flags, Ints

UNDECIDED: Mapping[str, str | None] = {
    "deductible_applied": "0.00",
    "covered_amount": "0.00",
    "paid_amount": "0.00",
    "denial_reason": None,
    "processing_days": None,
}
"""What else an earlier line of a claim says that has been decided since."""


Entry = dict[str, str | None]
"""One line of the ledger: entity, key, defect, column, original_value."""


@dataclass(frozen=True, slots=True)
class Planted:
    """One defect: its row, what was there before and every column that it changes."""

    row: int
    kind: str
    key: str
    column: str | None
    original: str | None
    changes: Mapping[str, str | None] = field(default_factory=dict)
    adds_line: bool = False

    def entry(self, entity: str) -> Entry:
        """The defect as a line of the ledger."""
        return {
            "entity": entity,
            "key": self.key,
            "defect": self.kind,
            "column": self.column,
            "original_value": self.original,
        }


def planted(block: Block, entity: str, columns: Columns) -> list[Planted]:
    """Every defect of an entity in this block; no row carries two."""
    rows = eligible(block, entity)
    taken = np.zeros(len(rows.free), dtype=bool)
    keys = next(iter(columns.values()))
    result: list[Planted] = []
    for flaw in FLAWS[entity]:
        stream = block.streams(entity).of(f"defect {flaw.kind}")
        if flaw.kind == "near_duplicate":
            twins = np.flatnonzero(block.customers.twin_of >= 0)
            first = block.customers.twin_of[twins]
            result += [
                Planted(int(row), flaw.kind, keys[row].as_py(), None, keys[origin].as_py())
                for row, origin in zip(twins, first, strict=True)
            ]
            continue
        for row in _choose(flaw, rows, taken, block.lines(entity), stream):
            result.append(_plant(flaw, int(row), columns, keys[row].as_py(), stream))
    return result


def _choose(
    flaw: Flaw,
    rows: Eligibility,
    taken: Flags,
    lines: int,
    stream: np.random.Generator,
) -> Ints:
    """Rows for one kind of defect, marked as taken."""
    fit = rows.leaf if flaw.breaks else rows.free
    if flaw.kind == "late_correction":
        fit = rows.corrected
    chosen = np.sort(stream.permutation(np.flatnonzero(fit & ~taken))[: flaw.count(lines)])
    taken[chosen] = True
    return chosen


def _plant(
    flaw: Flaw, row: int, columns: Columns, key: str, stream: np.random.Generator
) -> Planted:
    if not flaw.columns:
        return Planted(row, flaw.kind, key, None, None, adds_line=flaw.adds_line)
    column = flaw.columns[int(stream.integers(len(flaw.columns)))]
    record = {name: values[row].as_py() for name, values in columns.items()}
    original = record[column]
    spoilt = GARBLERS[flaw.kind](column, original, record, stream)
    if not flaw.adds_line:
        return Planted(row, flaw.kind, key, column, original, {column: spoilt})
    changes = {column: spoilt, "updated_at": record["created_at"]}
    if column == "status":
        changes |= UNDECIDED
    return Planted(row, flaw.kind, key, column, spoilt, changes, adds_line=True)


def spoil(columns: Columns, defects: list[Planted]) -> Columns:
    """The columns with every changed value in its place."""
    changes: dict[str, dict[int, str | None]] = {}
    for defect in defects:
        for column, value in defect.changes.items():
            changes.setdefault(column, {})[defect.row] = value
    return {
        name: replaced(values, changes[name]) if name in changes else values
        for name, values in columns.items()
    }

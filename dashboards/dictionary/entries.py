"""Entries: every declared table and column, and those that some words find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from lakehouse.columns import Column
from lakehouse.table import METADATA, Layer, Table
from lakehouse.tables import tables


@dataclass(frozen=True)
class Entry:
    """One column of one table."""

    table: Table
    name: str
    column: Column

    @property
    def is_key(self) -> bool:
        """Whether it is the table's key, or a part of it."""
        return self.name in self.table.keys

    @property
    def role(self) -> str:
        """Key, delivered, added in silver, computed, or the pipeline's own."""
        if self.is_key:
            return "key"
        if self.name in METADATA[self.table.layer]:
            return "pipeline"
        if self.name in self.table.enriched:
            return "from parents"
        return "computed" if self.table.layer == "gold" else "delivered"


def entries(layers: Sequence[Layer], words: str = "") -> list[Entry]:
    """Columns of these layers in whose table, name, type or comment every word occurs."""
    return [
        Entry(table, name, column)
        for table in _of(layers)
        for name, column in table.all_columns.items()
        if _found(words, table.full_name, table.view, name, column.type, column.comment)
    ]


def found_tables(layers: Sequence[Layer], words: str = "") -> list[Table]:
    """Tables of these layers that the words find, by themselves or by one of their columns."""
    by_column = {entry.table.name for entry in entries(layers, words)}
    return [
        table
        for table in _of(layers)
        if table.name in by_column
        or _found(words, table.full_name, table.view, table.alias, table.description, table.grain)
    ]


def table_rows(found: Sequence[Table]) -> pd.DataFrame:
    """Tables as a grid."""
    rows = [
        (t.layer, t.name, t.description, t.grain, ", ".join(t.keys), len(t.all_columns), t.view)
        for t in found
    ]
    columns = ["layer", "table", "what it is", "grain", "key", "columns", "SQL view"]
    return pd.DataFrame(rows, columns=columns)


def column_rows(found: Sequence[Entry], samples: dict[str, dict[str, str]]) -> pd.DataFrame:
    """Columns as a grid, with sample values by table and column."""
    rows = [
        (
            entry.table.name,
            entry.name,
            entry.column.type,
            entry.role,
            entry.column.comment + (" Personal." if entry.column.personal else ""),
            samples.get(entry.table.name, {}).get(entry.name, ""),
        )
        for entry in found
    ]
    columns = ["table", "column", "type", "role", "meaning", "values found"]
    return pd.DataFrame(rows, columns=columns)


def _of(layers: Sequence[Layer]) -> list[Table]:
    return [table for table in tables().values() if table.layer in layers]


def _found(words: str, *texts: str) -> bool:
    everything = " ".join(texts).lower()
    return all(word in everything for word in words.lower().split())

"""The views that serve gold: one model, from which DuckDB's and Synapse's SQL are written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lakehouse.table import Table
from lakehouse.tables import layer_tables

if TYPE_CHECKING:
    from lakehouse.columns import Column


@dataclass(frozen=True)
class View:
    """A view of one gold table: all of its columns by name, in the table's order."""

    name: str
    table: Table

    @property
    def columns(self) -> dict[str, Column]:
        """The view's columns with their types and comments."""
        return self.table.all_columns

    @property
    def body(self) -> str:
        """The query behind the view, in SQL that every engine of the lake reads."""
        columns = ",\n    ".join(self.columns)
        return f"SELECT\n    {columns}\nFROM {self.table.full_name}"


@cache
def views() -> dict[str, View]:
    """Every view by name, as the gold tables declare them."""
    served = [table for table in layer_tables("gold") if table.view]
    return {table.view: View(table.view, table) for table in served}


def comment_on(table: Table) -> str:
    """What a table, or the view of it, shows, and its grain."""
    return f"{table.description} Grain: {table.grain}."

"""Amounts: the columns of a table that two of its versions are compared by in total."""

from __future__ import annotations

from lakehouse.table import Table

MONEY = "decimal(12,2)"


def amounts(table: Table) -> list[str]:
    """The table's columns of money, in their order."""
    return [name for name, column in table.columns.items() if column.type == MONEY]

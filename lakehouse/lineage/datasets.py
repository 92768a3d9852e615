"""Datasets: raw files, tables and views as lineage shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lakehouse.columns import Column
from lakehouse.lineage.graph import FILE, LINE, Build, Dataset, LineageColumn
from lakehouse.serving.views import View
from lakehouse.table import METADATA, Table

WHOLE = {
    LINE: LineageColumn(LINE, comment="The whole line or object, as delivered.", metadata=True),
    FILE: LineageColumn(FILE, comment="The file: its path and time of change.", metadata=True),
}


def short_name(table: Table) -> str:
    """The name by which lineage knows a table."""
    return f"{table.layer}.{table.name}"


def raw_dataset_of(name: str, table: Table, delivered: Iterable[str], files: int) -> Dataset:
    """A raw dataset that a bronze table reads, with the columns that its files bring.

    A column's comment is that of the bronze column of its name.
    """
    columns = {
        column: LineageColumn(
            column,
            comment=table.columns[column].comment if column in table.columns else "",
        )
        for column in delivered
    }
    return Dataset(
        name=name,
        stage="raw",
        full_name="",
        description=f"Source of {table.full_name}: {files:,} file{'' if files == 1 else 's'}.",
        columns=columns | WHOLE,
        files=files,
    )


def table_dataset(table: Table, build: Build | None) -> Dataset:
    """A table, and the build that was observed."""
    return Dataset(
        name=short_name(table),
        stage=table.layer,
        full_name=table.full_name,
        description=table.description,
        columns=_columns(table, table.all_columns),
        build=build,
    )


def view_dataset(view: View) -> Dataset:
    """A view on a table."""
    return Dataset(
        name=view.name,
        stage="view",
        full_name=view.name,
        description=view.table.description,
        columns=_columns(view.table, view.columns),
    )


def _columns(table: Table, columns: Mapping[str, Column]) -> dict[str, LineageColumn]:
    return {
        name: LineageColumn(
            name, column.type, column.comment, column.personal, name in METADATA[table.layer]
        )
        for name, column in columns.items()
    }

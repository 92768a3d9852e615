"""Bytes that a query has to read: what a serverless SQL pool would count as data processed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Any

from duckdb import DuckDBPyConnection
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.pushdown_projections import pushdown_projections
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import traverse_scope

from lakehouse.serving.relations import CATALOGUE, Relation, relations
from lakehouse.settings import Settings
from lakehouse.storage import delta_url
from lakehouse.table import Table

Sizes = Mapping[str, int]
"""Compressed bytes of a table's columns, in all files of its newest version."""


class ColumnSizes:
    """Sizes of the columns of tables, from the footers of their Parquet files.

    A footer is read once: files never change, and a version never gets other files.
    """

    def __init__(self, connection: DuckDBPyConnection, settings: Settings) -> None:
        """Nothing is read yet."""
        self._connection = connection
        self._settings = settings
        self._files: dict[Table, dict[str, Sizes]] = {}
        self._versions: dict[Table, int] = {}
        self._lock = Lock()

    def of(self, table: Table, version: int) -> Sizes:
        """Sizes of a table's columns, at its newest version."""
        with self._lock:
            if self._versions.get(table) != version:
                self._files[table] = self._footers(table)
                self._versions[table] = version
            total: defaultdict[str, int] = defaultdict(int)
            for sizes in self._files[table].values():
                for column, size in sizes.items():
                    total[column] += size
            return total

    def _footers(self, table: Table) -> dict[str, Sizes]:
        url = delta_url(self._settings, table.layer, table.name)
        cursor = self._connection.cursor()
        rows = cursor.execute("SELECT data_file FROM delta_list_files($1)", [url]).fetchall()
        known = self._files.get(table, {})
        footers = {file: known.get(file, {}) for (file,) in rows}
        new = [file for file in footers if file not in known]
        if new:
            chunks = cursor.execute(
                "SELECT file_name, split_part(path_in_schema, ', ', 1), "
                "sum(total_compressed_size)::BIGINT FROM parquet_metadata($1) GROUP BY ALL",
                [new],
            ).fetchall()
            for file, column, size in chunks:
                footers[file] = {**footers[file], column: size}
        return footers


def columns_read(query: exp.Expression, named: Iterable[Relation]) -> dict[Table, set[str]] | None:
    """The columns of each table that a query needs, as far as its text shows; None if it does not.

    `named` are the relations that it names, each in the query under its full name.
    """
    if query.find(exp.Columns, exp.Pivot):
        return None  # which columns these mean is known to DuckDB only
    schema: dict[str, Any] = defaultdict(dict)
    for relation in named:
        columns = dict.fromkeys(relation.table.all_columns, "text")
        schema[relation.database][relation.name] = columns
    try:
        qualified = qualify(query.copy(), schema=schema, dialect="duckdb", quote_identifiers=False)
        qualified = pushdown_projections(qualified)
        return _columns(qualified)
    except (SqlglotError, RecursionError, KeyError, ValueError):
        return None


def bytes_read(needed: Mapping[Table, Iterable[str]], sizes: Mapping[Table, Sizes]) -> int:
    """Compressed bytes of the columns needed."""
    return sum(sizes[table].get(column, 0) for table, names in needed.items() for column in names)


def _columns(query: exp.Expression) -> dict[Table, set[str]]:
    needed: defaultdict[Table, set[str]] = defaultdict(set)
    for scope in traverse_scope(query):
        tables = {
            name: relations()[source.db, source.name].table
            for name, source in scope.sources.items()
            if isinstance(source, exp.Table) and source.db not in ("", CATALOGUE)
        }
        for column in scope.columns:
            if column.table in tables:
                needed[tables[column.table]].add(column.name)
    return dict(needed)

"""The lake's tables and views in DuckDB, each with its comments, made when first asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from threading import Lock

import duckdb
from duckdb import DuckDBPyConnection

from lakehouse.columns import Column
from lakehouse.errors import PetInsureError
from lakehouse.serving.connection import literal
from lakehouse.serving.deadline import together
from lakehouse.serving.relations import Relation, find, relations
from lakehouse.serving.views import comment_on
from lakehouse.settings import Settings
from lakehouse.storage import delta_url
from lakehouse.table import Table


class Publication:
    """What of the lake a connection shows; safe to use from several threads.

    A view reads the newest version of its table at every query; it is made anew only where the
    table's columns changed.
    """

    def __init__(self, connection: DuckDBPyConnection, settings: Settings) -> None:
        """Nothing is shown yet."""
        self._connection = connection
        self._settings = settings
        self._shown: set[Relation] = set()
        self._commented: set[Relation] = set()
        self._checked: dict[Relation, int] = {}
        self._lock = Lock()

    def show(self, wanted: Collection[Relation], *, anew: bool = False) -> None:
        """Make sure that these relations are there; `anew` even where they are already.

        Raises `PetInsureError` where a table has not the columns that its view serves.
        """
        with self._lock:
            for relation in _sources_first(wanted):
                if anew or relation not in self._shown:
                    self._create(relation)

    def show_all(self, versions: Mapping[Table, int]) -> None:
        """Show the tables that are in storage, with every comment, and nothing else."""
        present = [r for r in _sources_first(relations().values()) if r.table in versions]
        with self._lock:
            for gone in self._shown - set(present):
                self._connection.cursor().execute(f"DROP VIEW IF EXISTS {_name(gone)}")
                self._shown.discard(gone)
            for views in (False, True):  # the tables side by side, then the views on them
                due = [r for r in present if bool(r.view) == views]
                together(partial(self._refresh, r, versions[r.table]) for r in due)
            for relation in self._shown - self._commented:
                self._comment(relation)

    def _refresh(self, relation: Relation, version: int) -> None:
        """Show a relation as it is now; one behind its declaration must not hide the others."""
        if relation in self._shown and self._checked.get(relation) == version:
            return
        try:
            if relation not in self._shown or not self._fits(relation):
                self._create(relation)
        except PetInsureError:
            return
        self._checked[relation] = version

    def _fits(self, relation: Relation) -> bool:
        """Whether a view still has the columns of its table."""
        try:
            self._connection.cursor().execute(f"DESCRIBE FROM {_name(relation)}")
        except duckdb.BinderException:
            return False
        return True

    def _create(self, relation: Relation) -> None:
        url = delta_url(self._settings, relation.table.layer, relation.table.name)
        body = relation.view.body if relation.view else f"FROM delta_scan({literal(url)})"
        try:
            self._connection.cursor().execute(f"CREATE OR REPLACE VIEW {_name(relation)} AS {body}")
        except duckdb.BinderException as error:
            msg = (
                f"{relation.full_name} serves a column that {relation.table.full_name} has not yet "
                f"({str(error).splitlines()[0]}); build it with `./petinsure run`."
            )
            raise PetInsureError(msg) from error
        self._shown.add(relation)
        self._commented.discard(relation)

    def _comment(self, relation: Relation) -> None:
        cursor = self._connection.cursor()
        stored = cursor.execute(
            "SELECT column_name FROM duckdb_columns() WHERE schema_name = $1 AND table_name = $2",
            [relation.database, relation.name],
        ).fetchall()
        name = _name(relation)
        statements = [f"COMMENT ON VIEW {name} IS {literal(comment_on(relation.table))}"]
        statements += [
            f'COMMENT ON COLUMN {name}."{column}" IS {literal(declared.comment)}'
            for column, declared in _declared(relation.table, {row[0] for row in stored})
        ]
        cursor.execute(f"BEGIN; {'; '.join(statements)}; COMMIT")
        self._commented.add(relation)


def _sources_first(wanted: Collection[Relation]) -> list[Relation]:
    """The relations, after the tables that the views among them read."""
    sources = [find(r.table.database, r.table.name) for r in wanted if r.view]
    return list(dict.fromkeys([*filter(None, sources), *wanted]))


def _declared(table: Table, stored: set[str]) -> Iterator[tuple[str, Column]]:
    return ((name, column) for name, column in table.all_columns.items() if name in stored)


def _name(relation: Relation) -> str:
    return f"{relation.database}.{relation.name}"

"""The SQL console: statements that read the lake's views and tables, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import Any, Self

import duckdb
from duckdb import DuckDBPyConnection

from lakehouse.errors import QueryRefused
from lakehouse.serving.connection import connect
from lakehouse.serving.deadline import Attempt
from lakehouse.serving.guard import Statement, check
from lakehouse.serving.presence import PATIENCE, Presence, Versions
from lakehouse.serving.publication import Publication
from lakehouse.serving.scanned import ColumnSizes, bytes_read, columns_read
from lakehouse.serving.sentences import explained
from lakehouse.settings import Settings

MAX_ROWS = 1000
TIMEOUT = 30.0


@dataclass(frozen=True)
class Result:
    """An answer: its columns with DuckDB's types, and up to `max_rows` of its rows.

    `seconds` is the time the query ran. `bytes_scanned` estimates what a serverless SQL pool
    would count as data processed: the compressed size of the columns that the query reads, in
    all files of the tables' newest versions; None where the text does not show which those are.
    """

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    seconds: float
    truncated: bool = False
    bytes_scanned: int | None = None


class Console:
    """A connection to ask again and again, from any number of threads.

    Every statement sees the tables' newest versions. It needs storage only, no engine.
    """

    def __init__(self, settings: Settings) -> None:
        """Open the connection; storage is not contacted before the first statement."""
        self._settings = settings
        self._presence = Presence(settings)
        self._connection = connect(settings)
        self._publication = Publication(self._connection, settings)
        self._sizes = ColumnSizes(self._connection, settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def query(
        self,
        sql: str,
        *,
        parameters: Sequence[object] = (),
        max_rows: int = MAX_ROWS,
        timeout: float = TIMEOUT,
    ) -> Result:
        """Run one statement that reads; DuckDB's SQL, and the common habits of T-SQL.

        `parameters` are the values of $1, $2 and so on in it.

        Raises `QueryRefused` for what it does not run, cannot resolve or that takes more than
        `timeout` seconds, `LakeEmpty` for a table that is not there yet and `StorageUnavailable`
        within seconds where storage does not answer: one sentence each.
        """
        statement = check(sql)
        try:
            return self._run(statement, parameters, max_rows, timeout)
        except duckdb.CatalogException as error:
            # A name that passed the guard and is unknown to DuckDB is a function: T-SQL's?
            if statement.dialect == "duckdb":
                try:
                    return self._run(check(sql, "tsql"), parameters, max_rows, timeout)
                except (duckdb.Error, QueryRefused):
                    pass
            raise explained(error, self._settings) from error
        except duckdb.Error as error:
            raise explained(error, self._settings) from error

    def column_bytes(self, name: str) -> dict[str, int]:
        """Compressed bytes of each column that a view or table serves, in its newest version.

        Raises what `query` does.
        """
        statement = check(f"FROM {name}")
        [(table, version)] = self._presence.versions(statement).items()
        try:
            sizes = self._sizes.of(table, version)
        except duckdb.Error as error:
            raise explained(error, self._settings) from error
        return {column: sizes.get(column, 0) for column in table.all_columns}

    def _run(
        self, statement: Statement, parameters: Sequence[object], max_rows: int, timeout: float
    ) -> Result:
        versions = self._presence.versions(statement)
        cursor = self._connection.cursor()
        until = perf_counter() + timeout
        work = partial(self._answer, cursor, statement, parameters, versions, max_rows, until)
        answer = Attempt(work)
        try:
            result = answer.result(timeout)
        except TimeoutError as error:
            cursor.interrupt()
            msg = f"The statement took more than {timeout:g} s and was stopped; ask for less."
            raise QueryRefused(msg) from error
        return replace(result, bytes_scanned=self._bytes_scanned(statement, versions))

    def _answer(
        self,
        cursor: DuckDBPyConnection,
        statement: Statement,
        parameters: Sequence[object],
        versions: Versions,
        max_rows: int,
        until: float,
    ) -> Result:
        if statement.catalogue:
            self._publication.show_all(versions)
        self._publication.show(statement.relations)
        started = perf_counter()
        if started > until:
            raise TimeoutError  # nobody waits any more
        try:
            cursor.execute(statement.sql, list(parameters))
        except duckdb.BinderException as error:
            if "Contents of view were altered" not in str(error):
                raise
            self._publication.show(statement.relations, anew=True)
            cursor.execute(statement.sql, list(parameters))
        rows = cursor.fetchmany(max_rows + 1)
        seconds = perf_counter() - started
        columns = [(column[0], str(column[1])) for column in cursor.description or ()]
        cursor.close()
        names, types = zip(*columns, strict=True)
        return Result(names, types, rows[:max_rows], seconds, len(rows) > max_rows)

    def _bytes_scanned(self, statement: Statement, versions: Versions) -> int | None:
        """The estimate; an answer is not held up, nor lost, because there is none."""
        if statement.query is None or not statement.relations:
            return 0
        needed = columns_read(statement.query, statement.relations)
        if needed is None:
            return None
        asked = Attempt(lambda: {t: self._sizes.of(t, versions[t]) for t in needed})
        try:
            return bytes_read(needed, asked.result(PATIENCE))
        except (duckdb.Error, TimeoutError):
            return None


def query(
    settings: Settings, sql: str, *, max_rows: int = MAX_ROWS, timeout: float = TIMEOUT
) -> Result:
    """Run one statement on a connection of its own, as `Console.query` does."""
    with Console(settings) as console:
        return console.query(sql, max_rows=max_rows, timeout=timeout)

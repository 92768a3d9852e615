"""Rows of silver, asked by SQL and kept for as long as their table has no newer version."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock
from typing import Any

from lakehouse.commits import latest_version
from lakehouse.errors import LakeEmpty
from lakehouse.serving import Console
from lakehouse.storage import Lake
from lakehouse.tables import tables

MOST_ROWS = 100_000
FRESH = 1.0
"""Seconds for which a table's newest version is taken for known."""
KEPT = 500

RowValues = dict[str, Any]


class SilverRows:
    """Asks the console, at most once a version; safe to use from several threads."""

    def __init__(self, console: Console, lake: Lake) -> None:
        """Nothing is asked yet."""
        self._console = console
        self._lake = lake
        self._versions: dict[str, tuple[float, int | None]] = {}
        self._kept: OrderedDict[tuple[str, tuple[Any, ...]], tuple[int, list[RowValues]]] = (
            OrderedDict()
        )
        self._lock = Lock()

    def ask(self, table: str, sql: str, *parameters: Any) -> list[RowValues]:
        """The rows of a statement over one table; none where the table is not built yet.

        Raises `StorageUnavailable`.
        """
        version = self.version(table)
        if version is None:
            return []
        key = (sql, parameters)
        with self._lock:
            kept = self._kept.get(key)
            if kept and kept[0] == version:
                self._kept.move_to_end(key)
                return kept[1]
        try:
            answer = self._console.query(sql, parameters=list(parameters), max_rows=MOST_ROWS)
        except LakeEmpty:
            return []
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        with self._lock:
            self._kept[key] = (version, rows)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return rows

    def version(self, table: str) -> int | None:
        """The newest version of a table, asked at most once a second."""
        now = time.monotonic()
        with self._lock:
            known = self._versions.get(table)
        if known and now - known[0] < FRESH:
            return known[1]
        version = latest_version(self._lake, tables()[table])
        with self._lock:
            self._versions[table] = (now, version)
        return version

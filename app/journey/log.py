"""Log: which commit of a table brought a row, as it was seen or as the table's log tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.tracker.progress import Arrival
from lakehouse.commits import Commit, latest_version, read_commit
from lakehouse.journey.arrivals import built_from, first_commit, taken_in
from lakehouse.storage import Lake
from lakehouse.tables import table_named


class Log:
    """The log of one table, as it is now."""

    def __init__(self, lake: Lake, name: str) -> None:
        """Storage is asked for the newest version."""
        self._lake = lake
        self._table = table_named(name)
        self._newest = latest_version(lake, self._table)

    def taken_in(self, seen: Arrival | None, since: datetime) -> Commit | None:
        """The commit that took in a batch which began then."""
        return self._seen(seen) or self.of_run(since)

    def built_from(self, seen: Arrival | None, source: str, version: int) -> Commit | None:
        """The first commit built from this version of a source; None where none is."""
        return self._seen(seen) or self._first(built_from(source, version))

    def of_run(self, began: datetime) -> Commit | None:
        """The first commit of a run that began then, else the newest."""
        return self._first(taken_in(began)) or self._last()

    def _seen(self, arrival: Arrival | None) -> Commit | None:
        """The commit that was seen to bring a row; None where the log tells another story now."""
        if arrival is None or self._newest is None or arrival.version > self._newest:
            return None
        commit = read_commit(self._lake, self._table, arrival.version)
        return commit if commit and commit.timestamp == arrival.at else None

    def _first(self, holds: Callable[[Commit], bool]) -> Commit | None:
        if self._newest is None:
            return None
        return first_commit(self._lake, self._table, holds, high=self._newest)

    def _last(self) -> Commit | None:
        return None if self._newest is None else read_commit(self._lake, self._table, self._newest)

"""Arrivals: which commit of a table brought a claim there, found in the table's log.

Runs note with each commit from which versions of their inputs they built. Versions and times only
grow, so the first commit that can hold a row is found by halving.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from lakehouse.commits import Commit, read_commit
from lakehouse.storage import Lake
from lakehouse.table import Table


def own_commit(lake: Lake, table: Table, version: int, *, low: int = 0) -> Commit | None:
    """The newest commit, from `version` down to `low`, by which a run wrote rows."""
    for number in range(version, low - 1, -1):
        commit = read_commit(lake, table, number)
        if commit is None:
            return None
        if commit.run_id and commit.rows_written:
            return commit
    return None


def first_commit(
    lake: Lake, table: Table, holds: Callable[[Commit], bool], *, low: int = 0, high: int
) -> Commit | None:
    """The first commit of a run for which a condition holds that stays true once it is."""
    found: Commit | None = None
    while low <= high:
        middle = (low + high) // 2
        commit = own_commit(lake, table, middle, low=low)
        if commit is not None and holds(commit):
            found, high = commit, commit.version - 1
        else:
            low = middle + 1
    return found


def taken_in(since: datetime) -> Callable[[Commit], bool]:
    """Whether a bronze commit can hold a row of a batch that began then."""

    def holds(commit: Commit) -> bool:
        return commit.timestamp >= since

    return holds


def built_from(table: str, version: int) -> Callable[[Commit], bool]:
    """Whether a silver or gold commit was built from this version of an input, or a later one."""

    def holds(commit: Commit) -> bool:
        return int(commit.notes.get("inputs", {}).get(table, -1)) >= version

    return holds

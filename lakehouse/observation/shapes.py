"""Shapes: in what shape a build was, found by the code that made it and the time of its commit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from lakehouse.commits import Commit
from lakehouse.observation.gathering import gather, remember
from lakehouse.observation.memory import Memory, Span
from lakehouse.settings import Settings
from lakehouse.table import Table

SOON = timedelta(minutes=2)
"""Time after a commit within which the engine tells of it; on a busy machine some seconds."""


def is_build(commit: Commit) -> bool:
    """Whether a commit is a build of a silver or gold table: a person's statement is none."""
    return bool(commit.run_id) and "code" in commit.notes


def shape_of(
    settings: Settings, memory: Memory, table: Table, build: Commit, after: Sequence[Commit] = ()
) -> str | None:
    """The shape of a build; None where no build by its code was observed.

    `after` are the commits that came after it: what the engine told then is told of those. What is
    found by time is remembered by code.
    """
    name, code = f"{table.layer}.{table.name}", str(build.notes["code"])
    known = memory.codes.get(name, {}).get(code)
    if known:
        return known
    end = min([build.timestamp + SOON, *(commit.timestamp for commit in after)])
    found = _told(memory.spans.get(name, ()), build.timestamp, end)
    if found:
        _keep(memory, name, code, found)
        remember(settings, lambda stored: _keep(stored, name, code, found))
    return found


def _told(spans: Iterable[Span], at: datetime, end: datetime) -> str | None:
    """The first shape that goes on at a moment, or begins soon after it."""
    return next((s.shape for s in spans if s.until >= at and s.since <= max(end, at)), None)


def _keep(memory: Memory, name: str, code: str, shape: str) -> None:
    if shape in memory.shapes:
        memory.codes.setdefault(name, {})[code] = shape


class Observer:
    """Tells a run which builds the engine is to be watched at: those by code never observed."""

    def __init__(self, settings: Settings) -> None:
        """What was told up to now is taken in when first asked."""
        self._settings = settings
        self._memory: Memory | None = None

    def needed(self, table: Table, code: str, newest: Commit | None) -> bool:
        """Whether a build of a table by this code is to be observed.

        `newest` is the pipeline's newest commit of the table. Where no engine of this machine tells
        anything, none is; where memory fails, each is, which costs a little time.
        """
        if self._settings.spark_remote or not self._settings.lineage_folder.is_dir():
            return False
        if self._memory is None:
            self._memory = gather(self._settings)
        try:
            if newest and is_build(newest):
                shape_of(self._settings, self._memory, table, newest)
        except OSError:
            return True
        return code not in self._memory.codes.get(f"{table.layer}.{table.name}", {})

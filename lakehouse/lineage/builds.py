"""Builds: which commit of a table is the pipeline's newest that was observed, and in what shape."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from lakehouse.commits import Commit, commits
from lakehouse.lineage.graph import Build
from lakehouse.observation.memory import Span
from lakehouse.storage import Lake
from lakehouse.table import Table

SOON = timedelta(minutes=2)
"""Time after a commit within which the engine tells of it; on a busy machine some seconds."""
LOOK_BACK = 20
"""Builds by the same code that are looked at where the newest was not observed."""


@dataclass(frozen=True)
class ObservedBuild:
    """The build that a table is from, and the shape in which it was observed."""

    build: Build
    shape: str


def observed_build(lake: Lake, table: Table, spans: Iterable[Span]) -> ObservedBuild | None:
    """The newest build of a table that was observed; None where none was.

    Only commits of pipeline runs are builds: a person's statement changes rows, not lineage. A
    commit that is gone from the log, after a reset, counts no more. An unobserved build is told by
    an earlier one of the same code.
    """
    spans = list(spans)
    until: datetime | None = None
    newest: Commit | None = None
    looked_at = 0
    for commit in commits(lake, table):
        if commit.run_id and "inputs" in commit.notes:
            newest = newest or commit
            if looked_at == LOOK_BACK or commit.notes.get("code") != newest.notes.get("code"):
                return None
            if span := _span(commit.timestamp, until, spans):
                return ObservedBuild(build_of(commit), span.shape)
            looked_at += 1
        until = commit.timestamp
    return None


def build_of(commit: Commit) -> Build:
    """A commit as lineage tells of it."""
    return Build(commit.version, commit.timestamp, commit.run_id, commit.by)


def _span(at: datetime, until: datetime | None, spans: list[Span]) -> Span | None:
    """The first span that goes on at a commit, or begins soon after it and before the next one."""
    end = min(until or datetime.max.replace(tzinfo=UTC), at + SOON)
    return next((s for s in spans if s.until >= at and s.since < max(end, at)), None)

"""Builds: which commit of a table is the pipeline's newest build, and in what shape it was."""

from __future__ import annotations

from dataclasses import dataclass

from lakehouse.commits import Commit, commits
from lakehouse.lineage.graph import Build
from lakehouse.observation.memory import Memory
from lakehouse.observation.shapes import is_build, shape_of
from lakehouse.storage import Lake
from lakehouse.table import Table


@dataclass(frozen=True)
class ObservedBuild:
    """The build that a table is from; `shape` is None where no build by its code was observed."""

    build: Build
    shape: str | None


def newest_build(lake: Lake, memory: Memory, table: Table) -> ObservedBuild | None:
    """The newest build of a silver or gold table; None where it was never built.

    Only commits of pipeline runs are builds: a person's statement changes rows, not lineage. A
    commit that is gone from the log, after a reset, counts no more.
    """
    after: list[Commit] = []
    for commit in commits(lake, table):
        if is_build(commit):
            shape = shape_of(lake.settings, memory, table, commit, after)
            return ObservedBuild(build_of(commit), shape)
        after.append(commit)
    return None


def build_of(commit: Commit) -> Build:
    """A commit as lineage tells of it."""
    return Build(commit.version, commit.timestamp, commit.run_id, commit.by)

"""State of the tables: what the log of each says of its maker, its inputs and foreign commits."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lakehouse.commits import Commit, commits, latest_version, read_commit
from lakehouse.storage import Lake
from lakehouse.table import Table

SHARED_CODE = (
    "columns.py",
    "rules.py",
    "table.py",
    "thresholds.py",
    "transform.py",
    "measures/*.py",
    "quality/*.py",
)
"""Files of the lakehouse package on which the rows of every silver and gold table depend."""


@dataclass(frozen=True)
class TableState:
    """What a run must know of a table before it starts.

    `version` is None where the table is not in storage. `rows_version` is the newest version
    that changed rows, `own` the pipeline's newest commit, `foreign` the commits after it, and
    between those of its stream, that are someone else's and changed rows, newest first.
    """

    version: int | None
    rows_version: int | None = None
    own: Commit | None = None
    foreign: tuple[Commit, ...] = ()

    @property
    def notes(self) -> dict[str, Any]:
        """What the pipeline noted with its newest commit; empty where there is none."""
        return self.own.notes if self.own else {}

    @property
    def generation(self) -> int:
        """Generation of a bronze table's checkpoint."""
        return int(self.notes.get("generation", 0))


def table_state(lake: Lake, table: Table) -> TableState:
    """The state of a table, from its log; reads as few commits as it can."""
    version = latest_version(lake, table)
    if version is None:
        return TableState(None)
    rows_version: int | None = None
    foreign: list[Commit] = []
    for commit in commits(lake, table, until=version):
        if not commit.keeps_rows and rows_version is None:
            rows_version = commit.version
        if commit.run_id:
            slipped_in = _slipped_in(lake, table, commit)
            return TableState(version, rows_version, commit, (*foreign, *slipped_in))
        if not commit.keeps_rows:
            foreign.append(commit)
    return TableState(version, rows_version, None, tuple(foreign))


def _slipped_in(lake: Lake, table: Table, own: Commit) -> Iterator[Commit]:
    """Someone else's commits between a stream's start and its newest commit, newest first."""
    after = own.notes.get("after", own.version)
    for version in range(own.version - 1, after, -1):
        commit = read_commit(lake, table, version)
        if commit and commit.run_id != own.run_id and not commit.keeps_rows:
            yield commit


@cache
def fingerprint(table: Table) -> str:
    """Hash of the code on which a table's rows depend; a change of it makes the table stale."""
    package = Path(__file__).resolve().parent.parent
    shared = sorted(path for pattern in SHARED_CODE for path in package.glob(pattern))
    own = Path(inspect.getfile(table.build))
    digest = hashlib.sha256()
    for path in [own, *shared]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]

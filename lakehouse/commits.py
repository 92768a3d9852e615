"""Commits of a Delta table, read from its log without an engine: versions, makers, metrics."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from lakehouse.storage import Lake
from lakehouse.table import Table

MAINTENANCE = frozenset(
    {
        "OPTIMIZE",
        "VACUUM START",
        "VACUUM END",
        "SET TBLPROPERTIES",
        "UNSET TBLPROPERTIES",
        "CHANGE COLUMN",
        "COMPUTE STATS",
        "ADD CONSTRAINT",
        "DROP CONSTRAINT",
        "UPGRADE PROTOCOL",
        "REORG",
    }
)
"""Operations that leave a table's rows as they are."""

ROW_METRICS = ("numUpdatedRows", "numDeletedRows", "numOutputRows", "num_added_rows")
"""Metrics that count rows: of an UPDATE, a DELETE, anything else, and the last by delta-rs."""


@dataclass(frozen=True)
class Commit:
    """One version of a table: when (UTC), which operation, by whom, and what it wrote."""

    version: int
    timestamp: datetime
    operation: str
    parameters: dict[str, Any]
    metrics: dict[str, Any]
    user_metadata: str | None
    engine: str | None
    notes: dict[str, Any] = field(default_factory=dict)

    @property
    def run_id(self) -> str | None:
        """The pipeline run that made this commit; None for anyone else's."""
        return self.notes.get("run")

    @property
    def by(self) -> str | None:
        """Who made this commit, as far as its userMetadata says."""
        return self.notes.get("by")

    @property
    def keeps_rows(self) -> bool:
        """Whether the table's rows are the same before and after."""
        return self.operation in MAINTENANCE

    @property
    def rows_written(self) -> int:
        """Rows this commit wrote, changed or deleted, as its metrics count them."""
        return next((int(n) for m in ROW_METRICS if (n := self.metrics.get(m))), 0)


def latest_version(lake: Lake, table: Table) -> int | None:
    """The table's newest version, or None where the table is not in storage."""
    names = (
        f.path.rsplit("/", 1)[-1] for f in lake.files(table.layer, f"{table.name}/_delta_log/")
    )
    versions = [int(n[:20]) for n in names if n.endswith(".json") and n[:20].isdigit()]
    return max(versions, default=None)


def read_commit(lake: Lake, table: Table, version: int) -> Commit | None:
    """The commit of one version; None where its log file is gone."""
    data = lake.read(table.layer, f"{table.name}/_delta_log/{version:020d}.json")
    if data is None:
        return None
    for line in data.splitlines():
        action = json.loads(line)
        if "commitInfo" in action:
            return _commit(version, action["commitInfo"])
    return _commit(version, {})


def commits(lake: Lake, table: Table, *, until: int | None = None) -> Iterator[Commit]:
    """The table's commits, newest first, starting with version `until` (default: the newest)."""
    newest = latest_version(lake, table) if until is None else until
    for version in range(-1 if newest is None else newest, -1, -1):
        commit = read_commit(lake, table, version)
        if commit is None:
            return
        yield commit


def _commit(version: int, info: dict[str, Any]) -> Commit:
    metadata = info.get("userMetadata")
    return Commit(
        version=version,
        timestamp=datetime.fromtimestamp(info.get("timestamp", 0) / 1000, UTC),
        operation=info.get("operation", "UNKNOWN"),
        parameters=info.get("operationParameters", {}),
        metrics=info.get("operationMetrics", {}),
        user_metadata=metadata,
        engine=info.get("engineInfo"),
        notes=_notes(metadata),
    )


def _notes(metadata: str | None) -> dict[str, Any]:
    try:
        notes = json.loads(metadata or "{}")
    except json.JSONDecodeError:
        return {}
    return notes if isinstance(notes, dict) else {}

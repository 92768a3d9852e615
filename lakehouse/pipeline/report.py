"""Report of a run: what it did, kept in the lake beside the tables."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

from lakehouse.storage import Lake

RUNS = "_runs"


@dataclass(frozen=True)
class BuiltTable:
    """A new version of a table: rows written by it and seconds it took."""

    table: str
    version: int
    rows: int
    seconds: float


@dataclass(frozen=True)
class RunReport:
    """What a run did; `ok` is False where it ended early."""

    run_id: str
    by: str
    started_at: str
    seconds: float
    ok: bool
    built: list[BuiltTable] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    error: str | None = None


def write_report(lake: Lake, report: RunReport) -> None:
    """Keep a report, by the run's id."""
    lake.write("bronze", f"{RUNS}/{report.run_id}.json", json.dumps(asdict(report)).encode())

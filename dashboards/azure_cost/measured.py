"""Measured: what this lake holds, how its runs went, and what its dashboard reads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from dashboards import queries
from dashboards.bi.months import calendar
from dashboards.bi.statements import visit
from dashboards.evidence import stopwatch
from lakehouse.serving import views
from lakehouse.settings import Settings
from lakehouse.snapshot_files import Snapshot, snapshot
from lakehouse.status import last_runs
from lakehouse.storage import CONTAINERS, Lake, LakeFile, hidden
from lakehouse.table import Table
from lakehouse.tables import tables

MOST_RUNS = 50
TOGETHER = 4
"""Statements asked at once."""
VIEW = re.compile(r"\bFROM (vw_\w+)")
CLAIM_FILES = re.compile(r"claims(?:\.jsonl|/.*\.json)")


@dataclass(frozen=True)
class Stored:
    """Files and bytes of a container; `live` are those of the tables' newest versions."""

    container: str
    files: int
    size: int
    live_files: int
    live_size: int


@dataclass(frozen=True)
class Run:
    """A run: its seconds, tables built, rows and files that it wrote; `full` read everything."""

    run_id: str
    seconds: float
    tables: int
    rows: int
    files: int
    full: bool


@dataclass(frozen=True)
class Scan:
    """A statement of the dashboard: its view, bytes that it reads, and that all columns hold."""

    view: str
    scanned: int
    whole: int
    files: int


@dataclass(frozen=True)
class Measured:
    """All of it."""

    stored: tuple[Stored, ...]
    runs: tuple[Run, ...]
    scans: tuple[Scan, ...]
    raw_claims: int
    """Bytes of the claims' files in raw."""
    claims_a_day: float
    """In the last whole month."""
    recent_claims: float
    """Share of all claims that were treated in the last twelve whole months or since."""
    best_files: int
    """Data files that all tables would have at 128 MB a file."""
    seconds: Mapping[str, float]
    """What measuring took: `storage`, `runs`, `scans`."""

    @property
    def full_run(self) -> Run | None:
        """The newest run that built everything from all files."""
        return next((run for run in self.runs if run.full), None)

    @property
    def usual_run(self) -> Run | None:
        """The run of middle length among those that built on what was there; else the full one."""
        some = [run for run in self.runs if not run.full and run.tables]
        if not some:
            return self.full_run
        middle = median(run.seconds for run in some)
        return min(some, key=lambda run: abs(run.seconds - middle))

    @property
    def size(self) -> int:
        """Bytes of all containers."""
        return sum(each.size for each in self.stored)


BEST_FILE = 128 * 1024 * 1024


def measure() -> Measured:
    """Ask storage, the logs, the runs' reports and the views.

    Raises `StorageUnavailable`, and `LakeEmpty` where nothing is built.
    """
    settings = queries.settings()
    lake = Lake(settings)
    with stopwatch() as storing:
        files = {name: lake.files(name) for name in CONTAINERS}
        live = _live(settings)
        stored = tuple(_stored(name, found, live) for name, found in files.items())
    with stopwatch() as running:
        reports = last_runs(settings, MOST_RUNS)
        told = runs(reports, [file for found in files.values() for file in found])
    with stopwatch() as scanning:
        scans = _scans({table.name: len(found.files) for table, found in live.items()})
        recent, all_claims, last_month, days = _claims()
    return Measured(
        stored=stored,
        runs=told,
        scans=scans,
        raw_claims=sum(f.size for f in files["raw"] if CLAIM_FILES.fullmatch(f.path)),
        claims_a_day=last_month / days,
        recent_claims=recent / all_claims if all_claims else 0.0,
        best_files=sum(max(1, -(-found.size // BEST_FILE)) for found in live.values()),
        seconds={
            "storage": storing.seconds,
            "runs": running.seconds,
            "scans": scanning.seconds,
        },
    )


def _live(settings: Settings) -> dict[Table, Snapshot]:
    """The newest version of every table that is built."""
    known = list(tables().values())
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda table: snapshot(settings, table), known)
        return {table: one for table, one in zip(known, found, strict=True) if one is not None}


def _stored(name: str, files: Sequence[LakeFile], live: Mapping[Table, Snapshot]) -> Stored:
    of_layer = [found for table, found in live.items() if table.layer == name]
    sources = [file for file in files if not hidden(file.path)] if name == "raw" else []
    return Stored(
        name,
        len(files),
        sum(file.size for file in files),
        len(sources) + sum(len(found.files) for found in of_layer),
        sum(file.size for file in sources) + sum(found.size for found in of_layer),
    )


def runs(reports: Sequence[Mapping[str, Any]], files: Sequence[LakeFile]) -> tuple[Run, ...]:
    """The runs that ended well, newest first; files are theirs by when they were written."""
    found = []
    for report in reports:
        if not report["ok"]:
            continue
        began = datetime.fromisoformat(report["started_at"])
        ended = began + timedelta(seconds=report["seconds"])
        built = report["built"]
        found.append(
            Run(
                report["run_id"],
                report["seconds"],
                len(built),
                sum(table["rows"] for table in built),
                sum(began <= file.modified <= ended for file in files),
                full=bool(built) and not report["unchanged"],
            )
        )
    return tuple(found)


def _scans(opened: Mapping[str, int]) -> tuple[Scan, ...]:
    """What each statement of the dashboard reads, of tables with so many data files."""
    console = queries.console(queries.settings())
    asked = [(sql, VIEW.findall(sql)[0]) for sql in visit(calendar())]
    whole = {name: sum(console.column_bytes(name).values()) for name in {n for _, n in asked}}
    with ThreadPoolExecutor(TOGETHER) as pool:
        answers = list(pool.map(console.query, [sql for sql, _ in asked]))
    found = []
    for (_, name), answer in zip(asked, answers, strict=True):
        size, files = whole[name], opened.get(views()[name].table.name, 0)
        scanned = size if answer.bytes_scanned is None else answer.bytes_scanned
        found.append(Scan(name, scanned, size, files))
    return tuple(found)


CLAIMS = """\
SELECT count(*) FILTER (service_date >= DATE '{day}' - INTERVAL 12 MONTH) AS recent,
  count(*) AS all_claims,
  count(*) FILTER (service_date >= DATE '{day}' - INTERVAL 1 MONTH AND service_date < DATE '{day}')
    AS last_month,
  DATE '{day}' - CAST(DATE '{day}' - INTERVAL 1 MONTH AS DATE) AS days
FROM vw_claims_analytics"""


def _claims() -> tuple[int, int, int, int]:
    [row] = queries.ask(CLAIMS.format(day=calendar().open_from)).rows
    recent, all_claims, last_month, days = (int(value) for value in row)
    return recent, all_claims, last_month, days

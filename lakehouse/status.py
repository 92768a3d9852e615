"""Status: what is in each layer and what the last run did, read without an engine."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from lakehouse.pipeline.report import RUNS
from lakehouse.settings import Settings
from lakehouse.snapshot_files import snapshot
from lakehouse.storage import Lake
from lakehouse.table import LAYERS, Table
from lakehouse.tables import layer_tables


def layers(settings: Settings) -> dict[str, Any]:
    """Files in raw, and rows and version of every table there is, by layer.

    Raises `StorageUnavailable` where storage does not answer.
    """
    counts: dict[str, Any] = {"raw": {"files": len(Lake(settings).source_files())}}
    with ThreadPoolExecutor(8) as pool:
        for layer in LAYERS:
            found = pool.map(lambda table: _counts(settings, table), layer_tables(layer))
            names = (table.name for table in layer_tables(layer))
            counts[layer] = {n: c for n, c in zip(names, found, strict=True) if c is not None}
    return counts


def last_run(settings: Settings) -> dict[str, Any] | None:
    """The report of the newest run; None before the first."""
    return next(iter(last_runs(settings, 1)), None)


def last_runs(settings: Settings, most: int) -> list[dict[str, Any]]:
    """Reports of the newest runs, newest first."""
    lake = Lake(settings)
    paths = sorted((f.path for f in lake.files("bronze", f"{RUNS}/")), reverse=True)
    reports = [lake.read("bronze", path) for path in paths if path.endswith(".json")][:most]
    return [json.loads(report) for report in reports if report]


def _counts(settings: Settings, table: Table) -> dict[str, int] | None:
    found = snapshot(settings, table)
    return None if found is None else {"rows": found.rows, "version": found.version}

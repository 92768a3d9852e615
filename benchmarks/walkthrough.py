"""Walkthrough: what an audience waits for, page by page and step by step, from a rehearsal."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.table import OUT, Measurements
from dashboards.parts import PARTS


def walkthrough(table: Measurements) -> None:
    """Rehearse the whole demo on a lake of its own; raises `CalledProcessError` where it fails."""
    with tempfile.TemporaryDirectory(prefix="petinsure-bench-") as folder:
        command = [sys.executable, "-m", "kit", "rehearse", "--folder", folder]
        done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            OUT.print(done.stdout, markup=False)
        done.check_returncode()
        told = json.loads((Path(folder) / "timings.json").read_text())
    table.add("whole rehearsal, without pauses", told["seconds"], "s", 360)
    table.add("of it to start and fill a lake", told["setting_up"], "s")
    _pages(table, told["steps"])
    for part in PARTS:
        steps = [each for each in told["steps"] if each["part"] == part.number]
        waits = sum(each["seconds"] for each in steps)
        table.add(f"part {part.number}, {part.title}: waits", waits, "s", part.minutes * 60)
        for each in steps:
            table.add(f"  step {each['title']}", each["seconds"], "s")


def _pages(table: Measurements, steps: list[dict[str, Any]]) -> None:
    turned = {each["title"]: each["page_seconds"] for each in steps if each["page_seconds"]}
    slowest = max(turned, key=lambda title: turned[title])
    table.add("page to page, median", statistics.median(turned.values()), "s")
    table.add(f"slowest page: {slowest}", turned[slowest], "s", 1)

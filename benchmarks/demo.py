"""Demo: from a bare checkout to the tour of the README, each step timed as its user waits."""

from __future__ import annotations

import json
import statistics

from benchmarks.clone import Clone
from benchmarks.live import live_mode
from benchmarks.submit import submit
from benchmarks.table import Measurements

CLAIM = "docs/examples/claim.json"
QUERIES = """
import json, time
from lakehouse.serving import Console, views
from lakehouse.settings import get_settings
found = []
with Console(get_settings()) as console:
    for _ in range(20):
        for view in views():
            began = time.monotonic()
            console.query(f"SELECT * FROM {view} LIMIT 100")
            found.append((time.monotonic() - began) * 1000)
print(json.dumps(found))
"""
GIB = 2**30


def first_demo(table: Measurements, clone: Clone) -> None:
    """`make demo` of a bare checkout until it is ready, with warm package caches."""
    tools = clone.seconds("make", "tools")
    table.add("set-up of a bare checkout", tools, "s")
    table.add("first make demo", tools + clone.kit("up", "--detach", "--no-browser"), "s", 150)
    first, second, *_ = clone.runs()
    table.add("raw → gold, engine just started and untaught", first["seconds"], "s")
    table.add("40 portal claims → gold", second["seconds"], "s")


def tour(table: Measurements, clone: Clone) -> None:
    """What a presenter does again and again, on a warm engine."""
    table.add("raw → gold, full, warm", _run(clone, "--full"), "s", 15)
    table.add("run with nothing new", clone.kit("run"), "s", 3)
    clone.kit("land", CLAIM)
    table.add("one new claim → gold", clone.kit("run"), "s", 6)
    submit(table, clone)
    live_mode(table, clone)
    queries(table, clone)
    table.add("engine memory", clone.engine_bytes() / GIB, "GiB", 3)
    table.add("reset", clone.kit("reset"), "s", 10)


def queries(table: Measurements, clone: Clone) -> None:
    """120 view queries on one connection; the slowest twentieth begins at p95."""
    found = json.loads(clone.python(QUERIES))
    table.add("view query, p95", statistics.quantiles(found, n=20)[-1], "ms", 200)


def later_demo(table: Measurements, clone: Clone) -> None:
    """Stop, and start again with the lake as it was, the engine taught; then a new lake."""
    clone.kit("down")
    clone.seconds(".venv/bin/python", "-m", "kit.training", "--home", str(clone.home))
    table.add("later make demo", clone.kit("up", "--detach", "--no-browser"), "s", 20)
    clone.kit("generate", "--yes")
    table.add("raw → gold, engine just started", _run(clone), "s", 30)


def scaled(table: Measurements, clone: Clone, scale: int = 20) -> None:
    """The whole pipeline over a larger lake, on the same engine, beside scale 1."""
    clone.kit("generate", "--scale", "1", "--yes")
    small = _run(clone)
    clone.kit("generate", "--scale", str(scale), "--yes")
    large = _run(clone)
    table.add("raw → gold, scale 1, warm, new lake", small, "s")
    table.add(f"raw → gold, scale {scale}", large, "s")
    table.add(f"scale {scale} to scale 1", large / small, "times", 8)
    table.add(f"engine memory, scale {scale}", clone.engine_bytes() / GIB, "GiB", 3)


def _run(clone: Clone, *how: str) -> float:
    clone.kit("run", *how)
    return float(clone.last_run()["seconds"])

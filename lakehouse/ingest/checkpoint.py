"""Checkpoints: which source files a bronze table's stream has taken in, read without an engine."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import unquote, urlparse

from lakehouse.storage import Lake, LakeFile
from lakehouse.table import Table

FOLDER = "_checkpoints"


@dataclass(frozen=True)
class Taken:
    """Files a stream has planned, with their time of change then, and whether all is committed."""

    files: dict[str, datetime] = field(default_factory=dict)
    committed: bool = True

    def pending(self, files: list[LakeFile]) -> list[LakeFile]:
        """Files the stream has not taken in."""
        return [f for f in files if f.path not in self.files]

    def overwritten(self, files: list[LakeFile]) -> list[LakeFile]:
        """Files that changed after the stream took them in; it will not look at them again."""
        return [f for f in files if f.path in self.files and f.modified > self.files[f.path]]


def checkpoint_path(table: Table, generation: int) -> str:
    """Path in container bronze of the stream's checkpoint; a replay begins a new generation."""
    return f"{FOLDER}/{table.name}/{generation}"


def taken(lake: Lake, table: Table, generation: int) -> Taken:
    """What the stream of a table has taken in so far."""
    root = checkpoint_path(table, generation)
    files = {f.path.removeprefix(f"{root}/"): f.path for f in lake.files("bronze", f"{root}/")}
    planned = _numbers(files, "offsets")
    done = _numbers(files, "commits")
    seen: dict[str, datetime] = {}
    for source in sorted({p.split("/")[1] for p in files if p.startswith("sources/")}):
        for path in _source_logs(files, f"sources/{source}"):
            seen |= _entries(lake.read("bronze", files[path]) or b"")
    return Taken(seen, committed=max(planned, default=-1) == max(done, default=-1))


def _numbers(files: dict[str, str], folder: str) -> list[int]:
    names = (p.rpartition("/") for p in files)
    return [int(name) for place, _, name in names if place == folder and name.isdigit()]


def _source_logs(files: dict[str, str], folder: str) -> list[str]:
    """Log files to read: the latest compacted one and those after it."""
    numbers = {p: p.rpartition("/")[2] for p in files if p.startswith(f"{folder}/")}
    compact = [int(n.removesuffix(".compact")) for n in numbers.values() if n.endswith(".compact")]
    last = max(compact, default=-1)
    later = [p for p, n in numbers.items() if n.isdigit() and int(n) > last]
    return [p for p, n in numbers.items() if n == f"{last}.compact"] + later


def _entries(data: bytes) -> dict[str, datetime]:
    entries = (json.loads(line) for line in data.splitlines() if line.startswith(b"{"))
    return {
        _container_path(e["path"]): datetime.fromtimestamp(e["timestamp"] / 1000, UTC)
        for e in entries
    }


def _container_path(url: str) -> str:
    path = unquote(urlparse(url).path)
    return path.partition("/raw/")[2] if url.startswith("file:") else path.lstrip("/")

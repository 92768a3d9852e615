"""Files of a copy: those in storage, and those that a version of the table refers to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pandas as pd

from lakehouse.storage import SANDBOX

if TYPE_CHECKING:
    from dashboards.sandbox import Sandbox


def parquet_files(sandbox: Sandbox, name: str) -> dict[str, int]:
    """Data files in a table's folder with their bytes, whether the table knows them or not."""
    start = len(sandbox.path(name)) + 1
    found = {file.path[start:]: file.size for file in sandbox.files(name)}
    return {
        path: size for path, size in found.items() if path.endswith(".parquet") and "/" not in path
    }


def actions(sandbox: Sandbox, name: str) -> list[tuple[int, dict[str, Any]]]:
    """All entries of a table's log with their version, the oldest first."""
    logs = [
        f.path for f in sandbox.files(name) if f.path.endswith(".json") and "_delta_log/0" in f.path
    ]
    found: list[tuple[int, dict[str, Any]]] = []
    for path in sorted(logs):
        version = int(path.rsplit("/", 1)[1].removesuffix(".json"))
        lines = (sandbox.lake.read(SANDBOX, path) or b"").splitlines()
        found.extend((version, json.loads(line)) for line in lines)
    return found


def versions_of_files(sandbox: Sandbox, name: str) -> dict[str, int]:
    """Data files that the log knows, with the version that added each."""
    known = actions(sandbox, name)
    return {action["add"]["path"]: version for version, action in known if "add" in action}


def orphans(sandbox: Sandbox, name: str) -> dict[str, int]:
    """Data files that no version refers to, with their bytes: left by a write that never ended."""
    known = versions_of_files(sandbox, name)
    return {p: size for p, size in parquet_files(sandbox, name).items() if p not in known}


def file_table(sandbox: Sandbox, name: str) -> pd.DataFrame:
    """Every data file in the folder, its bytes, and the version that refers to it first."""
    known = versions_of_files(sandbox, name)
    rows = [
        {"added by version": known.get(path, "none: an orphan"), "bytes": size, "file": path}
        for path, size in sorted(parquet_files(sandbox, name).items())
    ]
    return pd.DataFrame(rows).astype({"added by version": "string"})

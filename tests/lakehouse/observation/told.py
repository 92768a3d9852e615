"""Events as the engine writes them, made by hand: only what lineage reads of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HOST = "lake000.dfs.core.windows.net"


def field(dataset: str, column: str, *kinds: str) -> dict[str, Any]:
    """A column that another one is made of; `dataset` is a container and a path, with a slash."""
    container, _, path = dataset.partition("/")
    how = [{"type": "DIRECT", "subtype": kind.upper()} for kind in kinds]
    namespace = f"abfss://{container}@{HOST}"
    return {"namespace": namespace, "name": path, "field": column, "transformations": how}


def event(
    target: str,
    fields: dict[str, list[dict[str, Any]]],
    *,
    rows: list[dict[str, Any]] | None = None,
    at: str = "2026-06-01T10:00:00.5Z",
    operation: str = "execute_save_into_data_source_command",
    streaming: bool = False,
    kind: str = "COMPLETE",
) -> str:
    """A line of the events file."""
    container, _, path = target.partition("/")
    facet = {"fields": {n: {"inputFields": of} for n, of in fields.items()}, "dataset": rows or []}
    output = {
        "namespace": f"abfss://{container}@{HOST}",
        "name": path,
        "facets": {"columnLineage": facet},
    }
    told = {
        "eventTime": at,
        "eventType": kind,
        "job": {
            "name": f"petinsure360.{operation}.somewhere",
            "facets": {"jobType": {"processingType": "STREAMING" if streaming else "BATCH"}},
        },
        "outputs": [output],
    }
    return json.dumps(told, separators=(",", ":")) + "\n"


def write(folder: Path, *lines: str) -> Path:
    """Append lines to the events file of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "events.jsonl").open("a") as events:
        events.writelines(lines)
    return folder / "events.jsonl"

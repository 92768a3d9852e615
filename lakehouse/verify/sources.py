"""Source files: each belongs to a table, and none changed after it was read."""

from __future__ import annotations

from collections.abc import Iterator

from lakehouse.ingest.checkpoint import taken
from lakehouse.ingest.sources import belongs, unclaimed
from lakehouse.pipeline.state import table_state
from lakehouse.storage import Lake
from lakehouse.tables import layer_tables
from lakehouse.verify.finding import Finding


def source_findings(lake: Lake) -> Iterator[Finding]:
    """Files nobody reads, files overwritten after they were read, and files not read yet."""
    files = lake.source_files()
    bronze = layer_tables("bronze")
    for path in unclaimed(files, [table.source for table in bronze]):
        remedy = "Name it like customers*.csv, claims*.jsonl or claims/*.json."
        yield Finding(False, f"raw/{path}", "belongs to no source and is not read.", remedy)
    waiting = 0
    for table in bronze:
        mine = [f for f in files if belongs(f.path, table.source)]
        done = taken(lake, table, table_state(lake, table).generation)
        waiting += len(done.pending(mine))
        for file in done.overwritten(mine):
            yield Finding(
                False,
                f"raw/{file.path}",
                "was overwritten after it was read; its new content is not in the lake.",
                "Deliver it under a new name, or replay with `./petinsure run --full`.",
            )
    yield Finding(True, "raw", f"{len(files)} source files, {waiting} of them not read yet.")

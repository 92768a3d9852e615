"""Commits of a table: none missing, every data file there, every input version known."""

from __future__ import annotations

from collections.abc import Iterator

from deltalake.exceptions import DeltaError

from lakehouse.ingest.checkpoint import checkpoint_path
from lakehouse.pipeline.state import TableState, table_state
from lakehouse.settings import Settings
from lakehouse.snapshot_files import open_table, snapshot
from lakehouse.storage import Lake
from lakehouse.table import Table
from lakehouse.tables import tables
from lakehouse.verify.finding import Finding

REBUILD = "Run `./petinsure run --full`, or go back with `./petinsure reset`."


def commit_findings(settings: Settings, lake: Lake, table: Table) -> Iterator[Finding]:
    """What the log and the files of one table say."""
    state = table_state(lake, table)
    if state.version is None:
        yield Finding(False, table.full_name, "is not built yet.", "Run `./petinsure run`.")
        return
    try:
        missing = _missing_files(settings, lake, table)
    except DeltaError as error:
        first = str(error).splitlines()[0][:160]
        yield Finding(False, table.full_name, f"has a broken log: {first}.", REBUILD)
        return
    if missing:
        message = f"lacks {len(missing)} data files of version {state.version}, {missing[0]} first."
        yield Finding(False, table.full_name, message, REBUILD)
    for problem in (*_foreign(state), *_ahead(settings, lake, table, state)):
        yield Finding(False, table.full_name, problem, "Run `./petinsure run`.")
    yield Finding(
        True, table.full_name, f"version {state.version}, all commits and files are there."
    )


def _missing_files(settings: Settings, lake: Lake, table: Table) -> list[str]:
    files = {f.path: f.size for f in lake.files(table.layer, f"{table.name}/")}
    found = snapshot(settings, table)
    wanted = found.files if found else ()
    return [f.path for f in wanted if files.get(f"{table.name}/{f.path}") != f.size]


def _foreign(state: TableState) -> Iterator[str]:
    for commit in state.foreign:
        who = commit.by or "someone"
        yield (
            f"version {commit.version} ({commit.operation} by {who}) is not the pipeline's; "
            "the next run builds the table anew and keeps that version in its history."
        )


def _ahead(settings: Settings, lake: Lake, table: Table, state: TableState) -> Iterator[str]:
    """Inputs or batches that were seen once and are not there any more: writes got lost."""
    for name, version in state.notes.get("inputs", {}).items():
        known = table_state(lake, tables()[name]).version
        if known is None or version > known:
            yield f"was built from version {version} of {name}, which is lost; newest is {known}."
    if table.layer == "bronze":
        yield from _lost_batches(settings, lake, table, state)


def _lost_batches(settings: Settings, lake: Lake, table: Table, state: TableState) -> Iterator[str]:
    import json

    root = checkpoint_path(table, state.generation)
    metadata = lake.read("bronze", f"{root}/metadata")
    names = (f.path.rsplit("/", 1) for f in lake.files("bronze", f"{root}/commits/"))
    done = max((int(n) for _, n in names if n.isdigit()), default=-1)
    opened = open_table(settings, table)
    if metadata is None or opened is None or done < 0:
        return
    written = opened.transaction_version(json.loads(metadata)["id"])
    # A batch without rows commits nothing to the table; only a table that has none is suspect.
    if written is None and (found := snapshot(settings, table)) and not found.rows:
        yield f"holds nothing of the {done + 1} batches its stream committed."

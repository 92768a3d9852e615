"""Bronze in a run: take in new files, or replay them all where someone changed the table."""

from __future__ import annotations

from dataclasses import dataclass

from pyspark.errors import StreamingQueryException

from lakehouse.catalogue import create
from lakehouse.errors import RunFailed
from lakehouse.ingest.checkpoint import taken
from lakehouse.ingest.sources import belongs, headers
from lakehouse.ingest.stream import ATTEMPTS, at_once, bronze_rows, is_late_file, start
from lakehouse.pipeline.context import RunContext
from lakehouse.pipeline.state import TableState, table_state
from lakehouse.storage import LakeFile, spark_url
from lakehouse.table import Table
from lakehouse.transform import in_declared_columns


@dataclass(frozen=True)
class Ingestion:
    """What a bronze table has to do: why (empty: nothing), and whether from the beginning."""

    state: TableState
    pending: tuple[LakeFile, ...]
    reason: str
    replay: bool


def planned(run: RunContext, table: Table) -> Ingestion:
    """Compare a table with its source files; warns of files that changed after they were read."""
    state = table_state(run.lake, table)
    mine = [f for f in run.files if belongs(f.path, table.source)]
    if state.version is None:
        return Ingestion(state, tuple(mine), "new table", replay=False)
    done = taken(run.lake, table, state.generation)
    replay = run.full or bool(state.foreign)
    pending = mine if replay else done.pending(mine)
    if not replay:
        for file in done.overwritten(mine):
            run.warn(
                f"raw/{file.path} was overwritten after it was read; its new content is not in "
                f"{table.full_name}: deliver it under a new name, or replay with "
                "`./petinsure run --full`."
            )
    return Ingestion(state, tuple(pending), _reason(run, state, pending, done.committed), replay)


def _reason(run: RunContext, state: TableState, pending: list[LakeFile], committed: bool) -> str:
    if run.full:
        return "full run"
    if state.foreign:
        change = state.foreign[0]
        return f"replayed: version {change.version} ({change.operation}) is not the pipeline's"
    if not committed:
        return "an interrupted batch"
    return f"{len(pending)} new files" if pending else ""


def ingest(run: RunContext, table: Table, plan: Ingestion) -> None:
    """Bring a bronze table up to date with its source files.

    Raises `RunFailed` where the stream stops for any reason but a file that came in between.
    """
    state = plan.state
    if state.version is None:
        create(run.spark, run.settings, table)
        state = table_state(run.lake, table)
    generation = state.generation
    if plan.replay:
        generation += 1
        _clear(run, table, generation)
        state = table_state(run.lake, table)
    for attempt in range(1, ATTEMPTS + 1):
        if _took_in(run, table, generation, after=state.version, last=attempt == ATTEMPTS):
            return


def _took_in(
    run: RunContext, table: Table, generation: int, *, after: int | None, last: bool
) -> bool:
    csv_paths = [f.path for f in _csv_files(run, table)]
    known = headers(run.lake, csv_paths, table)
    for path in known.get(None, []):
        run.warn(f"raw/{path} has no header of {table.source}; its lines are kept as corrupt.")
    rows = bronze_rows(
        run.spark,
        run.settings,
        table,
        known,
        taken_in=at_once(run.moment.started_at),
    )
    notes = run.notes(generation=generation, after=after)
    query = start(rows, run.settings, table, generation=generation, user_metadata=notes)
    try:
        query.awaitTermination()
    except StreamingQueryException as error:
        if is_late_file(error) and not last:
            return False
        reason = str(error).strip().splitlines()[0][:300]
        msg = f"{table.full_name} could not take in its files: {reason}"
        raise RunFailed(msg) from error
    return True


def _csv_files(run: RunContext, table: Table) -> list[LakeFile]:
    files = run.lake.source_files()
    return [
        f for f in files if belongs(f.path, table.source) and f.path.endswith(".csv") and f.size
    ]


def _clear(run: RunContext, table: Table, generation: int) -> None:
    """Empty a table whose rows are to be read again; its history keeps what it held."""
    url = spark_url(run.settings, table.layer, table.name)
    nothing = in_declared_columns(run.spark.read.format("delta").load(url), table).limit(0)
    notes = run.notes(generation=generation)
    writer = nothing.write.format("delta").mode("overwrite").option("userMetadata", notes)
    writer.option("overwriteSchema", "true").save(url)

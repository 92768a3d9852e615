"""Bronze in a run: take in new files, or replay them all where someone changed the table."""

from __future__ import annotations

from dataclasses import dataclass

from pyspark.errors import StreamingQueryException
from pyspark.sql import DataFrame
from pyspark.sql.streaming.query import StreamingQuery

from lakehouse.catalogue import create
from lakehouse.errors import RunFailed
from lakehouse.ingest.checkpoint import taken
from lakehouse.ingest.sources import belongs, headers
from lakehouse.ingest.stream import (
    ATTEMPTS,
    at_once,
    batch_by_batch,
    bronze_rows,
    is_late_file,
    start,
)
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
    take_in(run, table, plan, goes_on=False)


def take_in(run: RunContext, table: Table, plan: Ingestion, *, goes_on: bool) -> StreamingQuery:
    """Take in all files there are; a stream that `goes_on` waits for more when this returns.

    Raises `RunFailed` as `ingest` does.
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
    notes = run.notes(generation=generation, after=state.version)
    for attempt in range(1, ATTEMPTS + 1):
        query = start(
            _rows(run, table, goes_on=goes_on),
            run.settings,
            table,
            generation=generation,
            user_metadata=notes,
            goes_on=goes_on,
        )
        try:
            query.processAllAvailable() if goes_on else query.awaitTermination()
        except StreamingQueryException as error:
            if attempt == ATTEMPTS or not is_late_file(error):
                raise stream_failed(table, error) from error
        else:
            break
    return query


def stream_failed(table: Table, error: BaseException) -> RunFailed:
    """The one sentence for a stream that stopped."""
    reason = str(error).strip().splitlines()[0][:300]
    return RunFailed(f"{table.full_name} could not take in its files: {reason}")


def _rows(run: RunContext, table: Table, *, goes_on: bool) -> DataFrame:
    spark = run.spark  # expressions are those of the session's kind, so it comes first
    known = headers(run.lake, [f.path for f in _csv_files(run, table)], table)
    for path in known.get(None, []):
        run.warn(f"raw/{path} has no header of {table.source}; its lines are kept as corrupt.")
    time = batch_by_batch() if goes_on else at_once(run.moment.started_at)
    return bronze_rows(spark, run.settings, table, known, taken_in=time)


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

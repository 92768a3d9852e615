"""Run: one pass over the lake that brings each table up to date once its inputs are."""

from __future__ import annotations

import json
import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from lakehouse.catalogue import register
from lakehouse.commits import read_commit
from lakehouse.errors import PetInsureError, RunFailed
from lakehouse.ingest.sources import unclaimed
from lakehouse.lake_file import read_note
from lakehouse.marks import note_marks
from lakehouse.pipeline.context import RunContext
from lakehouse.pipeline.events import (
    OnEvent,
    RunFinished,
    RunStarted,
    RunStopped,
    TableFinished,
    TableStarted,
    one_at_a_time,
)
from lakehouse.pipeline.ingestion import Ingestion, ingest, planned
from lakehouse.pipeline.lease import actor, run_lease
from lakehouse.pipeline.materialization import build, input_versions, stale
from lakehouse.pipeline.session import RunSession
from lakehouse.pipeline.state import table_state
from lakehouse.settings import Settings
from lakehouse.spark import end_session, size_conf, spark_session
from lakehouse.storage import Lake
from lakehouse.table import LAYERS, Layer, Table
from lakehouse.tables import layer_tables
from lakehouse.transform import Moment

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

THREADS = 4
"""Tables in work at once; small tables wait more than they compute."""
RUNS = "_runs"


@dataclass(frozen=True)
class BuiltTable:
    """A new version of a table: rows written by it and seconds it took."""

    table: str
    version: int
    rows: int
    seconds: float


@dataclass(frozen=True)
class RunReport:
    """What a run did; `ok` is False where it ended early."""

    run_id: str
    by: str
    started_at: str
    seconds: float
    ok: bool
    built: list[BuiltTable] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    error: str | None = None


def run(
    settings: Settings, *, layer: Layer | None = None, full: bool = False, on_event: OnEvent
) -> RunReport:
    """Bring the lake's tables (or those of one layer) up to date with its source files.

    A run without news commits nothing. `on_event` is called by one thread at a time. Raises
    `LakeEmpty`, `RunInProgress`, `RunFailed`, `StorageUnavailable` or `EngineUnavailable`; what
    was committed before stays, and the next run carries on.
    """
    lake = Lake(settings)
    note = read_note(lake)
    began = time.monotonic()
    started_at = datetime.now(UTC).replace(microsecond=0)
    run_id = f"{started_at:%Y%m%d%H%M%S}"
    with run_lease(settings, started_at.isoformat()):
        session = RunSession(lambda: _session(context))
        context = RunContext(
            settings=settings,
            lake=lake,
            session=session,
            run_id=run_id,
            moment=Moment(started_at, note.as_of),
            files=tuple(lake.source_files()),
            full=full,
            on_event=one_at_a_time(on_event),
        )
        pass_ = Pass(context, [layer] if layer else list(LAYERS))
        error: BaseException | None = None
        try:
            pass_.go()
        except BaseException as failure:
            error = failure
            raise
        finally:
            report = pass_.report(time.monotonic() - began, error)
            _finish(context, report)
            session.end()
    return report


def _session(run: RunContext) -> SparkSession:
    """A session whose commits name the run, with every table of the lake in the catalogue."""
    spark = spark_session(run.settings)
    try:
        spark.conf.set("spark.databricks.delta.commitInfo.userMetadata", run.notes())
        for name, value in size_conf(sum(file.size for file in run.files)).items():
            spark.conf.set(name, value)
        register(spark, run.settings)
    except BaseException:
        end_session(spark)
        raise
    return spark


class Pass:
    """The tables of a run, each worked on in a thread as soon as its inputs are done."""

    def __init__(self, context: RunContext, layers: list[Layer]) -> None:
        """Nothing is started yet."""
        self.context = context
        self.todo = {t.name: t for layer in layers for t in layer_tables(layer)}
        self.built: list[BuiltTable] = []
        self.unchanged: list[str] = []

    def go(self) -> None:
        """Work through all tables; the first failure ends the pass once its neighbours are done."""
        ingestions = self._announce()
        order = TopologicalSorter(
            {n: [i for i in t.inputs if i in self.todo] for n, t in self.todo.items()}
        )
        order.prepare()
        running: dict[Future[None], str] = {}
        with ThreadPoolExecutor(THREADS) as pool:
            while order.is_active():
                for name in order.get_ready():
                    table = self.todo[name]
                    running[pool.submit(self._work, table, ingestions.get(name))] = name
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    name = running.pop(future)
                    future.result()
                    order.done(name)

    def report(self, seconds: float, error: BaseException | None) -> RunReport:
        """What was done so far."""
        context = self.context
        return RunReport(
            run_id=context.run_id,
            by=actor(context.settings),
            started_at=context.moment.started_at.isoformat(),
            seconds=round(seconds, 2),
            ok=error is None,
            built=self.built,
            unchanged=self.unchanged,
            error=None if error is None else str(error) or type(error).__name__,
        )

    def _announce(self) -> dict[str, Ingestion]:
        bronze = [t for t in self.todo.values() if t.layer == "bronze"]
        with ThreadPoolExecutor(THREADS) as pool:
            plans = dict(
                zip(
                    (t.name for t in bronze),
                    pool.map(lambda t: planned(self.context, t), bronze),
                    strict=True,
                )
            )
        for path in unclaimed(list(self.context.files), [t.source for t in layer_tables("bronze")]):
            self.context.warn(
                f"raw/{path} belongs to no source and was not read; name it like "
                "customers*.csv, claims*.jsonl or claims/*.json."
            )
        new = sum(len(plan.pending) for plan in plans.values())
        self.context.on_event(
            RunStarted(
                run_id=self.context.run_id,
                by=actor(self.context.settings),
                new_files=new,
                tables=list(self.todo),
            )
        )
        return plans

    def _work(self, table: Table, ingestion: Ingestion | None) -> None:
        began = time.monotonic()
        try:
            reason = self._up_to_date(table, ingestion)
        except PetInsureError:
            raise
        except Exception as error:
            first = str(error).strip().splitlines()[0][:300] if str(error).strip() else repr(error)
            msg = f"{table.full_name} could not be built: {first}"
            raise RunFailed(msg) from error
        if not reason:
            self.unchanged.append(table.full_name)
            return
        self._finished(table, time.monotonic() - began)

    def _up_to_date(self, table: Table, ingestion: Ingestion | None) -> str:
        if ingestion is not None:
            if ingestion.reason:
                self._started(table, ingestion.reason)
                ingest(self.context, table, ingestion)
            return ingestion.reason
        state = table_state(self.context.lake, table)
        inputs = input_versions(self.context, table)
        reason = stale(self.context, table, state, inputs)
        if reason:
            self._started(table, reason)
            build(self.context, table, state, inputs)
        return reason

    def _started(self, table: Table, reason: str) -> None:
        self.context.on_event(
            TableStarted(
                run_id=self.context.run_id,
                table=table.full_name,
                layer=table.layer,
                reason=reason,
            )
        )

    def _finished(self, table: Table, seconds: float) -> None:
        version = table_state(self.context.lake, table).version or 0
        commit = read_commit(self.context.lake, table, version)
        rows = commit.rows_written if commit else 0
        self.built.append(BuiltTable(table.full_name, version, rows, round(seconds, 2)))
        note_marks(self.context.settings, {table.full_name: version})
        self.context.on_event(
            TableFinished(
                run_id=self.context.run_id,
                table=table.full_name,
                layer=table.layer,
                version=version,
                rows=rows,
                seconds=round(seconds, 2),
            )
        )


def _finish(context: RunContext, report: RunReport) -> None:
    if report.ok:
        event: RunFinished | RunStopped = RunFinished(
            run_id=report.run_id,
            built=len(report.built),
            unchanged=len(report.unchanged),
            seconds=report.seconds,
        )
    else:
        event = RunStopped(run_id=report.run_id, message=report.error or "", seconds=report.seconds)
    context.on_event(event)
    try:
        data = json.dumps(asdict(report)).encode()
        context.lake.write("bronze", f"{RUNS}/{report.run_id}.json", data)
    except PetInsureError:
        if report.ok:
            raise

"""Run: one pass over the lake that brings each table up to date once its inputs are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lakehouse.catalogue import register
from lakehouse.errors import PetInsureError
from lakehouse.ingest.sources import unclaimed
from lakehouse.lake_file import read_note
from lakehouse.observation.gathering import gather
from lakehouse.observation.shapes import Observer
from lakehouse.pipeline.building import THREADS, Pass
from lakehouse.pipeline.context import RunContext
from lakehouse.pipeline.events import OnEvent, RunFinished, RunStopped, one_at_a_time
from lakehouse.pipeline.ingestion import Ingestion, planned
from lakehouse.pipeline.lease import run_lease
from lakehouse.pipeline.report import RunReport, write_report
from lakehouse.pipeline.session import RunSession
from lakehouse.settings import Settings
from lakehouse.spark import end_session, size_conf, spark_session
from lakehouse.storage import Lake
from lakehouse.table import LAYERS, Layer, Table
from lakehouse.tables import layer_tables
from lakehouse.transform import Moment

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


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
    started_at = datetime.now(UTC).replace(microsecond=0)
    tables = [t for each in LAYERS if layer in (None, each) for t in layer_tables(each)]
    with run_lease(settings, started_at.isoformat()):
        context = RunContext(
            settings=settings,
            lake=lake,
            session=RunSession(lake, lambda session_id: opened(context, session_id)),
            run_id=f"{started_at:%Y%m%d%H%M%S}",
            moment=Moment(started_at, note.as_of),
            files=tuple(lake.source_files()),
            full=full,
            on_event=one_at_a_time(on_event),
            observer=Observer(settings),
        )
        pass_ = Pass(context, tables)
        try:
            return carry_out(pass_, lambda: _all(pass_))
        finally:
            context.session.end()


def opened(run: RunContext, session_id: str) -> SparkSession:
    """A session whose commits name the run, with every table of the lake in the catalogue."""
    spark = spark_session(run.settings, session_id=session_id)
    try:
        spark.conf.set("spark.databricks.delta.commitInfo.userMetadata", run.notes())
        for name, value in size_conf(sum(file.size for file in run.files)).items():
            spark.conf.set(name, value)
        register(spark, run.settings)
    except BaseException:
        end_session(spark)
        raise
    return spark


def plans_of(run: RunContext, tables: Iterable[Table]) -> dict[str, Ingestion]:
    """What each of these bronze tables has to do."""
    with ThreadPoolExecutor(THREADS) as pool:
        asked = {table.name: pool.submit(planned, run, table) for table in tables}
    return {name: plan.result() for name, plan in asked.items()}


def carry_out(pass_: Pass, steps: Callable[[], None]) -> RunReport:
    """Do what a pass is made of, and tell and keep how it ended."""
    began, error = time.monotonic(), None
    try:
        steps()
    except BaseException as failure:
        error = failure
        raise
    finally:
        report = pass_.report(time.monotonic() - began, error)
        _finish(pass_.context, report)
    return report


def _all(pass_: Pass) -> None:
    plans = plans_of(pass_.context, (t for t in pass_.todo.values() if t.layer == "bronze"))
    warn_of_unclaimed(pass_.context)
    pass_.announce(sum(len(plan.pending) for plan in plans.values()))
    pass_.go(plans)


def warn_of_unclaimed(run: RunContext) -> None:
    """Tell of files that no table reads."""
    for path in unclaimed(list(run.files), [t.source for t in layer_tables("bronze")]):
        run.warn(
            f"raw/{path} belongs to no source and was not read; name it like "
            "customers*.csv, claims*.jsonl or claims/*.json."
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
    gather(context.settings)
    try:
        write_report(context.lake, report)
    except PetInsureError:
        if report.ok:
            raise

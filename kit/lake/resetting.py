"""Resetting: the lake as a snapshot has it, or a new one, while the kit goes on running."""

from __future__ import annotations

from datetime import UTC, datetime

from generator import Request
from kit.console import Narration
from kit.errors import NotRunning
from kit.lake.seeding import seed, start_anew
from kit.lake.snapshots import Snapshot, restore
from kit.services.engine import ENGINE
from kit.services.site import Site
from lakehouse.pipeline.lease import run_lease
from lakehouse.settings import Settings


def reset(settings: Settings, name: str) -> Snapshot:
    """Bring the lake back to a snapshot; an engine that runs learns its tables anew.

    Raises what `restore` does.
    """
    restored = restore(settings, name)
    if ENGINE.answers(Site.of(settings)):
        from lakehouse.catalogue import register
        from lakehouse.spark import spark_session

        spark = spark_session(settings)
        register(spark, settings)
        spark.stop()
    return restored


def seed_anew(settings: Settings) -> None:
    """Put a new lake as of today in place of the one there is, its seeded snapshot too.

    Raises `NotRunning` where there is no engine to build it, `RunInProgress` during a run.
    """
    if not settings.spark_remote and not ENGINE.answers(Site.of(settings)):
        msg = "A new lake needs the engine; start the kit with `./petinsure up` and try again."
        raise NotRunning(msg)
    with run_lease(settings, "seeding"):
        pass
    start_anew(settings)
    seed(settings, Narration(), Request(as_of=datetime.now(UTC).date()))

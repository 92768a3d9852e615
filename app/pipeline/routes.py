"""Routes of the pipeline; the presenter's alone."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter

from app.dependencies import PresenterDep, ServicesDep
from app.pipeline.schemas import LiveOrder, PastRun, Pipeline, RunOrder, ScheduleOrder
from app.services import Services
from app.web.errors import problems
from lakehouse.status import last_runs

RUNS_SHOWN = 10
FAILURES = problems(503)
TAKEN = problems(409, 503)

router = APIRouter(prefix="/pipeline", tags=["pipeline"])


@router.get("", responses=FAILURES)
def pipeline(services: ServicesDep, user: PresenterDep) -> Pipeline:
    """What the pipeline does now, table by table, its schedule and its last runs."""
    return _now(services)


@router.post("/runs", status_code=202, responses=TAKEN)
def start_run(order: RunOrder, services: ServicesDep, user: PresenterDep) -> Pipeline:
    """Start a run; 409 says who runs since when."""
    services.pipeline.start_run(user.email, order)
    return _now(services)


@router.put("/schedule", responses=FAILURES)
def set_schedule(order: ScheduleOrder, services: ServicesDep, user: PresenterDep) -> Pipeline:
    """Start runs by themselves every so many minutes, or no more."""
    services.schedule.change(order.every_minutes, user.email)
    return _now(services)


@router.put("/live", responses=TAKEN)
def set_live(order: LiveOrder, services: ServicesDep, user: PresenterDep) -> Pipeline:
    """Let the tables follow their files within seconds, or no more; 409 says who runs."""
    services.pipeline.set_live(user.email, on=order.on)
    return _now(services)


def _now(services: Services) -> Pipeline:
    control = services.pipeline
    child, held = control.child, control.holder()
    live = child.live if child else held is not None and held.live
    runs = [PastRun.model_validate(run) for run in last_runs(services.settings, RUNS_SHOWN)]
    return Pipeline(
        state="live" if live else "running" if child or held else "idle",
        by=child.by if child else held.by if held else None,
        since=child.since if child else _moment(held.since) if held else None,
        ours=child is not None,
        run_id=control.progress.run_id if child or not held else None,
        new_files=control.progress.new_files,
        tables=control.progress.tables(),
        warnings=control.progress.warnings,
        error=None if _made_up_for(control.failed_at, runs) else control.error,
        schedule=services.schedule.current(),
        last_runs=runs,
    )


def _made_up_for(failed_at: datetime | None, runs: list[PastRun]) -> bool:
    """Whether a run, whoever started it, has done well since one failed."""
    if failed_at is None:
        return False
    return any(run.ok and run.started_at >= failed_at.replace(microsecond=0) for run in runs)


def _moment(since: str) -> datetime | None:
    """When a holder began; None of one that is no run and says what it does instead."""
    try:
        return datetime.fromisoformat(since)
    except ValueError:
        return None

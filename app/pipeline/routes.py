"""Routes of the pipeline; the presenter's alone."""

from __future__ import annotations

from fastapi import APIRouter

from app.dependencies import PresenterDep, ServicesDep
from app.pipeline.schemas import LiveOrder, Pipeline, RunOrder, ScheduleOrder

router = APIRouter(prefix="/pipeline", tags=["pipeline"])


@router.get("")
def pipeline(services: ServicesDep, user: PresenterDep) -> Pipeline:
    """What the pipeline does now, table by table, its schedule and its last runs."""
    raise NotImplementedError


@router.post("/runs", status_code=202)
def start_run(order: RunOrder, services: ServicesDep, user: PresenterDep) -> Pipeline:
    """Start a run; 409 says who runs since when."""
    raise NotImplementedError


@router.put("/schedule")
def set_schedule(order: ScheduleOrder, services: ServicesDep, user: PresenterDep) -> Pipeline:
    """Start runs by themselves every so many minutes, or no more."""
    raise NotImplementedError


@router.put("/live")
def set_live(order: LiveOrder, services: ServicesDep, user: PresenterDep) -> Pipeline:
    """Let the tables follow their files within seconds, or no more; 409 says who runs."""
    raise NotImplementedError

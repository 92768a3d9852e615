"""Health: whether the process lives, and whether it can do its work."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.dependencies import ServicesDep
from app.services import Services
from lakehouse.errors import PetInsureError
from lakehouse.lake_file import read_note

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    """Each thing the portal needs: `ok`, or one sentence on what is wrong."""

    ready: bool
    storage: str
    database: str


@router.get("/health")
def health() -> Health:
    """Whether the process lives."""
    return Health()


@router.get("/ready", responses={503: {"model": Readiness}})
def ready(services: ServicesDep, response: Response) -> Readiness:
    """Whether storage and database answer; 503 names what does not."""
    storage, database = _storage(services), _database(services)
    fine = storage == database == "ok"
    response.status_code = 200 if fine else 503
    return Readiness(ready=fine, storage=storage, database=database)


def _storage(services: Services) -> str:
    try:
        read_note(services.lake)
    except PetInsureError as error:
        return str(error)
    return "ok"


def _database(services: Services) -> str:
    try:
        with services.sessions() as session:
            # Reads the file, which a bare SELECT 1 would not.
            session.execute(text("SELECT 1 FROM sqlite_master"))
    except SQLAlchemyError:
        return "The portal's database cannot be read; see the log, or run `./petinsure reset`."
    return "ok"

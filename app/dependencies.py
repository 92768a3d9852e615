"""Dependencies: what routes ask for by type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends
from fastapi.requests import HTTPConnection
from sqlalchemy.orm import Session

from app.services import Services


def services(connection: HTTPConnection) -> Services:
    """The services of the running application, for requests and WebSockets alike."""
    found: Services = connection.app.state.services
    return found


ServicesDep = Annotated[Services, Depends(services)]


def session(services: ServicesDep) -> Iterator[Session]:
    """A database session of the request, committed when its route returned."""
    with services.sessions.begin() as opened:
        yield opened


SessionDep = Annotated[Session, Depends(session)]

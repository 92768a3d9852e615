"""Cookie: where a browser keeps its session, out of reach of scripts and of other sites."""

from __future__ import annotations

from typing import Any

from starlette.requests import HTTPConnection
from starlette.responses import Response

from app.accounts.tokens import LIFETIME
from lakehouse.settings import Settings

COOKIE = "petinsure_session"


def name(settings: Settings) -> str:
    """Its name; where there is encryption, one that no other host may set."""
    return COOKIE if settings.deployment == "local" else f"__Host-{COOKIE}"


def put(response: Response, token: str, settings: Settings) -> None:
    """Give the browser its session."""
    seconds = int(LIFETIME.total_seconds())
    response.set_cookie(name(settings), token, max_age=seconds, **_flags(settings))


def drop(response: Response, settings: Settings) -> None:
    """Take the session back."""
    response.delete_cookie(name(settings), **_flags(settings))


def token_in(connection: HTTPConnection, settings: Settings) -> str | None:
    """The session that came with a request or a WebSocket's handshake."""
    return connection.cookies.get(name(settings))


def _flags(settings: Settings) -> dict[str, Any]:
    encrypted = settings.deployment == "shared"
    return {"path": "/", "httponly": True, "samesite": "strict", "secure": encrypted}

"""Cookie: where a browser keeps its session, out of reach of scripts and of other sites."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from app.accounts.tokens import Tokens
from app.accounts.user import User
from lakehouse.settings import Settings

COOKIE = "petinsure_session"


def put(response: Response, token: str, tokens: Tokens, settings: Settings) -> None:
    """Give the browser its session."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(tokens.lifetime.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=settings.deployment == "shared",
    )


def drop(response: Response, settings: Settings) -> None:
    """Take the session back."""
    response.delete_cookie(
        COOKIE, httponly=True, samesite="strict", secure=settings.deployment == "shared"
    )


def user_in(connection: HTTPConnection, tokens: Tokens) -> User | None:
    """Whose session came with a request or a WebSocket's handshake."""
    token = connection.cookies.get(COOKIE)
    return tokens.read(token) if token else None

"""Gate: what every request passes: an id, refusals, headers, a log line."""

from __future__ import annotations

import secrets
import time
from typing import Any

import structlog
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from structlog.contextvars import bound_contextvars

from app.web.errors import problem, unexpected
from app.web.headers import headers_for
from app.web.origin import own_names
from app.web.refusals import LONGEST_URL, limited, refusal
from lakehouse.settings import Settings

log = structlog.get_logger("petinsure")


class Gate:
    """The outermost layer of the application, for requests and WebSockets' handshakes."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """A gate before an application."""
        self._app = app
        self._names = own_names(settings)
        self._shared = settings.deployment == "shared"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        began, connection = time.perf_counter(), HTTPConnection(scope)
        answered = Answered(scope["path"], send, shared=self._shared)
        connection.state.request_id = answered.request_id
        try:
            with bound_contextvars(request_id=answered.request_id):
                await self._through(connection, receive, answered)
        except Exception as error:  # whatever it was, a client gets one sentence
            # What has begun to answer, or is a stream, is cut off by the server.
            if answered.status or scope["type"] != "http":
                raise
            await unexpected(Request(scope), error)(scope, receive, answered)
        finally:
            _note(connection, answered.status, time.perf_counter() - began)

    async def _through(
        self, connection: HTTPConnection, receive: Receive, answered: Answered
    ) -> None:
        scope, refused = connection.scope, refusal(connection, self._names)
        if refused is None:
            onward = limited(receive) if scope["type"] == "http" else receive
            await self._app(scope, onward, answered)
        elif scope["type"] == "http":
            await problem(Request(scope), *refused)(scope, receive, answered)
        else:
            await WebSocketClose()(scope, receive, answered)


class Answered:
    """Sends an answer on, with the headers that every answer has."""

    def __init__(self, path: str, send: Send, *, shared: bool) -> None:
        """Nothing is sent yet."""
        self._path, self._send, self._shared = path, send, shared
        self.request_id = secrets.token_hex(8)
        self.status = 0

    async def __call__(self, message: Message) -> None:
        """Send a message on."""
        match message["type"]:
            case "http.response.start" | "websocket.http.response.start":
                self.status = message["status"]
                message = {**message, "headers": self._headers(message["headers"])}
            case "websocket.accept":
                self.status = 101
            case "websocket.close":
                self.status = self.status or 403
        await self._send(message)

    def _headers(self, given: Any) -> list[tuple[bytes, bytes]]:
        found = list(given)
        names = {name.lower() for name, _ in found}
        own = headers_for(self._path, self.status, shared=self._shared)
        own["x-request-id"] = self.request_id
        more = ((name.encode(), value.encode()) for name, value in own.items())
        return [*found, *((name, value) for name, value in more if name not in names)]


def _note(connection: HTTPConnection, status: int, seconds: float) -> None:
    """One line a request: neither its query nor its body, cookies or tokens."""
    facts: dict[str, Any] = {
        "method": connection.scope.get("method", "WEBSOCKET"),
        "path": connection.scope["path"][:LONGEST_URL],
        "status": status,
        "ms": round(seconds * 1000, 1),
        "request_id": connection.state.request_id,
    }
    if account := getattr(connection.state, "account_id", None):
        facts["account"] = account
    log.info("request", **facts)

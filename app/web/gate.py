"""Gate: what every request passes: an id, limits, the origin check, headers, a log line."""

from __future__ import annotations

import secrets
import time
from typing import Any

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.errors import problem
from app.web.headers import headers_for
from app.web.origin import SAFE, same_origin

LARGEST_BODY = 256 * 1024
"""Bytes of a request's body; the largest claim with all its lines is far below."""
LONGEST_URL = 4096

log = structlog.get_logger("petinsure")


class Gate:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp) -> None:
        """A gate before an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, answered = time.perf_counter(), Answered(scope, send)
        request = Request(scope)
        request.state.request_id = answered.request_id
        try:
            refused = _refusal(request)
            if refused:
                await problem(request, *refused)(scope, receive, answered)
            else:
                await self.app(scope, _limited(receive), answered)
        finally:
            _note(request, answered.status, time.perf_counter() - began)


class Answered:
    """Sends an answer on, with the headers that every answer has."""

    def __init__(self, scope: Scope, send: Send) -> None:
        """Nothing is sent yet."""
        self._path, self._send = scope["path"], send
        self.request_id = secrets.token_hex(8)
        self.status = 0

    async def __call__(self, message: Message) -> None:
        """Send a message on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            own = {**headers_for(self._path), "x-request-id": self.request_id}
            given = {name.lower() for name, _ in message["headers"]}
            more = [(n.encode(), v.encode()) for n, v in own.items() if n.encode() not in given]
            message = {**message, "headers": [*message["headers"], *more]}
        await self._send(message)


TOO_LARGE = f"The request is too large; {LARGEST_BODY // 1024} KiB are the most."


def _refusal(request: Request) -> tuple[int, str] | None:
    if len(request.url.path) + len(request.url.query) > LONGEST_URL:
        return 414, f"The address is too long; {LONGEST_URL} characters are the most."
    length = request.headers.get("content-length", "0")
    if length.isdigit() and int(length) > LARGEST_BODY:
        return 413, TOO_LARGE
    if request.method in SAFE:
        return None
    if not same_origin(request):
        return 403, "This request comes from another site; open the portal itself."
    kind = request.headers.get("content-type", "application/json")
    if kind.partition(";")[0].strip().lower() != "application/json":
        return 415, "Send JSON, as content type application/json."
    return None


def _limited(receive: Receive) -> Receive:
    """The body, cut off where it becomes too large, also when nobody said how long it is."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise HTTPException(413, TOO_LARGE)
        return message

    return limited


def _note(request: HTTPConnection, status: int, seconds: float) -> None:
    facts: dict[str, Any] = {
        "method": request.scope["method"],
        "path": request.url.path,
        "status": status,
        "ms": round(seconds * 1000, 1),
        "request_id": request.state.request_id,
    }
    if user := getattr(request.state, "account_id", None):
        facts["account"] = user
    log.info("request", **facts)

"""Refusals: what no route ever sees, because it is too large, no JSON, or another site's."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.types import Message, Receive

from app.web.origin import SAFE, asked_by_name, same_origin

LARGEST_BODY = 256 * 1024
"""Bytes of a request's body; the largest claim with all its lines is far below."""
LONGEST_URL = 4096
"""Bytes of path and query."""
LONGEST_HEADERS = 16 * 1024
"""Bytes of all headers; a browser's, the session's cookie included, are a few hundred."""

TOO_LARGE = f"The request is too large; {LARGEST_BODY // 1024} KiB are the most."
UNKNOWN_NAME = (
    "This server does not go by that name; use the address it printed, or have its owner set "
    "PETINSURE_APP_HOSTNAME."
)


def refusal(connection: HTTPConnection, names: frozenset[str]) -> tuple[int, str] | None:
    """Status and reason where a request is refused; None where it may go on to its route."""
    scope = connection.scope
    if not asked_by_name(connection, names):
        return 400, UNKNOWN_NAME
    if len(scope.get("raw_path", b"")) + len(scope["query_string"]) > LONGEST_URL:
        return 414, f"The address is too long; {LONGEST_URL} characters are the most."
    if sum(len(name) + len(value) for name, value in scope["headers"]) > LONGEST_HEADERS:
        return 431, f"The headers are too large; {LONGEST_HEADERS // 1024} KiB are the most."
    length = connection.headers.get("content-length", "0")
    if length.isdigit() and int(length) > LARGEST_BODY:
        return 413, TOO_LARGE
    # The stream checks its Origin itself: a browser's handshake is a GET from any site.
    if scope["type"] == "websocket" or scope["method"] in SAFE:
        return None
    if not same_origin(connection):
        return 403, "This request comes from another site; open the portal itself."
    kind = connection.headers.get("content-type", "application/json")
    if kind.partition(";")[0].strip().lower() != "application/json":
        return 415, "Send JSON, as content type application/json."
    return None


def limited(receive: Receive) -> Receive:
    """The body, cut off where it becomes too large, also when nobody said how long it is."""
    taken = 0

    async def cut_off() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise HTTPException(413, TOO_LARGE)
        return message

    return cut_off

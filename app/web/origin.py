"""Origin: whether a request or a WebSocket comes from this portal's own pages."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

SAFE = ("GET", "HEAD", "OPTIONS")


def same_origin(connection: HTTPConnection, *, required: bool = False) -> bool:
    """Whether the Origin, if there is one, is the host that was asked.

    Programs send none; a browser always does where it matters. `required` refuses without one.
    """
    origin = connection.headers.get("origin")
    if origin is None:
        return not required
    return bool(origin) and urlsplit(origin).netloc == connection.headers.get("host")

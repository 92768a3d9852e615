"""Origin: whether a request or a WebSocket comes from this portal's own pages, to its own name."""

from __future__ import annotations

import re

from starlette.requests import HTTPConnection

from lakehouse.settings import Settings

SAFE = ("GET", "HEAD", "OPTIONS")
HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?", re.IGNORECASE)


def same_origin(connection: HTTPConnection, *, required: bool = False) -> bool:
    """Whether the Origin, if there is one, is the host that was asked.

    Programs send none; a browser always does where it matters. `required` refuses without one.
    """
    origin, host = connection.headers.get("origin"), connection.headers.get("host")
    if origin is None:
        return not required
    return host is not None and origin in (f"http://{host}", f"https://{host}")


def own_names(settings: Settings) -> frozenset[str]:
    """The host names that the portal answers to, so that no other name can be pointed at it."""
    bound = f"[{settings.host}]" if ":" in settings.host else settings.host
    names = {"localhost", "127.0.0.1", "[::1]", bound, settings.app_hostname or bound}
    return frozenset(name.lower() for name in names)


def asked_by_name(connection: HTTPConnection, names: frozenset[str]) -> bool:
    """Whether the Host header has one of these names, on whatever port."""
    found = HOST.fullmatch(connection.headers.get("host", ""))
    return found is not None and found[1].lower() in names

"""Requests as no well-behaved client sends them: the path and headers as they are given."""

from __future__ import annotations

import http.client
from collections.abc import Mapping

from tests.app.server import PATIENCE, Portal


def said_to(
    portal: Portal, path: str, headers: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    """Status and body of what the portal says to a GET of this very path."""
    place = portal.settings.host, portal.settings.app_port
    connection = http.client.HTTPConnection(*place, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers=dict(headers or {}))
        answer = connection.getresponse()
        return answer.status, b"" if answer.status == 101 else answer.read()
    finally:
        connection.close()

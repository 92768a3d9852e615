"""Requests as no well-behaved client sends them: the path and headers as they are given."""

from __future__ import annotations

import http.client
from collections.abc import Mapping

from tests.app.server import Portal


def said_to(
    portal: Portal, path: str, headers: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    """Status and body of what the portal says to a GET of this very path."""
    connection = http.client.HTTPConnection(portal.settings.host, portal.settings.app_port)
    try:
        connection.request("GET", path, headers=dict(headers or {}))
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()

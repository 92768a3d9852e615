"""Listening: the portal's events, as its WebSocket brings them to whoever is the presenter."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from dashboards.portal import Portal, PortalRefused, PortalUnavailable
from dashboards.queries import settings

STREAM = "/api/notifications/stream"
LOOK = 0.5  # seconds between two looks at whether anybody still wants to hear
OPENED = "opened"


@dataclass(frozen=True)
class Heard:
    """One frame of the stream and the moment it arrived here (UTC)."""

    at: datetime
    frame: dict[str, Any]

    @property
    def notice(self) -> dict[str, Any]:
        """What is told; empty for the frame that opens the stream."""
        return dict(self.frame.get("notification") or {})

    @property
    def kind(self) -> str:
        """What kind of thing is told."""
        return str(self.notice.get("kind", OPENED))

    @property
    def delay(self) -> float:
        """Seconds from when the portal told it to when it arrived here."""
        told = datetime.fromisoformat(self.notice["created_at"])
        return max(0.0, (self.at - told).total_seconds())


def listen() -> Iterator[Heard | None]:
    """The events from now on; None now and then, so that one may stop listening.

    Where the portal is restarted in between, it is called again.
    """
    pause = threading.Event()
    while True:
        try:
            yield from _until_it_closes()
        except (OSError, WebSocketException, PortalUnavailable, PortalRefused):
            yield None
            pause.wait(LOOK)


def _until_it_closes() -> Iterator[Heard | None]:
    with Portal(settings()) as portal:
        url = portal.url.replace("http", "ws", 1) + STREAM
        with connect(url, additional_headers={"Cookie": portal.cookies}, open_timeout=5) as stream:
            while True:
                try:
                    text = stream.recv(timeout=LOOK)
                except TimeoutError:
                    yield None
                    continue
                yield Heard(datetime.now(UTC), json.loads(text))

"""Streams of the tests: the WebSocket as a browser opens it, frame by frame."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from app.accounts.cookie import COOKIE
from tests.app.server import PATIENCE, Portal

Frame = dict[str, Any]


@contextmanager
def open_stream(
    portal: Portal,
    client: httpx.Client,
    cursor: str | None = None,
    *,
    origin: str | None = None,
    max_queue: int | None = None,
) -> Iterator[ClientConnection]:
    """The stream of whoever is signed in, from the portal's own page unless told otherwise."""
    address = portal.url.replace("http", "ws", 1) + "/api/notifications/stream"
    if cursor is not None:
        address += f"?cursor={cursor}"
    session = client.cookies.get(COOKIE)
    with connect(
        address,
        origin=Origin(origin or portal.url),
        additional_headers={"Cookie": f"{COOKIE}={session}"} if session else {},
        open_timeout=PATIENCE,
        max_queue=max_queue,
    ) as stream:
        yield stream


def frame(stream: ClientConnection) -> Frame:
    """The next frame."""
    found: Frame = json.loads(stream.recv(timeout=PATIENCE))
    return found


def told(stream: ClientConnection, most: int = 1) -> list[Frame]:
    """The next notifications."""
    frames = [frame(stream) for _ in range(most)]
    assert {each["type"] for each in frames} == {"notification"}
    return [each["notification"] for each in frames]


def told_until(stream: ClientConnection, kind: str, claim_id: str | None = None) -> list[Frame]:
    """The next notifications, up to one of this kind (and claim)."""
    found: list[Frame] = []
    while not found or (found[-1]["kind"], claim_id) != (
        kind,
        found[-1]["claim_id"] if claim_id else None,
    ):
        found += told(stream)
    return found

"""Submit: how long a customer waits until their claim is stored, and until they are told so."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import Queue
from threading import Thread
from typing import Any

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from app.accounts.cookie import COOKIE
from benchmarks.clone import Clone
from benchmarks.table import Measurements
from lakehouse.settings import DEMO_PASSWORD

CUSTOMER = {"email": "demo1@demologin.com", "password": DEMO_PASSWORD}
SCENARIO = "ear-infection"
CLAIMS = 100
UNMEASURED = 5
"""Claims that are filed first, on a server that has just started."""
PATIENCE = 60.0

FILES = """
import json
from lakehouse.settings import get_settings
from lakehouse.storage import Lake
print(json.dumps([f"raw/{file.path}" for file in Lake(get_settings()).files("raw", "claims/")]))
"""

Arrivals = Queue[tuple[str, float]]


def submit(table: Measurements, clone: Clone) -> None:
    """One claim after the other, from one browser; its second tab hears of it.

    The answer comes once the file is in raw. Raises `queue.Empty` where a notification never
    comes, and `AssertionError` where a file that was answered for is not there.
    """
    url = clone.status()["services"]["portal"]["url"]
    with httpx.Client(base_url=url, timeout=PATIENCE) as client:
        client.post("/api/accounts/login", json=CUSTOMER).raise_for_status()
        with _stream(client) as stream:
            sent = [_filed(client) for _ in range(UNMEASURED + CLAIMS)]
            told = dict(stream.get(timeout=PATIENCE) for _ in sent)
    missing = {path for _, path, _, _ in sent} - set(json.loads(clone.python(FILES)))
    assert not missing, f"{len(missing)} claims were acknowledged that are not stored"  # noqa: S101
    measured = sent[UNMEASURED:]
    _add(table, "file in raw", [stored - began for _, _, began, stored in measured])
    _add(table, "notification", [told[claim_id] - began for claim_id, _, began, _ in measured])


def _add(table: Measurements, what: str, seconds: list[float]) -> None:
    places = statistics.quantiles(seconds, n=20)
    for name, value in (("p50", places[9]), ("p95", places[18])):
        table.add(f"submit → {what}, {name}", value * 1000, "ms")


def _filed(client: httpx.Client) -> tuple[str, str, float, float]:
    """File a claim: its id and path, and when that began and was answered."""
    offered: list[dict[str, Any]] = client.get("/api/scenarios").raise_for_status().json()
    draft = next(each["draft"] for each in offered if each["key"] == SCENARIO)
    began = time.monotonic()
    receipt = client.post("/api/claims", json=draft).raise_for_status().json()
    return receipt["id"], receipt["path"], began, time.monotonic()


@contextmanager
def _stream(client: httpx.Client) -> Iterator[Arrivals]:
    """Claims that the stream told of as landed, each with its moment."""
    address = str(client.base_url).replace("http", "ws", 1).rstrip("/")
    cookie = {"Cookie": f"{COOKIE}={client.cookies[COOKIE]}"}
    arrived: Arrivals = Queue()
    path = "/api/notifications/stream"
    with connect(address + path, additional_headers=cookie) as stream:
        stream.recv(timeout=PATIENCE)  # the welcome: what follows is heard
        Thread(target=_hear, args=[stream, arrived], daemon=True).start()
        yield arrived


def _hear(stream: ClientConnection, arrived: Arrivals) -> None:
    with suppress(ConnectionClosed):
        for text in stream:
            moment, told = time.monotonic(), json.loads(text)["notification"]
            if told["kind"] == "claim_landed":
                arrived.put((told["claim_id"], moment))

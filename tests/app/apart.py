"""Apart: the portal as its owner runs it, a process of its own, and browsers that visit it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import IO

import httpx

from kit.services.ports import any_free_port
from lakehouse.settings import Settings
from tests.app.server import PATIENCE, Portal
from tests.lakehouse.live_mode import PROJECT, environment


@contextmanager
def serving_apart(settings: Settings, log: IO[str]) -> Iterator[Portal]:
    """The portal of these settings while the block lasts; its services are out of reach."""
    settings = settings.model_copy(update={"app_port": any_free_port(settings.host)})
    process = subprocess.Popen(
        [sys.executable, "-m", "app"],
        cwd=PROJECT,
        env=environment(settings) | {"PETINSURE_APP_PORT": str(settings.app_port)},
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    portal = Portal(settings, None)  # type: ignore[arg-type]  # they are the other process's
    try:
        _wait(portal, process)
        yield portal
    finally:
        for client in portal.clients:
            client.close()
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE * 2)


def _wait(portal: Portal, process: subprocess.Popen[bytes]) -> None:
    visitor, pause = portal.visitor(), Event()
    while True:
        assert process.poll() is None, "the portal ended at its start"
        try:
            visitor.get("/api/health").raise_for_status()
        except httpx.TransportError:
            pause.wait(0.1)
        else:
            return

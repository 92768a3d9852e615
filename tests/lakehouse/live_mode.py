"""Live mode for tests: `petinsure run --live` as a process of its own, and what it tells."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, Self

from lakehouse.settings import Settings

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE = 240
"""Seconds after which something that does not come never will."""

Told = dict[str, Any]


def environment(settings: Settings) -> dict[str, str]:
    """A test's lake, as another process is told of it."""
    return {**os.environ, **settings.environment()}


class LiveMode:
    """A live mode that goes on, and its events as they come."""

    def __init__(self, settings: Settings) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kit", "run", "--live", "--events", "json"],
            cwd=PROJECT,
            env=environment(settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.events: list[Told] = []
        self._error: str | None = None
        self._coming: Queue[Told | None] = Queue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._coming.put(json.loads(line))
        self._coming.put(None)

    def until(self, matches: Callable[[Told], bool]) -> Told:
        """The next event that matches."""
        while True:
            try:
                event = self._coming.get(timeout=PATIENCE)
            except Empty:
                msg = f"nothing comes any more; last was {self.events[-1:]}"
                raise AssertionError(msg) from None
            assert event is not None, f"live mode ended: {self.error()}"
            self.events.append(event)
            if matches(event):
                return event

    def until_started(self, table: str) -> Told:
        """The next beginning of work on a table."""
        return self.until(
            lambda e: e["event"] == "TableStarted" and e["table"].endswith(f".{table}")
        )

    def until_built(self, table: str) -> Told:
        """The next new version of a table."""
        return self.until(
            lambda e: e["event"] == "TableFinished" and e["table"].endswith(f".{table}")
        )

    def until_at_rest(self) -> Self:
        """Go on to the end of the pass."""
        self.until(lambda e: e["event"] == "RunFinished")
        return self

    def stop(self) -> int:
        """End it as Ctrl-C does; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)

    def kill(self) -> None:
        """End it as a crash does."""
        self.process.kill()
        self.process.wait()

    def error(self) -> str:
        """What it said of its end; however often it is asked."""
        if self._error is None:
            assert self.process.stderr is not None
            self.process.wait(timeout=PATIENCE)
            self._error = self.process.stderr.read()
        return self._error


@contextmanager
def live_mode(settings: Settings) -> Iterator[LiveMode]:
    """Live mode for as long as the block lasts, from when all tables are up to date."""
    live = LiveMode(settings)
    try:
        yield live.until_at_rest()
    finally:
        live.kill()

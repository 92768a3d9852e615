"""Child: a run as a process of its own, which tells its events line by line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Thread

import structlog

from app.pipeline.progress import Event
from lakehouse.settings import PROJECT, Settings

COMMAND = ("-m", "kit", "run", "--events", "json")
"""The kit's command is called, not imported: the portal runs no Spark."""
KEPT_HERE = frozenset({"app_port", "app_secret", "demo_password", "deployment", "actor"})
"""Settings that a run has no business with."""
SECONDS_TO_STOP = 30.0

log = structlog.get_logger("petinsure")

OnEvent = Callable[[Event], None]
OnEnd = Callable[[str | None], None]


class Child:
    """A run, or live mode, from its start to its end."""

    def __init__(self, by: str, *, live: bool) -> None:
        """Nothing is started yet; `by` is who the tables' history will name."""
        self.by = by
        self.live = live
        self.since = datetime.now(UTC)
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False
        self._said = ""
        self._listening: Thread | None = None

    @property
    def alive(self) -> bool:
        """Whether it goes on."""
        return self._listening is not None and self._listening.is_alive()

    def start(
        self, settings: Settings, arguments: list[str], on_event: OnEvent, on_end: OnEnd
    ) -> None:
        """Start it; `on_end` is told why it ended early, or None for an end in order."""
        self._process = subprocess.Popen(
            [sys.executable, *COMMAND, *arguments],
            cwd=PROJECT,
            env={
                **os.environ,
                **settings.environment(without=KEPT_HERE),
                "PETINSURE_ACTOR": self.by,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            # Ctrl-C at the server's terminal is for the server, which ends its child in order.
            start_new_session=True,
        )
        self._listening = Thread(
            target=self._listen, args=[self._process, on_event, on_end], daemon=True
        )
        self._listening.start()

    def stop(self, seconds: float = SECONDS_TO_STOP) -> None:
        """End it in order, or, if it takes too long, at once."""
        if self._process is None or self._listening is None:
            return
        self._stopped = True
        self._process.send_signal(signal.SIGTERM)
        self._listening.join(seconds)
        if self._listening.is_alive():
            self._process.kill()
            self._listening.join()

    def _listen(self, process: subprocess.Popen[str], on_event: OnEvent, on_end: OnEnd) -> None:
        complaints = Thread(target=self._hear_complaints, args=[process], daemon=True)
        complaints.start()
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        for line in process.stdout:
            try:
                event = json.loads(line)
            except ValueError:
                continue
            try:
                on_event(event)
            except Exception:  # a run must not stop for want of a listener
                log.exception("an event of the pipeline was not told")
        code = process.wait()
        complaints.join()
        in_order = code == 0 or self._stopped
        on_end(None if in_order else self._said or f"It ended without a word (code {code}).")

    def _hear_complaints(self, process: subprocess.Popen[str]) -> None:
        assert process.stderr is not None  # noqa: S101 - it is a pipe
        for line in process.stderr:
            self._said = line.strip() or self._said

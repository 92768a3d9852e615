"""Victim: a process with a Spark session of its own, made to be killed in the midst of its work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from lakehouse.errors import PetInsureError
from lakehouse.pipeline.left_behind import end_all
from lakehouse.settings import PROJECT, Settings
from lakehouse.spark import spark_session, user_metadata

if TYPE_CHECKING:
    from dashboards.sandbox import Sandbox

LONGEST = 90.0  # seconds until something must have happened
LOOK = 0.05  # seconds between two looks at storage


class NothingToKill(PetInsureError):
    """The process ended, or did nothing, before it could be killed."""


class Victim:
    """The process, from its start to its death."""

    def __init__(self, sandbox: Sandbox, task: dict[str, Any]) -> None:
        """Start it on a task: `{"sql": …}`, or `{"stream": …}` as `claim_stream.start` takes it."""
        self._settings = sandbox.settings
        self._session_id = str(uuid4())
        self._process = subprocess.Popen(
            [sys.executable, "-m", "dashboards.lessons.victim", self._session_id, sandbox.viewer],
            cwd=PROJECT,
            env={**os.environ, **sandbox.settings.environment()},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        self._process.stdin.write(json.dumps(task))
        self._process.stdin.close()
        self._words: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        if self._process.poll() is None:
            self.kill()

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    def wait_until(self, happened: Callable[[], bool]) -> None:
        """Wait for something to be seen from outside.

        Raises `NothingToKill` where the process ends first or takes too long.
        """
        until = time.monotonic() + LONGEST
        nobody_sets_it = threading.Event()
        while not happened():
            ended = self._process.poll() is not None
            if ended or time.monotonic() > until:
                last = next((w for w in reversed(self._words) if w), "without a word")
                msg = f"The process to be killed ended too early ({last[:200]}); run it again."
                raise NothingToKill(msg)
            nobody_sets_it.wait(LOOK)

    def kill(self) -> int:
        """SIGKILL, and an end to what the engine still does for it; the signal it died of."""
        self._process.send_signal(signal.SIGKILL)
        code = self._process.wait()
        # The engine goes on for a client that is gone: its job dies with its session.
        end_all(spark_session(self._settings, session_id=self._session_id))
        return -code

    def _listen(self) -> None:
        assert self._process.stderr is not None  # noqa: S101 - it is a pipe
        self._words.extend(line.strip() for line in self._process.stderr)


def main(session_id: str, viewer: str) -> None:
    """The process itself: do the task that comes by standard input, until it is killed."""
    from dashboards.lessons import claim_stream
    from dashboards.sandbox import METADATA, VIA

    task = json.load(sys.stdin)
    spark = spark_session(Settings(), session_id=session_id)
    spark.conf.set(METADATA, user_metadata(viewer, VIA))
    if "stream" in task:
        claim_stream.start(spark, **task["stream"]).awaitTermination()
    else:
        spark.sql(task["sql"]).collect()


if __name__ == "__main__":
    main(*sys.argv[1:])

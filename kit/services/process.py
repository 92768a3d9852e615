"""Process: one recorded process of ours, known again by any other process of the kit."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from dataclasses import dataclass

import psutil

LOOK = 0.05  # seconds between two looks whether it has ended
GRACE = 1.0  # seconds in which an ended process is usually taken off the system's list
SAME_START = 60
"""Seconds by which a start time may differ: clocks are set, but no number is reused that fast."""


@dataclass(frozen=True)
class Process:
    """A process by its number and its start (seconds since 1970), so that no stranger is hit."""

    pid: int
    started: float

    @classmethod
    def of(cls, pid: int) -> Process:
        """The process that has this number now; raises `psutil.NoSuchProcess`."""
        return cls(pid, psutil.Process(pid).create_time())

    def alive(self) -> bool:
        """Whether it still runs, or holds its ports; a zombie whose threads are gone does not."""
        with contextlib.suppress(psutil.Error):
            found = psutil.Process(self.pid)
            if abs(found.create_time() - self.started) >= SAME_START:
                return False
            return found.status() != psutil.STATUS_ZOMBIE or found.num_threads() > 1
        return False

    def ask_to_end(self) -> None:
        """Send SIGTERM to it and to what it started; one that has ended is no error."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """Send SIGKILL to it and to what it started."""
        self._signal(signal.SIGKILL)

    def ended_within(self, seconds: float) -> bool:
        """Wait until it has ended, at most so long; whether it has.

        A zombie has ended: whoever started it may not ask after it for as long as they live.
        """
        until = time.monotonic() + seconds
        while self.alive():
            if time.monotonic() > until:
                return False
            time.sleep(LOOK)
        with contextlib.suppress(psutil.Error):
            psutil.Process(self.pid).wait(GRACE)  # for whoever started it to ask after it
        return True

    def resident_bytes(self) -> int | None:
        """Memory it holds now; None where it has ended."""
        with contextlib.suppress(psutil.Error):
            return int(psutil.Process(self.pid).memory_info().rss)
        return None

    def _signal(self, number: int) -> None:
        if not self.alive():
            return
        with contextlib.suppress(ProcessLookupError):
            if os.getpgid(self.pid) == self.pid:  # it leads a group of its own, as services do
                os.killpg(self.pid, number)
            else:
                os.kill(self.pid, number)

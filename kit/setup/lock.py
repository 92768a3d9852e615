"""Lock: one set-up at a time in a home; a second one waits and says so."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kit.setup.progress import say


@contextmanager
def setup_lock(home: Path) -> Iterator[None]:
    """Hold the home's set-up lock; the system frees it where the holder dies."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("set-up", "another set-up is at work here; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield

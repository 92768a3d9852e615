"""Work: what takes longer than a blink runs off the script thread, kept by viewer and name."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import streamlit as st

from dashboards.sentences import sentence
from dashboards.viewer import viewer

POLL = 0.4  # seconds between two looks at work that goes on
KEPT = 2 * 3600.0  # seconds for which what ended is kept for whoever comes back to it
UNSEEN = 60.0  # seconds without a look after which work that follows something is ended

Steps = Iterator[Any]
Work = Callable[[], Steps]

_counting = threading.Lock()


class Job:
    """Work that goes on, and what it has told so far: Evidence, events of a run, anything."""

    ended = 0
    """Works of all viewers that have ended: what was seen before the last may be old."""

    def __init__(self, work: Work, *, follows: bool = False) -> None:
        """Begin at once; work that `follows` something ends once nobody looks any more."""
        self.told: list[Any] = []
        self.error: str | None = None
        self.running = True
        self.began = time.time()
        self.seconds = 0.0
        self._clock = time.perf_counter()
        self._seen = time.monotonic()
        self._follows = follows
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, args=[work], daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether it ended, and ended well."""
        return not self.running and self.error is None

    @property
    def elapsed(self) -> float:
        """Seconds it took, so far or in all."""
        return time.perf_counter() - self._clock if self.running else self.seconds

    @property
    def forgotten(self) -> bool:
        """Whether it ended long ago and nobody looked at it since."""
        return not self.running and time.monotonic() - self._seen > KEPT

    def look(self) -> None:
        """Note that someone looks on."""
        self._seen = time.monotonic()

    def wait(self, seconds: float) -> None:
        """Wait for its end, for at most so many seconds; for what mostly takes a moment."""
        self._thread.join(seconds)

    def stop(self) -> None:
        """End it after the step that it is at."""
        self._stopping.set()

    def _run(self, work: Work) -> None:
        try:
            for told in work():
                if told is not None:
                    self.told.append(told)
                if self._stopping.is_set() or self._unwatched():
                    break
        except Exception as error:  # whatever it is, a page shows one sentence
            self.error = sentence(error)
        finally:
            self.seconds = time.perf_counter() - self._clock
            with _counting:
                Job.ended += 1
            self.running = False

    def _unwatched(self) -> bool:
        return self._follows and time.monotonic() - self._seen > UNSEEN


_jobs: dict[tuple[str, str], Job] = {}
_lock = threading.Lock()


def begin(name: str, work: Work, *, follows: bool = False) -> Job:
    """Begin this viewer's work of that name; where it goes on already, that one is given back."""
    key = (viewer().id, name)
    with _lock:
        for old in [each for each, job in _jobs.items() if job.forgotten]:
            del _jobs[old]
        found = _jobs.get(key)
        if found is None or not found.running:
            found = _jobs[key] = Job(work, follows=follows)
        return found


def job(name: str) -> Job | None:
    """This viewer's work of that name; None where none was begun."""
    return _jobs.get((viewer().id, name))


def forget(name: str) -> None:
    """Put away this viewer's work of that name, ending it where it goes on."""
    with _lock:
        found = _jobs.pop((viewer().id, name), None)
    if found:
        found.stop()


def forget_all() -> None:
    """Put away all of this viewer's work: the lake it was done in is another one now."""
    for owner, name in list(_jobs):
        if owner == viewer().id:
            forget(name)


def running(viewer_id: str) -> list[Job]:
    """The work of a viewer that goes on."""
    return [found for (owner, _), found in _jobs.items() if owner == viewer_id and found.running]


def watch(name: str, draw: Callable[[Job], None], *, every: float = POLL) -> None:
    """Draw this viewer's work of that name, again and again while it goes on, then once more."""
    found = job(name)
    if found is None:
        return

    @st.fragment(run_every=every if found.running else None, key=f"watch-{name}")
    def panel() -> None:
        goes_on = found.running
        found.look()
        draw(found)
        if polling and not goes_on:
            st.rerun()  # the whole page, which then looks no more

    polling = found.running
    panel()

"""Work that must be done by a deadline, for libraries that may wait for an answer for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Thread
from time import monotonic
from typing import Generic, TypeVar

T = TypeVar("T")


class Attempt(Generic[T]):
    """Work in a thread of its own, which is left behind if it does not come back.

    Not even the end of the process waits for it.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        """Begin the work."""
        self._work = work
        self._done: list[T] = []
        self._failed: list[BaseException] = []
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def result(self, seconds: float | None = None) -> T:
        """What the work returned or raised; `TimeoutError` if that takes more than `seconds`."""
        self._thread.join(None if seconds is None else max(seconds, 0))
        if self._thread.is_alive():
            msg = "no answer in time"
            raise TimeoutError(msg)
        if self._failed:
            raise self._failed[0]
        return self._done[0]

    def _run(self) -> None:
        try:
            self._done.append(self._work())
        except BaseException as error:
            self._failed.append(error)


def together(works: Iterable[Callable[[], T]], seconds: float | None = None) -> list[T]:
    """What several works return, done side by side; `TimeoutError` as of an attempt."""
    end = None if seconds is None else monotonic() + seconds
    attempts = [Attempt(work) for work in works]
    return [attempt.result(None if end is None else end - monotonic()) for attempt in attempts]

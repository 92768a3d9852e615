"""Hub: wakes those who wait for notices; what there is to tell they read from the database."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock

from app.notifications.readers import Reader

MOST_STREAMS = 100
"""Open streams of one reader; more are refused."""


class TooManyStreams(Exception):
    """A reader has opened as many streams as they may."""


@dataclass(frozen=True, eq=False)
class Listener:
    """A stream that waits on its event loop for news of its reader."""

    reader: Reader
    loop: asyncio.AbstractEventLoop
    news: asyncio.Event = field(default_factory=asyncio.Event)


class Hub:
    """The open streams of this process.

    It passes on no notices, only that there are some: a stream that lags holds up nobody, and
    nothing waits for it in memory.
    """

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._lock = Lock()

    @contextlib.contextmanager
    def listening(self, reader: Reader) -> Iterator[asyncio.Event]:
        """An event on the running loop, set whenever there may be news for the reader.

        Raises `TooManyStreams`.
        """
        listener = Listener(reader, asyncio.get_running_loop())
        with self._lock:
            open_ = Counter(other.reader.name for other in self._listeners)
            if open_[reader.name] >= MOST_STREAMS:
                raise TooManyStreams
            self._listeners.add(listener)
        try:
            yield listener.news
        finally:
            with self._lock:
                self._listeners.discard(listener)

    def wake(self, customer_id: str | None, audience: str | None) -> None:
        """Wake the streams that a notice to these concerns; from any thread."""
        with self._lock:
            concerned = [x for x in self._listeners if x.reader.concerns(customer_id, audience)]
        for listener in concerned:
            with contextlib.suppress(RuntimeError):  # its loop has ended: nobody listens there
                listener.loop.call_soon_threadsafe(listener.news.set)

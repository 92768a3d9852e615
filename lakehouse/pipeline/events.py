"""Events of a run: what the command line, the portal and the walkthrough show while it goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened in a run; `run_id` is the run's start as yyyymmddHHMMSS."""

    run_id: str

    def as_dict(self) -> dict[str, Any]:
        """The event as JSON-ready values, its kind under `event`."""
        return {"event": type(self).__name__, **asdict(self)}


OnEvent = Callable[[Event], None]


def one_at_a_time(on_event: OnEvent) -> OnEvent:
    """The same listener, called by one thread at a time though tables are built side by side."""
    lock = threading.Lock()

    def listen(event: Event) -> None:
        with lock:
            on_event(event)

    return listen


@dataclass(frozen=True, kw_only=True)
class RunStarted(Event):
    """The run holds the lease and knows which tables it has to touch."""

    by: str
    new_files: int
    tables: list[str]


@dataclass(frozen=True, kw_only=True)
class TableStarted(Event):
    """Work on a table began."""

    table: str
    layer: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class TableFinished(Event):
    """A table has a new version: rows that its commit wrote, seconds it took."""

    table: str
    layer: str
    version: int
    rows: int
    seconds: float


@dataclass(frozen=True, kw_only=True)
class Warned(Event):
    """Something a user should know; the run goes on."""

    message: str


@dataclass(frozen=True, kw_only=True)
class RunFinished(Event):
    """All tables are up to date; `built` counts those with a new version."""

    built: int
    unchanged: int
    seconds: float


@dataclass(frozen=True, kw_only=True)
class RunStopped(Event):
    """The run ended early; what it had committed stays, the next run carries on."""

    message: str
    seconds: float

"""Record: which services run, as any process of the kit reads and changes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from filelock import FileLock, Timeout

from kit.errors import ServiceFailed
from kit.files import write_private
from kit.home import Home
from kit.services.process import Process

State = Literal["starting", "running", "failed"]


@dataclass
class Entry:
    """One started service."""

    process: Process
    port: int
    state: State = "starting"

    def alive(self) -> bool:
        """Whether its process runs."""
        return self.process.alive()


@dataclass
class Record:
    """Who watches the services, and the services."""

    watcher: Process | None = None
    ready: bool = False
    """Whether everything is up, the lake seeded."""
    services: dict[str, Entry] = field(default_factory=dict)

    def watched(self) -> bool:
        """Whether an `up` is at work."""
        return self.watcher is not None and self.watcher.alive()

    def as_dict(self) -> dict[str, Any]:
        """The record as JSON holds it."""
        services = {
            name: {**vars(entry.process), "port": entry.port, "state": entry.state}
            for name, entry in self.services.items()
        }
        watcher = vars(self.watcher) if self.watcher else None
        return {"watcher": watcher, "ready": self.ready, "services": services}


def read(home: Home) -> Record:
    """The record of a home; an empty one where nothing was ever started."""
    try:
        kept = json.loads(home.processes.read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return Record()
    services = {
        name: Entry(Process(each["pid"], each["started"]), each["port"], each["state"])
        for name, each in kept["services"].items()
    }
    watcher = Process(**kept["watcher"]) if kept["watcher"] else None
    return Record(watcher, kept["ready"], services)


def write(home: Home, record: Record) -> None:
    """Replace the record; hold the lock of `changing` while reading and writing."""
    write_private(home.processes, json.dumps(record.as_dict(), indent=1) + "\n")


@contextmanager
def changing(home: Home, *, wait: float = 300) -> Iterator[Record]:
    """Read the record, let the caller change it and the services, write it; one at a time.

    The lock is held throughout, so a snapshot that stops Azurite for a moment is not mistaken
    for its death. Raises `ServiceFailed` where another process holds it longer than `wait`.
    """
    home.create()
    try:
        with FileLock(home.run / "services.lock", timeout=wait):
            record = read(home)
            try:
                yield record
            finally:
                write(home, record)
    except Timeout:
        msg = "Another command of the kit is changing its services; try again in a moment."
        raise ServiceFailed(msg) from None

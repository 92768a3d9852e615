"""Gathering: new events of the engine go into the memory of the lakes they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from lakehouse.observation.events import observed
from lakehouse.observation.listener import events_file
from lakehouse.observation.memory import Memory, memory_file, recall, store
from lakehouse.observation.names import place_of
from lakehouse.observation.tail import Tail
from lakehouse.settings import Settings
from lakehouse.tables import tables

PATIENCE = 20
"""Seconds to wait for another process that gathers."""


def gathered(settings: Settings) -> Memory:
    """What is known of the lake of these settings, the newest events included."""
    with _alone(settings) as folder:
        if folder.is_dir():
            _gather(folder)
    return recall(_file(settings))


def gather(settings: Settings) -> Memory:
    """The same, where what hinders it is no error: nothing is known then.

    A lineage that lags behind is better than a run that stops.
    """
    try:
        return gathered(settings) if events_file(settings).exists() else recall(_file(settings))
    except OSError:  # a full disk, a lock that is not to be had
        return Memory()


def remember(settings: Settings, learn: Callable[[Memory], None]) -> None:
    """Let somebody add to the memory of a lake; nobody else writes it meanwhile."""
    with _alone(settings):
        memory = recall(_file(settings))
        learn(memory)
        store(_file(settings), memory)


def _file(settings: Settings) -> Path:
    return memory_file(settings.lineage_folder, place_of(settings))


@contextmanager
def _alone(settings: Settings) -> Iterator[Path]:
    folder = settings.lineage_folder
    if not folder.is_dir():
        yield folder
        return
    with FileLock(folder / "gathering.lock", timeout=PATIENCE):
        yield folder


def _gather(folder: Path) -> None:
    tail = Tail(folder)
    memories: dict[str, Memory] = {}
    declared = {f"{table.layer}.{table.name}" for table in tables().values()}
    for line in tail.lines():
        try:
            writes = observed(line)
        except (ValueError, KeyError, TypeError):
            continue  # half a line, of an engine that died over it
        for write in (write for write in writes if write.table in declared):
            if write.place not in memories:
                memories[write.place] = recall(memory_file(folder, write.place))
            memories[write.place].learn(write)
    for place, memory in memories.items():
        store(memory_file(folder, place), memory)
    tail.note()

"""Gathering: new events of the engine go into the memory of the lakes they are about."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock

from lakehouse.observation.events import observed
from lakehouse.observation.listener import events_file
from lakehouse.observation.memory import Memory, memory_file, recall
from lakehouse.observation.names import place_of
from lakehouse.observation.tail import Tail
from lakehouse.settings import Settings
from lakehouse.tables import tables

PATIENCE = 20
"""Seconds to wait for another process that gathers."""


def gathered(settings: Settings) -> Memory:
    """What is known of the lake of these settings, the newest events included."""
    folder = settings.lineage_folder
    if folder.is_dir():
        with FileLock(folder / "gathering.lock", timeout=PATIENCE):
            _gather(folder)
    return recall(memory_file(folder, place_of(settings)))


def gather(settings: Settings) -> None:
    """Take in the newest events, so that their file stays small; what hinders it is no error.

    A lineage that lags behind is better than a run that stops.
    """
    try:
        if events_file(settings).exists():
            gathered(settings)
    except OSError:  # a full disk, a lock that is not to be had
        return


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
        file = memory_file(folder, place)
        draft = file.with_suffix(".new")
        draft.write_text(memory.as_json())
        draft.replace(file)
    tail.note()

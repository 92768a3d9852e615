"""Copies of a lake for tests: what takes many runs to build is built once and copied."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from kit.lake.containers import create_containers
from lakehouse.ingest.checkpoint import FOLDER
from lakehouse.observation.memory import memory_file
from lakehouse.observation.names import place_of
from lakehouse.settings import Settings
from lakehouse.storage import CONTAINERS, Lake
from tests.lakehouse.observed import once_observed

NOT_COPIED = shutil.ignore_patterns("azurite", "local", "logs", "run", "spark")
"""Folders of a home that are its servers', or the lake itself."""


class Shelf:
    """Lakes that one process of the suite builds and all of them copy; kept as plain folders."""

    def __init__(self, folder: Path, new_lake: Callable[[], Settings]) -> None:
        """Keep lakes in a folder that the processes share; copies go into new lakes."""
        self._folder = folder
        self._new_lake = new_lake
        folder.mkdir(exist_ok=True)

    def copy(self, name: str, build: Callable[[], Settings]) -> Settings:
        """A copy of the lake of this name; whoever wants it first builds it, others wait."""
        kept = self._folder / name
        note = kept.with_suffix(".account")
        with FileLock(kept.with_suffix(".lock")):
            if not note.exists():
                lake = build()
                copy_lake(lake, self._kept(kept, lake.account))
                note.write_text(lake.account)
        return copy_lake(self._kept(kept, note.read_text()), self._new_lake())

    def _kept(self, home: Path, account: str) -> Settings:
        settings = Settings(home=home, storage="local", account=account)
        create_containers(settings)
        return settings


def copy_lake(source: Settings, target: Settings, *, observed: bool = True) -> Settings:
    """Fill an empty lake with all of another one, and with what was observed of it, if it was.

    All its versions are as old as the copy to who travels by time, which goes by files' times.
    Its streams have the other's ids, so an engine that begins one ends the other's.
    """
    if observed:
        once_observed(source)
    old, new = Lake(source), Lake(target)
    for container in CONTAINERS:
        for file in old.files(container):
            data = old.read(container, file.path)
            if not data:  # how Hadoop writes down a folder, which is no plain file
                continue
            if not file.path.endswith(".parquet"):
                data = data.replace(source.account.encode(), target.account.encode())
            new.write(container, file.path, data)
    _note_when_read(new)
    shutil.copytree(source.home, target.home, ignore=NOT_COPIED, dirs_exist_ok=True)
    if observed:
        target.lineage_folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(_memory(source), _memory(target))
    return target


def _memory(settings: Settings) -> Path:
    return memory_file(settings.lineage_folder, place_of(settings))


def _note_when_read(lake: Lake) -> None:
    """Let the checkpoints say that raw's files are as they were when the streams read them."""
    written = {file.path: file.modified.timestamp() for file in lake.files("raw")}
    for file in lake.files("bronze", f"{FOLDER}/"):
        if "/sources/" in file.path:
            lines = (lake.read("bronze", file.path) or b"").decode().splitlines()
            dated = [_dated(line, written) if line.startswith("{") else line for line in lines]
            lake.write("bronze", file.path, "\n".join(dated).encode())


def _dated(line: str, written: dict[str, float]) -> str:
    entry = json.loads(line)
    path = entry["path"].partition(".net/")[2]
    return json.dumps(entry | {"timestamp": round(written[path] * 1000)}, separators=(",", ":"))

"""Copies of a lake for tests: what takes many runs to build is built once and copied."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from lakehouse.ingest.checkpoint import FOLDER
from lakehouse.observation.memory import memory_file
from lakehouse.observation.names import place_of
from lakehouse.settings import Settings
from lakehouse.storage import CONTAINERS, Lake
from tests.lakehouse.observed import once_observed

OF_SERVERS = shutil.ignore_patterns("azurite", "logs", "run", "spark")
"""Folders of a home that are its servers', not the lake's."""


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
    shutil.copytree(source.home, target.home, ignore=OF_SERVERS, dirs_exist_ok=True)
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

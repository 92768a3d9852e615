"""Storage tree: a container's files as folders, with the sizes and dates of what is below each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lakehouse.storage import LakeFile


@dataclass(frozen=True)
class Entry:
    """One line of a folder: a file, or a folder with all that is below it."""

    name: str
    folder: bool
    path: str
    files: int
    size: int
    modified: datetime


def entries(files: list[LakeFile], folder: str) -> list[Entry]:
    """What lies directly in a folder (`""`: the container): folders first, then files, by name."""
    prefix = f"{folder}/" if folder else ""
    found: dict[str, Entry] = {}
    for file in files:
        if not file.path.startswith(prefix):
            continue
        name, slash, _ = file.path[len(prefix) :].partition("/")
        before = found.get(name)
        found[name] = Entry(
            name=name,
            folder=bool(slash),
            path=prefix + name,
            files=(before.files if before else 0) + 1,
            size=(before.size if before else 0) + file.size,
            modified=max(before.modified, file.modified) if before else file.modified,
        )
    return sorted(found.values(), key=lambda entry: (not entry.folder, entry.name))


def kind(entry: Entry) -> str:
    """What an entry is, in a word or two."""
    if entry.folder:
        names = {"_delta_log": "Delta log", "_checkpoints": "stream checkpoints", "_runs": "runs"}
        return names.get(entry.name, "folder")
    ending = entry.name.rsplit(".", 1)[-1].lower() if "." in entry.name else ""
    if "_delta_log/" in entry.path and ending == "json":
        return "commit"
    known = {"json": "JSON", "jsonl": "JSON lines", "csv": "CSV", "parquet": "Parquet"}
    return known.get(ending, ending.upper() or "file")


def written_size(size: int) -> str:
    """Bytes as people read them."""
    if size < 1000:
        return f"{size} B"
    for unit, worth in (("kB", 1e3), ("MB", 1e6), ("GB", 1e9)):
        if size < worth * 1000 or unit == "GB":
            return f"{size / worth:.1f} {unit}"
    return f"{size} B"

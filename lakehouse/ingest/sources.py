"""Sources: which files of container raw belong to which bronze table, and each CSV's header."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import dataclass

from lakehouse.storage import Lake, LakeFile
from lakehouse.table import Table

LINES = (".csv", ".jsonl")
"""Endings of files that hold a record a line."""
OBJECTS = (".json",)
"""Endings of files that hold one JSON object."""

HEADER_BYTES = 1 << 16


@dataclass(frozen=True)
class Header:
    """First line of CSV files: the line itself and its column names, made unique."""

    line: str
    names: tuple[str, ...]


def belongs(path: str, source: str) -> bool:
    """Whether a path in raw is of a source: `<source>*.csv|jsonl` or `<source>/*.json`."""
    folder, _, name = path.rpartition("/")
    if folder:
        return folder == source and name.endswith(OBJECTS)
    return name.startswith(source) and name.endswith(LINES)


def lines_glob(source: str) -> str:
    """Glob pattern of a source's files of lines."""
    return f"{source}*.{{csv,jsonl}}"


def objects_folder(source: str) -> str:
    """Glob pattern of the folder of a source's objects, which may be missing.

    Spark lists a folder at once. Of a pattern of files it asks for each file by itself, again at
    every look: with 2,000 claims in raw, 8,000 questions to storage for one more.
    """
    return f"{{{source}}}"


OBJECTS_GLOB = "*.json"
"""Glob pattern of the objects' names in that folder."""


def unclaimed(files: list[LakeFile], sources: list[str]) -> list[str]:
    """Paths that belong to no source, so that no table takes them in."""
    return [f.path for f in files if not any(belongs(f.path, source) for source in sources)]


def headers(lake: Lake, paths: list[str], table: Table) -> dict[Header | None, list[str]]:
    """CSV paths by their header; under None those whose first line names no known column."""
    found: dict[Header | None, list[str]] = defaultdict(list)
    for path in paths:
        line = _first_line(lake, path)
        found[_header(line, table)].append(path)
    return dict(found)


def _first_line(lake: Lake, path: str) -> str:
    size = HEADER_BYTES
    while True:
        data = lake.head("raw", path, size)
        line, newline, _ = data.replace(b"\r", b"\n").partition(b"\n")
        if newline or len(data) < size:
            return line.decode("utf-8", errors="replace").removeprefix("\ufeff")
        size *= 16


def _header(line: str, table: Table) -> Header | None:
    row = next(csv.reader(io.StringIO(line)), [])
    known = {name.lower(): name for name in table.columns}
    names: list[str] = []
    # The engine takes names that differ in case for the same, and one is the parser's own.
    taken = {"_corrupt_record"}
    for position, text in enumerate(row):
        name = known.get(text.strip().lower(), text.strip()) or f"column_{position + 1}"
        while name.lower() in taken:
            name = f"{name}_{position + 1}"
        taken.add(name.lower())
        names.append(name)
    if not set(names) & set(table.columns):
        return None
    return Header(line, tuple(names))

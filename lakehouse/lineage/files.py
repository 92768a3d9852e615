"""Files: the columns that source files bring, from their headers and keys as bronze reads them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from lakehouse.ingest.sources import LINES, headers
from lakehouse.settings import Settings
from lakehouse.storage import Lake, LakeFile
from lakehouse.tables import tables

NEWEST = 100
"""Objects of a folder that are asked for their keys, the newest first."""
HEAD = 1 << 18
"""Bytes of a file of JSON lines that are asked for their keys: some hundred records."""


def delivered_columns(settings: Settings, table: str, files: Iterable[LakeFile]) -> tuple[str, ...]:
    """Columns of the files of one raw dataset, in the order in which they come.

    `table` is the bronze table that reads them. Of files that are gone there are none.
    """
    newest = sorted(files, key=lambda file: file.modified, reverse=True)[:NEWEST]
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(
            lambda f: _columns(_Source(settings, table), f.path, f.etag or str(f.modified)), newest
        )
    return tuple(dict.fromkeys(name for names in found for name in names))


class _Source:
    """Where a file is and who reads it; equal for equal lakes, so that answers can be kept."""

    def __init__(self, settings: Settings, table: str) -> None:
        self.settings, self.table = settings, table
        self._key = (settings.storage, settings.account, settings.lake_root, table)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Source) and self._key == other._key


@lru_cache(maxsize=5000)
def _columns(source: _Source, path: str, _written: str) -> tuple[str, ...]:
    """Columns of a file as it was written then."""
    lake, table = Lake(source.settings), tables()[source.table]
    try:
        if path.endswith(".csv"):
            known = [header for header in headers(lake, [path], table) if header]
            return known[0].names if known else ()
        if path.endswith(LINES):
            whole, _, _ = lake.head("raw", path, HEAD).rpartition(b"\n")
            return _keys(whole.splitlines())
        return _keys([lake.read("raw", path) or b""])
    except FileNotFoundError:
        return ()


def _keys(records: Iterable[bytes]) -> tuple[str, ...]:
    keys: dict[str, None] = {}
    for record in records:
        try:
            read = json.loads(record)
        except ValueError:
            continue  # bronze keeps it as corrupt
        if isinstance(read, dict):
            keys |= dict.fromkeys(read)
    return tuple(keys)

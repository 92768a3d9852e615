"""Snapshots as delta-rs sees them: a table's rows, bytes and files without an engine."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa
from deltalake import DeltaTable
from deltalake.exceptions import TableNotFoundError

from lakehouse.settings import Settings
from lakehouse.storage import Reaching, delta_options, delta_url
from lakehouse.table import Table


@dataclass(frozen=True)
class DataFile:
    """One Parquet file of a snapshot: path below the table, bytes, rows."""

    path: str
    size: int
    rows: int


@dataclass(frozen=True)
class Snapshot:
    """A version of a table: its data files."""

    version: int
    files: tuple[DataFile, ...]

    @property
    def rows(self) -> int:
        """Rows of the table."""
        return sum(file.rows for file in self.files)

    @property
    def size(self) -> int:
        """Bytes of the table's data files."""
        return sum(file.size for file in self.files)


def open_table(settings: Settings, table: Table, version: int | None = None) -> DeltaTable | None:
    """The table in delta-rs; None where it is not in storage.

    Raises `StorageUnavailable` where storage does not answer.
    """
    url = delta_url(settings, table.layer, table.name)
    with Reaching(settings):
        try:
            return DeltaTable(url, version=version, storage_options=delta_options(settings))
        except TableNotFoundError:
            return None


def snapshot(settings: Settings, table: Table, version: int | None = None) -> Snapshot | None:
    """A version of a table (default: the newest); None where the table is not in storage."""
    opened = open_table(settings, table, version)
    if opened is None:
        return None
    actions = pa.table(opened.get_add_actions(flatten=True)).to_pydict()
    files = zip(actions["path"], actions["size_bytes"], actions["num_records"], strict=True)
    return Snapshot(opened.version(), tuple(DataFile(p, s, n or 0) for p, s, n in files))

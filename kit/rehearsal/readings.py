"""Readings: the lake asked by other ways than the pages': delta-rs, raw files, logs, the views."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lakehouse.serving import Console
from lakehouse.settings import Settings
from lakehouse.storage import SANDBOX, Lake, delta_options, delta_url
from lakehouse.tables import tables

if TYPE_CHECKING:
    import pandas as pd
    from deltalake import DeltaTable

DELTA_RS = "delta-rs"
RAW = "the file in raw"
LOG = "the table's log"
VIEWS = "the SQL views"
STORAGE = "the storage"
COMMIT = re.compile(r"_delta_log/(\d{20})\.json$")


class Readings:
    """One lake, read past the walkthrough."""

    def __init__(self, settings: Settings) -> None:
        """Of the lake of these settings."""
        self.settings = settings
        self.lake = Lake(settings)

    def table(self, name: str, version: int | None = None) -> DeltaTable:
        """A table of the lake, by delta-rs."""
        return self._opened(tables()[name].layer, name, version)

    def rows(self, name: str, version: int | None = None) -> int:
        """Rows of a table of the lake."""
        return int(self.table(name, version).count())

    def frame(self, name: str, columns: list[str], version: int | None = None) -> pd.DataFrame:
        """Columns of a table of the lake."""
        return self.table(name, version).to_pandas(columns=columns)

    def views(self, sql: str) -> list[tuple[Any, ...]]:
        """What the SQL views answer, on a connection of our own, as `petinsure sql` asks them."""
        with Console(self.settings) as console:
            return [tuple(row) for row in console.query(sql).rows]

    def one(self, sql: str) -> Any:
        """The one value that the SQL views answer."""
        return self.views(sql)[0][0]

    def raw(self, path: str) -> dict[str, Any]:
        """A JSON file in raw; empty where there is none."""
        found: dict[str, Any] = json.loads(self.lake.read("raw", path) or b"{}")
        return found

    def copy(self, viewer: str, name: str, version: int | None = None) -> DeltaTable:
        """A viewer's own table, by delta-rs."""
        return self._opened(SANDBOX, self.place(viewer, name), version)

    def place(self, viewer: str, name: str) -> str:
        """Folder of a viewer's own table in container sandbox."""
        folders = re.compile(rf"({viewer}/{name}-\w{{8}})/_delta_log/")
        found = (folders.match(file.path) for file in self.lake.files(SANDBOX, f"{viewer}/"))
        return next(match[1] for match in found if match)

    def totals(self, viewer: str, name: str, version: int | None = None) -> tuple[int, Decimal]:
        """Rows of a viewer's own customers, and the sum of their lifetime values."""
        frame = self.copy(viewer, name, version).to_pandas(columns=["lifetime_value"])
        return len(frame), sum(frame["lifetime_value"], Decimal("0.00"))

    def data_files(self, viewer: str, name: str) -> dict[str, int]:
        """Parquet files in a viewer's own table's folder with their bytes, committed or not."""
        start = f"{self.place(viewer, name)}/"
        files = {f.path.removeprefix(start): f.size for f in self.lake.files(SANDBOX, start)}
        return {n: size for n, size in files.items() if n.endswith(".parquet") and "/" not in n}

    def log(self, container: str, table: str) -> list[tuple[int, dict[str, Any]]]:
        """Every action of a table's log with its version, the oldest first, from its files."""
        found = []
        files = self.lake.files(container, f"{table}/_delta_log/")
        for file in sorted(files, key=lambda file: file.path):
            if match := COMMIT.search(file.path):
                lines = (self.lake.read(container, file.path) or b"").splitlines()
                found += [(int(match[1]), json.loads(line)) for line in lines]
        return found

    def _opened(self, container: str, path: str, version: int | None) -> DeltaTable:
        from deltalake import DeltaTable

        url = delta_url(self.settings, container, path)
        return DeltaTable(url, version=version, storage_options=delta_options(self.settings))

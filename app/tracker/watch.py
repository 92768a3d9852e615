"""Watch: one layer's table, asked at each new version which of the waiting files have come."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.tracker.models import TrackedFile
from app.tracker.progress import Arrival
from app.tracker.sightings import InBronze, InGold, InSilver, in_bronze, in_gold, in_silver
from lakehouse.commits import Commit, latest_version, read_commit
from lakehouse.journey.arrivals import built_from, first_commit, taken_in
from lakehouse.serving import Console
from lakehouse.storage import Lake
from lakehouse.table import Layer
from lakehouse.tables import table_named

Row = TypeVar("Row", InBronze, InSilver, InGold)


@dataclass(frozen=True)
class Sighting(Generic[Row]):
    """A file's row in a layer, and the commit that brought it."""

    row: Row
    arrival: Arrival


class Watch(ABC, Generic[Row]):
    """What is known of one table; a version is asked about once, whatever the number of files."""

    layer: Layer
    table_name: str

    def __init__(self, lake: Lake, console: Console) -> None:
        """Nothing is asked yet."""
        self._lake = lake
        self._console = console
        self._table = table_named(self.table_name)
        self._missed: dict[str, int] = {}

    def look(self, waiting: Sequence[TrackedFile]) -> dict[str, Sighting[Row]]:
        """Those of the waiting files that have come, by path.

        Raises `PetInsureError` where storage does not answer.
        """
        version = latest_version(self._lake, self._table) if waiting else None
        if version is None:
            self._missed.clear()
            return {}
        asked = [file for file in waiting if self._missed.get(file.path) != version]
        rows = self._rows(asked) if asked else {}
        files = [file for file in asked if file.path in rows]
        found = self._dated(files, rows) if files else {}
        missing = {file.path for file in waiting} - found.keys()
        self._missed = dict.fromkeys(missing, version)
        return found

    def _dated(
        self, files: Sequence[TrackedFile], rows: dict[str, Row]
    ) -> dict[str, Sighting[Row]]:
        """The rows, each with the commit that brought it.

        Files are taken in the order in which they can have come. A commit found for one is the
        first for the next as well if it can hold it: no older one could hold even the one before.
        """
        newest = latest_version(self._lake, self._table) or 0
        found: dict[str, Sighting[Row]] = {}
        commit: Commit | None = None
        for file in sorted(files, key=lambda f: (self._low(f), self._age(f, rows[f.path]))):
            holds, low = self._holds(file, rows[file.path]), self._low(file)
            if commit is None or commit.version < low or not holds(commit):
                low = max(low, commit.version + 1) if commit else low
                commit = first_commit(
                    self._lake, self._table, holds, low=low, high=newest
                ) or self._otherwise(newest)
            if commit is not None:
                at = Arrival(commit.version, commit.timestamp)
                found[file.path] = Sighting(rows[file.path], at)
        return found

    def _low(self, file: TrackedFile) -> int:
        """The first version in which a file can stand."""
        return self._missed.get(file.path, -1) + 1

    def _otherwise(self, newest: int) -> Commit | None:
        """The commit of a row whose own is not in the log: the newest."""
        return read_commit(self._lake, self._table, newest)

    @abstractmethod
    def _rows(self, files: Sequence[TrackedFile]) -> dict[str, Row]:
        """The rows of those of the files that are there, by path."""

    @abstractmethod
    def _age(self, file: TrackedFile, row: Row) -> float:
        """What orders rows by the commits that can hold them."""

    @abstractmethod
    def _holds(self, file: TrackedFile, row: Row) -> Callable[[Commit], bool]:
        """Whether a commit can hold a row; once one can, all later ones can."""


class BronzeWatch(Watch[InBronze]):
    """Files taken in."""

    layer = "bronze"
    table_name = "claims_raw"

    def _rows(self, files: Sequence[TrackedFile]) -> dict[str, InBronze]:
        return in_bronze(self._console, [file.path for file in files])

    def _age(self, file: TrackedFile, row: InBronze) -> float:
        return row.since.timestamp()

    def _holds(self, file: TrackedFile, row: InBronze) -> Callable[[Commit], bool]:
        return taken_in(row.since)


class SilverWatch(Watch[InSilver]):
    """Files judged."""

    layer = "silver"
    table_name = "fact_claims"

    def _rows(self, files: Sequence[TrackedFile]) -> dict[str, InSilver]:
        return in_silver(self._console, [file.path for file in files])

    def _age(self, file: TrackedFile, row: InSilver) -> float:
        return file.bronze_version or 0

    def _holds(self, file: TrackedFile, row: InSilver) -> Callable[[Commit], bool]:
        return built_from("claims_raw", file.bronze_version or 0)


class GoldWatch(Watch[InGold]):
    """Files whose claim gold counts, as that file tells it."""

    layer = "gold"
    table_name = "claims_analytics"

    def _rows(self, files: Sequence[TrackedFile]) -> dict[str, InGold]:
        found = in_gold(self._console, list({file.claim_id for file in files}))
        return {f.path: found[f.claim_id] for f in files if f.claim_id in found}

    def _age(self, file: TrackedFile, row: InGold) -> float:
        return file.silver_version or 0

    def _holds(self, file: TrackedFile, row: InGold) -> Callable[[Commit], bool]:
        return built_from("fact_claims", file.silver_version or 0)

    def _otherwise(self, newest: int) -> Commit | None:
        """None: the claim is there, but not yet as this file tells it."""
        return None

"""Sandbox: a viewer's own schema of copied tables, where anything may be broken and put back.

It is the database `petinsure_sandbox_<viewer>` over container sandbox, so that viewers do not
disturb each other and the lake's own tables stay true. What nobody used for a day is taken away.
"""

from __future__ import annotations

import json
import re
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from secrets import token_hex
from typing import TYPE_CHECKING

from lakehouse.errors import PetInsureError
from lakehouse.settings import Settings
from lakehouse.spark import end_session, spark_session, user_metadata
from lakehouse.storage import SANDBOX, Lake, LakeFile, make_container, spark_url

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PREFIX = "petinsure_sandbox_"
USED = "_used.json"
UNUSED_AFTER = timedelta(days=1)
VIA = "petinsure walkthrough"
METADATA = "spark.databricks.delta.commitInfo.userMetadata"

_one_at_a_time: dict[str, threading.Lock] = defaultdict(threading.Lock)


class NoSandbox(PetInsureError):
    """A viewer's name, or that of a table, cannot be one of a sandbox."""


class Sandbox:
    """One viewer's sandbox, with a Spark session of its own that writes in the viewer's name."""

    def __init__(self, settings: Settings, spark: SparkSession, viewer: str) -> None:
        """A sandbox whose schema and container are there already; see `sandbox`."""
        self.settings = settings
        self.spark = spark
        self.viewer = viewer
        self.lake = Lake(settings)
        self.database = PREFIX + viewer
        self._places = _places(self.lake, viewer)

    def table(self, name: str) -> str:
        """Full name of a table in the catalogue."""
        return f"{self.database}.{_checked(name)}"

    def url(self, name: str) -> str:
        """Where Spark finds a table."""
        return spark_url(self.settings, SANDBOX, self.path(name))

    def path(self, name: str) -> str:
        """Folder of a table in container sandbox, another one after every `copy`."""
        return f"{self.viewer}/{self._places[_checked(name)]}"

    def copy(
        self,
        source: str,
        name: str,
        *,
        columns: str = "*",
        where: str = "true",
        files: int = 1,
        properties: Mapping[str, str] | None = None,
    ) -> str:
        """A fresh copy of a main table's rows, in so many data files; its full name.

        A copy of that name goes away first, with its history.
        """
        query = copy_query(source, columns=columns, where=where, files=files)
        return self.create(name, query, properties=properties)

    def create(self, name: str, query: str, *, properties: Mapping[str, str] | None = None) -> str:
        """A new table of a query's rows, in the place of one of that name; its full name."""
        self.remove(name)
        # A folder that was never used: the engine remembers the log of one that was.
        self._places[name] = _never_used(name)
        self.spark.sql(self.creation(name, query, properties))
        return self.table(name)

    def creation(self, name: str, query: str, properties: Mapping[str, str] | None = None) -> str:
        """The statement by which `create` makes a table where it is."""
        told = ", ".join(f"'{key}' = '{value}'" for key, value in (properties or {}).items())
        return (
            f"CREATE TABLE {self.table(name)} USING DELTA\nLOCATION '{self.url(name)}'\n"
            f"{f'TBLPROPERTIES ({told}){chr(10)}' if told else ''}AS {query}"
        )

    def remove(self, name: str) -> None:
        """Take a table out of the catalogue and its files out of storage, if it is there."""
        self.spark.sql(f"DROP TABLE IF EXISTS {self.table(name)}")
        if name in self._places:
            _delete(self.lake, f"{self.path(name)}/")
            del self._places[name]

    def folder(self, name: str) -> str:
        """Path of a new, empty folder for files that are no table; an earlier one goes away."""
        _delete(self.lake, f"{self.viewer}/{_checked(name)}-")
        return f"{self.viewer}/{_never_used(name)}"

    def has(self, name: str) -> bool:
        """Whether there is a table of that name."""
        return name in self._places

    def files(self, name: str) -> list[LakeFile]:
        """All files below a table's folder, its log included."""
        return self.lake.files(SANDBOX, f"{self.path(name)}/")

    @contextmanager
    def another(self, who: str) -> Iterator[SparkSession]:
        """One more session for as long as the block lasts; its commits are made by `who`."""
        spark = _session(self.settings, who)
        try:
            yield spark
        finally:
            end_session(spark)


@contextmanager
def sandbox(settings: Settings, viewer: str) -> Iterator[Sandbox]:
    """A viewer's sandbox, made at the first use; its session ends with the block.

    Raises `EngineUnavailable` or `StorageUnavailable` within seconds, `NoSandbox` for a viewer
    whose name is not made of lower-case letters and digits.
    """
    _checked(viewer)
    make_container(settings, SANDBOX)
    spark = _session(settings, viewer)
    try:
        opened = Sandbox(settings, spark, viewer)
        _note_use(opened.lake, viewer)
        _take_away_unused(opened)
        _register(opened)
        yield opened
    finally:
        end_session(spark)


def turn(viewer: str) -> threading.Lock:
    """The lock of a viewer: two works at once would take each other's tables away."""
    return _one_at_a_time[viewer]


def copy_query(source: str, *, columns: str = "*", where: str = "true", files: int = 1) -> str:
    """The query whose rows a copy has."""
    pieces = f"/*+ REPARTITION({files}) */ " if files > 1 else ""
    return f"SELECT {pieces}{columns}\nFROM {source}\nWHERE {where}"


def drop_sandbox(settings: Settings, viewer: str) -> None:
    """Take away all of a viewer's tables and files."""
    with sandbox(settings, viewer) as opened:
        _drop(opened, viewer)


def _session(settings: Settings, viewer: str) -> SparkSession:
    spark = spark_session(settings)
    spark.conf.set(METADATA, user_metadata(viewer, VIA))
    # VACUUM would list one small folder in ten thousand tasks.
    spark.conf.set("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
    return spark


def _register(opened: Sandbox) -> None:
    """Make the schema, and what is in storage, known to an engine that may have been restarted."""
    opened.spark.sql(f"CREATE DATABASE IF NOT EXISTS {opened.database}")
    rows = opened.spark.sql(f"SHOW TABLES IN {opened.database}").collect()
    known = {row.tableName for row in rows}
    for name in known - opened._places.keys():  # the lake was put back to before they were made
        opened.spark.sql(f"DROP TABLE IF EXISTS {opened.table(name)}")
    for name in opened._places.keys() - known:
        place = f"USING DELTA LOCATION '{opened.url(name)}'"
        opened.spark.sql(f"CREATE TABLE IF NOT EXISTS {opened.table(name)} {place}")


def _take_away_unused(opened: Sandbox) -> None:
    latest = datetime.now(UTC) - UNUSED_AFTER
    for viewer in set(opened.lake.folders(SANDBOX)) - {opened.viewer}:
        noted = opened.lake.read(SANDBOX, f"{viewer}/{USED}")
        if noted is None or datetime.fromisoformat(json.loads(noted)["at"]) < latest:
            _drop(opened, viewer)


def _drop(opened: Sandbox, viewer: str) -> None:
    opened.spark.sql(f"DROP DATABASE IF EXISTS {PREFIX}{viewer} CASCADE")
    _delete(opened.lake, f"{viewer}/")


def _note_use(lake: Lake, viewer: str) -> None:
    at = datetime.now(UTC).isoformat()
    lake.write(SANDBOX, f"{viewer}/{USED}", json.dumps({"at": at}).encode())


def _places(lake: Lake, viewer: str) -> dict[str, str]:
    """Folder of each table by its name: `name-<eight digits>`, those with a Delta log."""
    logs = re.compile(rf"{viewer}/((\w+)-[0-9a-f]{{8}})/_delta_log/\d{{20}}\.json")
    found = (logs.fullmatch(file.path) for file in lake.files(SANDBOX, f"{viewer}/"))
    return {match[2]: match[1] for match in found if match}


def _never_used(name: str) -> str:
    return f"{name}-{token_hex(4)}"


def _delete(lake: Lake, prefix: str) -> None:
    folder = prefix.rpartition("/")[0]  # storage lists by whole names of folders
    found = (file.path for file in lake.files(SANDBOX, f"{folder}/"))
    lake.delete(SANDBOX, [path for path in found if path.startswith(prefix)])


def _checked(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9_]{1,40}", name):
        msg = f"{name!r} cannot name a sandbox or a table of one; use a-z, 0-9 and _."
        raise NoSandbox(msg)
    return name

"""Names: the dataset that a URL or path in an event means."""

from __future__ import annotations

import re

from lakehouse.ingest.sources import OBJECTS
from lakehouse.settings import Settings
from lakehouse.storage import spark_url

ACCOUNT = re.compile(r"abfss?://(?P<container>[a-z]+)@(?P<account>[^/]+)")
FOLDER = re.compile(r"(?P<root>.*)/(?P<container>raw|bronze|silver|gold)/(?P<path>.+)")


def place_of(settings: Settings) -> str:
    """The place of a lake as events name it: the account's host, or the folder of containers."""
    url = spark_url(settings, "raw")
    found = ACCOUNT.match(url)
    return found["account"] if found else url.removeprefix("file://").removesuffix("/raw")


def located(namespace: str, name: str) -> tuple[str, str] | None:
    """The place of a lake and the dataset's short name there; None for what is in no lake."""
    if found := ACCOUNT.match(namespace):
        return found["account"], _short(found["container"], name.strip("/"))
    if namespace == "file" and (found := FOLDER.fullmatch(name)):
        return found["root"], _short(found["container"], found["path"])
    return None


def raw_dataset(path: str) -> str:
    """The dataset of a path in raw: a folder of objects is one, any other file its own."""
    folder, _, name = path.rpartition("/")
    if folder and name.endswith(OBJECTS):
        return f"raw/{folder}/*.json"
    return f"raw/{path}"


def _short(container: str, path: str) -> str:
    return raw_dataset(path) if container == "raw" else f"{container}.{path}"

"""Landing: a file of this machine becomes a source file of the lake, never over another one."""

from __future__ import annotations

import json
from pathlib import Path

from lakehouse.errors import PetInsureError
from lakehouse.ingest.sources import belongs
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from lakehouse.table import Table
from lakehouse.tables import layer_tables


class FileNotLanded(PetInsureError):
    """A file cannot become a source file."""


def land_file(settings: Settings, file: Path) -> str:
    """Put a file into container raw; its path there.

    Raises `FileNotLanded` where it cannot be read, belongs to no source, or is there already.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        msg = f"{file} cannot be read: {error.strerror}."
        raise FileNotLanded(msg) from error
    path = _place(file, data)
    if not Lake(settings).create("raw", path, data):
        msg = f"raw/{path} is there already; source files are never overwritten: rename yours."
        raise FileNotLanded(msg)
    return f"raw/{path}"


def _place(file: Path, data: bytes) -> str:
    sources = layer_tables("bronze")
    if file.suffix == ".json":
        return f"{_source_of(file, data, sources)}/{file.name}"
    if not any(belongs(file.name, table.source) for table in sources):
        names = ", ".join(f"{table.source}*.csv" for table in sources)
        msg = f"{file.name} belongs to no source; name it like {names} (or .jsonl, or .json)."
        raise FileNotLanded(msg)
    return file.name


def _source_of(file: Path, data: bytes, sources: list[Table]) -> str:
    """The source whose key an object has; a claim also names its policy, pet and customer."""
    try:
        names = json.loads(data)
    except ValueError:
        names = None
    by_weight = ("claims", "policies", "pets", "customers", "providers")
    ranked = sorted(sources, key=lambda table: by_weight.index(table.source))
    for table in ranked:
        if isinstance(names, dict) and table.keys[0] in names:
            return table.source
    keys = ", ".join(table.keys[0] for table in ranked)
    msg = f"{file.name} is no JSON object with one of the keys {keys}."
    raise FileNotLanded(msg)

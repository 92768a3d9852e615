"""Code: the source that builds a table, as Python itself reads it from the running modules."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any

from lakehouse.settings import PROJECT
from lakehouse.table import Layer, Table

SHARED: dict[Layer, str] = {
    "bronze": "lakehouse.ingest.stream",
    "silver": "lakehouse.transform",
    "gold": "lakehouse.transform",
}
"""The module that does what all tables of a layer have in common."""

MEASURES = "lakehouse.measures."


@dataclass(frozen=True)
class Source:
    """A piece of source: its file and first line, and its text."""

    name: str
    place: str
    text: str


def table_source(table: Table) -> Source:
    """The file that declares and builds a table."""
    return _of(table.name, _module(table.build))


def shared_source(table: Table) -> Source:
    """The file of what is done to every table of the layer."""
    return _of(f"every {table.layer} table", import_module(SHARED[table.layer]))


def measures(table: Table) -> list[Source]:
    """The measures that a table's file uses, such as `loss_ratio`, in the order of its imports."""
    used = vars(_module(table.build)).items()
    return [
        _of(name, value)
        for name, value in used
        if isinstance(value, FunctionType) and value.__module__.startswith(MEASURES)
    ]


def _module(build: Callable[..., Any]) -> ModuleType:
    return import_module(build.__module__)


def _of(name: str, thing: ModuleType | FunctionType) -> Source:
    lines, first = inspect.getsourcelines(thing)
    file = inspect.getsourcefile(thing) or ""
    return Source(name, f"{file.removeprefix(f'{PROJECT}/')}, line {max(first, 1)}", "".join(lines))

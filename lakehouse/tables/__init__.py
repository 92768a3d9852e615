"""The lake's tables: found, not listed; in the order in which they can be built."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from pkgutil import iter_modules
from threading import RLock
from types import ModuleType

from lakehouse.columns import Column
from lakehouse.errors import DeclarationError, UnknownTable
from lakehouse.table import LAYERS, Layer, Table

_one_at_a_time = RLock()


def tables() -> dict[str, Table]:
    """Every declared table by name, each after its inputs.

    Raises `DeclarationError` for an unknown input, one of a later layer, or a cycle.
    """
    with _one_at_a_time:  # threads that ask first at once must not get tables of their own each
        return _declared()


@cache
def _declared() -> dict[str, Table]:
    found = {table.name: table for layer in LAYERS for table in _discover(layer)}
    for table in found.values():
        _check_inputs(table, found)
    try:
        order = list(TopologicalSorter({t.name: t.inputs for t in found.values()}).static_order())
    except CycleError as error:
        msg = f"Tables depend on each other in a circle: {' → '.join(error.args[1])}."
        raise DeclarationError(msg) from error
    described: dict[str, Table] = {}
    for name in order:
        described[name] = _described(found[name], described)
    for table in [described[name] for name in order if described[name].layer == "silver"]:
        described[table.inputs[0]] = _marked(described[table.inputs[0]], table)
    return {name: described[name] for name in sorted(order, key=_layer_first(described, order))}


def layer_tables(layer: Layer) -> list[Table]:
    """The tables of one layer, each after its inputs."""
    return [table for table in tables().values() if table.layer == layer]


def table_named(name: str) -> Table:
    """A table by its name, with or without database or layer, by its alias or its view.

    Raises `UnknownTable` with the nearest name, else with all of them.
    """
    bare = name.strip("`").rsplit(".", 1)[-1].lower()
    place = name.rsplit(".", 1)[0].removeprefix("petinsure_") if "." in name else None
    named = {other: t for t in tables().values() for other in (t.view, t.alias, t.name) if other}
    table = named.get(bare)
    if table is None or place not in (None, table.layer):
        close = get_close_matches(bare, named, n=1)
        remedy = f"did you mean {close[0]}?" if close else f"the tables are {', '.join(tables())}."
        msg = f"There is no table {name}; {remedy}"
        raise UnknownTable(msg)
    return table


def downstream(name: str) -> set[str]:
    """All tables that are computed from a table, directly or through others."""
    reached = {name}
    for table in tables().values():
        if reached & set(table.inputs):
            reached.add(table.name)
    return reached - {name}


def _discover(layer: Layer) -> list[Table]:
    package = import_module(f"lakehouse.tables.{layer}")
    found = []
    for info in iter_modules(package.__path__):
        table = getattr(_module(f"{package.__name__}.{info.name}"), info.name, None)
        if not isinstance(table, Table):
            msg = f"lakehouse/tables/{layer}/{info.name}.py declares no table {info.name}."
            raise DeclarationError(msg)
        found.append(table)
    return found


def _module(name: str) -> ModuleType:
    try:
        return import_module(name)
    except SyntaxError as error:
        msg = f"{error.filename}, line {error.lineno} is no Python: {error.msg}."
        raise DeclarationError(msg) from error


def _check_inputs(table: Table, found: dict[str, Table]) -> None:
    for name in table.inputs:
        source = found.get(name)
        if source is None:
            msg = f"{table.full_name} reads {name}, which no file in lakehouse/tables declares."
            raise DeclarationError(msg)
        if LAYERS.index(source.layer) > LAYERS.index(table.layer):
            msg = f"{table.full_name} reads {source.full_name} of a later layer."
            raise DeclarationError(msg)


def _described(table: Table, inputs: dict[str, Table]) -> Table:
    """A silver table with the comments of its bronze columns and the columns its parents lend."""
    if table.layer != "silver":
        return table
    source = inputs[table.inputs[0]].columns
    columns = {n: c.described(source[n].comment) for n, c in table.columns.items()}
    return replace(table, columns=columns, enriched=_brought(table, inputs) | table.enriched)


def _brought(table: Table, inputs: dict[str, Table]) -> dict[str, Column]:
    """Columns that come along with the references of a table, typed as at the parent."""
    brought: dict[str, Column] = {}
    for column in table.columns.values():
        if column.references:
            parent = inputs[column.references.table]
            lent = parent.columns | parent.enriched
            for name, origin in column.references.bring:
                lender = lent[origin]
                brought[name] = Column(lender.type, lender.comment, personal=lender.personal)
    return brought


def _marked(bronze: Table, silver: Table) -> Table:
    """A bronze table whose columns are personal where silver's of the same name are."""
    marks = {
        name: name in silver.columns and silver.columns[name].personal for name in bronze.columns
    }
    return replace(
        bronze, columns={n: replace(c, personal=marks[n]) for n, c in bronze.columns.items()}
    )


def _layer_first(found: dict[str, Table], order: list[str]):  # type: ignore[no-untyped-def]
    return lambda name: (LAYERS.index(found[name].layer), order.index(name))

"""Bronze: from a column of a file to the column of the table that reads it.

Bronze reads lines as text, so the engine sees no more than that each column comes from the line
(and from the file, whose name says how to read it). Which part of the line it is, the header tells,
or the keys of the objects.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from lakehouse.lineage.graph import FILE, LINE, ColumnRef, Edge, RowEdge
from lakehouse.observation.events import Pair

RESCUED = "_rescued_data"
"""Bronze's column of what the contract does not know."""


def bronze_edges(
    table: str, pairs: Iterable[Pair], delivered: Collection[str], declared: Collection[str]
) -> Iterator[Edge]:
    """What each column of a bronze table is made of in one raw dataset.

    `delivered` are the columns of its files, `declared` those of the table. A declared column that
    the files do not bring has no origin in them.
    """
    observed: dict[str, set[str]] = {}
    sources: dict[str, str] = {}
    for column, dataset, source, _ in pairs:
        if column:
            observed.setdefault(column, set()).add(source)
            sources[column] = dataset
    for column, parts in observed.items():
        target = ColumnRef(table, column)
        if LINE not in parts:
            yield Edge(ColumnRef(sources[column], FILE), target, ("transformation",))
        elif column in declared:
            if column in delivered:
                origin = ColumnRef(sources[column], column)
                yield Edge(origin, target, ("transformation",), "header")
        elif column == RESCUED and set(delivered) - set(declared):
            for name in delivered:
                if name not in declared:
                    origin = ColumnRef(sources[column], name)
                    yield Edge(origin, target, ("transformation",), "header")
        else:
            yield Edge(ColumnRef(sources[column], LINE), target, ("transformation",))


def bronze_rows(table: str, pairs: Iterable[Pair]) -> Iterator[RowEdge]:
    """What decides about bronze's rows: a blank line is none, nor is a header."""
    yield from (
        RowEdge(ColumnRef(dataset, source), table, ("filter",))
        for column, dataset, source, _ in pairs
        if not column and source == LINE
    )

"""Column drawing: one column with all that it comes from and all that is made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from dashboards.lineage.drawing import Card, Drawing, Link, Mark, Row, title_of, untangled
from lakehouse.lineage import ColumnRef, Dataset, Edge, Lineage, Trace
from lakehouse.lineage.trace import Influence

Marks = Mapping[ColumnRef, Mark]


def column_drawing(lineage: Lineage, traces: Collection[Trace], within: Influence) -> Drawing:
    """The column at which the traces start, and what they reach by influences up to `within`."""
    start = next(iter(traces)).start
    reached = {start: 0}
    marks: dict[ColumnRef, Mark] = {start: "start"}
    for one in (one for trace in traces for one in trace.reached):
        if one.influence in influences(within) and one.column not in marks:
            marks[one.column] = one.influence
            reached[one.column] = one.distance
    edges = {edge for trace in traces for edge in trace.edges if within != "direct" or edge.direct}
    links = [*_links(edges, marks), *_row_links(traces, marks)]
    label = f"What {start} comes from, and what is made of it"
    return Drawing(label, cards(lineage, marks, reached), tuple(links))


def influences(within: Influence) -> tuple[Influence, ...]:
    """The influences that are as strong as one, or stronger."""
    order: tuple[Influence, ...] = ("direct", "indirect", "rows")
    return order[: order.index(within) + 1]


def cards(
    lineage: Lineage, marks: Marks, order: Mapping[ColumnRef, int] | None = None
) -> tuple[Card, ...]:
    """The marked columns on the cards of their datasets; those of least `order` first."""
    return tuple(
        Card(
            id=dataset.name,
            lane=dataset.stage,
            title=title_of(dataset),
            hint=f"{dataset.full_name or dataset.name}: {dataset.description}",
            rows=tuple(rows),
        )
        for dataset in untangled(lineage)
        if (rows := sorted(_rows(dataset, marks), key=lambda row: _rank(row, dataset, order or {})))
    )


def _rows(dataset: Dataset, marks: Marks) -> Iterator[Row]:
    for name, column in dataset.columns.items():
        ref = ColumnRef(dataset.name, name)
        if ref in marks:
            hint = f"{name}, {column.type}. {column.comment}"
            yield Row(str(ref), name, hint, marks[ref])


def _rank(row: Row, dataset: Dataset, order: Mapping[ColumnRef, int]) -> tuple[int, int]:
    strength = ["start", "direct", "indirect", "rows"]
    weakness = strength.index(row.mark) if row.mark in strength else 0
    return weakness, order.get(ColumnRef(dataset.name, row.label), 0)


def _links(edges: Collection[Edge], marks: Marks) -> Iterator[Link]:
    for edge in edges:
        if edge.source in marks and edge.target in marks:
            yield Link(str(edge.source), str(edge.target), "direct" if edge.direct else "indirect")


def _row_links(traces: Collection[Trace], marks: Marks) -> Iterator[Link]:
    for row in {row for trace in traces for row in trace.rows}:
        if row.source in marks:
            yield Link(str(row.source), row.target, "rows")

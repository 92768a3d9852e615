"""Trace: from a column to all it comes from, or to all that comes from it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from lakehouse.lineage.graph import ColumnRef, Edge, Lineage, RowEdge

Direction = Literal["upstream", "downstream"]
Influence = Literal["direct", "indirect", "rows"]
"""The value itself; what decides the value; what decides which rows there are."""
INFLUENCES: tuple[Influence, ...] = ("direct", "indirect", "rows")


@dataclass(frozen=True)
class Reached:
    """A column on the way: its strongest influence, and the least number of hops of that kind.

    A way is as weak as its weakest hop: `direct` means that value was made of value all along.
    """

    column: ColumnRef
    influence: Influence
    distance: int


@dataclass(frozen=True)
class Trace:
    """What a column comes from (upstream) or goes into (downstream), the nearest first."""

    start: ColumnRef
    direction: Direction
    reached: tuple[Reached, ...]
    edges: tuple[Edge, ...]
    rows: tuple[RowEdge, ...]

    def of(self, dataset: str, *influences: Influence) -> frozenset[str]:
        """Names of the reached columns of one dataset, of these influences (default: all)."""
        return frozenset(
            one.column.column
            for one in self.reached
            if one.column.dataset == dataset and one.influence in (influences or INFLUENCES)
        )

    @property
    def datasets(self) -> tuple[str, ...]:
        """Datasets on the way, the nearest first, without that of the start."""
        names = dict.fromkeys(one.column.dataset for one in self.reached)
        return tuple(name for name in names if name != self.start.dataset)


def upstream(lineage: Lineage, column: ColumnRef, *, rows: bool = False) -> Trace:
    """All that a column comes from, down to the columns of the source files.

    With `rows` also the columns that only decide which rows there are.
    """
    return _trace(lineage, column, "upstream", rows=rows)


def downstream(lineage: Lineage, column: ColumnRef, *, rows: bool = False) -> Trace:
    """All that a column goes into, up to the columns of the views."""
    return _trace(lineage, column, "downstream", rows=rows)


def _trace(lineage: Lineage, start: ColumnRef, direction: Direction, *, rows: bool) -> Trace:
    reached: dict[ColumnRef, Reached] = {}
    steps: dict[Influence, list[Edge]] = {
        "direct": [edge for edge in lineage.edges if edge.direct],
        "indirect": list(lineage.edges),
    }
    if rows:
        steps["rows"] = [*lineage.edges, *_each_column(lineage)]
    for influence, edges in steps.items():
        for column, distance in _distances(start, edges, direction).items():
            reached.setdefault(column, Reached(column, influence, distance))
    on_the_way = {start, *reached}
    walked = tuple(e for e in lineage.edges if e.source in on_the_way and e.target in on_the_way)
    held = {column.dataset for column in on_the_way}
    deciding = (r for r in lineage.rows if r.source in on_the_way and r.target in held)
    nearest = sorted(reached.values(), key=lambda one: (one.distance, one.column))
    return Trace(start, direction, tuple(nearest), walked, tuple(deciding) if rows else ())


def _each_column(lineage: Lineage) -> Iterable[Edge]:
    """What decides about rows, as if it went into each column."""
    for row in lineage.rows:
        for name in lineage.datasets[row.target].columns:
            yield Edge(row.source, ColumnRef(row.target, name), row.kinds)


def _distances(
    start: ColumnRef, edges: Iterable[Edge], direction: Direction
) -> Mapping[ColumnRef, int]:
    neighbours: dict[ColumnRef, set[ColumnRef]] = defaultdict(set)
    for edge in edges:
        here, there = edge.source, edge.target
        if direction == "upstream":
            here, there = there, here
        neighbours[here].add(there)
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in neighbours[here] - found.keys():
            found[there] = found[here] + 1
            waiting.append(there)
    del found[start]
    return found

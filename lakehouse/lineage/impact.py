"""Impact: what a column takes along where it is dropped."""

from __future__ import annotations

from dataclasses import dataclass

from lakehouse.lineage.graph import ColumnRef, Lineage, RowEdge
from lakehouse.lineage.trace import Reached, downstream


@dataclass(frozen=True)
class Impact:
    """What a dropped column takes along, the nearest first.

    `readers` are the datasets whose own code or SQL names the column: they fail first. `columns`
    are all that lose their source, a view's included. `rows` tells where the column decides which
    rows there are; every column of those datasets hinges on it. `datasets` are all that are
    touched, `views` those of them that people query.
    """

    column: ColumnRef
    readers: tuple[str, ...]
    columns: tuple[Reached, ...]
    rows: tuple[RowEdge, ...]
    datasets: tuple[str, ...]
    views: tuple[str, ...]


def impact_of_dropping(lineage: Lineage, column: ColumnRef) -> Impact:
    """Everything that could not be computed any more without a column."""
    trace = downstream(lineage, column, rows=True)
    named = {edge.target.dataset for edge in lineage.edges if edge.source == column}
    named |= {row.target for row in lineage.rows if row.source == column}
    touched = [name for name in lineage.datasets if name in trace.datasets]
    return Impact(
        column=column,
        readers=tuple(name for name in touched if name in named),
        columns=trace.reached,
        rows=tuple(row for row in lineage.rows if row.source == column),
        datasets=tuple(touched),
        views=tuple(name for name in touched if lineage.datasets[name].stage == "view"),
    )

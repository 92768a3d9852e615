"""Impact drawing: a dropped column, and all that could not be computed without it."""

from __future__ import annotations

from dataclasses import replace

from dashboards.lineage.column_drawing import Marks, cards
from dashboards.lineage.drawing import Drawing, Link, Mark
from lakehouse.lineage import ColumnRef, Impact, Lineage, downstream

FAILS, WAITS = "fails: names the column", "cut off: its source fails"


def impact_drawing(lineage: Lineage, impact: Impact) -> Drawing:
    """The column, and in red what it takes along."""
    start = impact.column
    marks: dict[ColumnRef, Mark] = {start: "start"}
    marks |= {one.column: "lost" for one in impact.columns}
    distance = {one.column: one.distance for one in impact.columns}
    drawn = [
        card
        if card.id == start.dataset
        else replace(
            card,
            mark="lost" if card.id in impact.readers else "",
            note=FAILS if card.id in impact.readers else WAITS,
        )
        for card in cards(lineage, marks, distance)
    ]
    return Drawing(f"What breaks without {start}", tuple(drawn), _links(lineage, impact, marks))


def _links(lineage: Lineage, impact: Impact, marks: Marks) -> tuple[Link, ...]:
    trace = downstream(lineage, impact.column, rows=True)
    columns = [
        Link(str(edge.source), str(edge.target), "direct" if edge.direct else "indirect")
        for edge in trace.edges
        if edge.source in marks and edge.target in marks
    ]
    rows = [Link(str(row.source), row.target, "rows") for row in impact.rows]
    return (*columns, *rows)

"""Reached: the columns on the way of another one, as rows and as counts."""

from __future__ import annotations

import pandas as pd

from dashboards.lineage.column_drawing import influences
from dashboards.lineage.words import KNOWN_FROM, kinds_of
from lakehouse.lineage import ColumnRef, Edge, Lineage, Trace
from lakehouse.lineage.trace import Influence


def count_at(lineage: Lineage, trace: Trace, within: Influence, stage: str) -> int:
    """Columns of one stage on the way."""
    return sum(
        lineage.datasets[one.column.dataset].stage == stage
        for one in trace.reached
        if one.influence in influences(within)
    )


def reached(traces: tuple[Trace, Trace], within: Influence) -> pd.DataFrame:
    """Every column on the way, with how it goes into the next one there."""
    found = []
    for trace, direction in zip(traces, ("from", "into"), strict=True):
        for one in trace.reached:
            if one.influence in influences(within):
                edges = _edges(trace, one.column, direction)
                hows = dict.fromkeys(kinds_of(edge) for edge in edges)
                sources = dict.fromkeys(KNOWN_FROM[edge.evidence] for edge in edges)
                found.append(
                    (
                        direction,
                        one.distance,
                        str(one.column),
                        one.influence,
                        "; ".join(hows),
                        "; ".join(sources),
                    )
                )
    names = ["direction", "hops", "column", "influence", "how", "known from"]
    return pd.DataFrame(found, columns=names)


def _edges(trace: Trace, ref: ColumnRef, direction: str) -> list[Edge]:
    if direction == "from":
        return [edge for edge in trace.edges if edge.source == ref]
    return [edge for edge in trace.edges if edge.target == ref]

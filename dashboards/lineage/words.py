"""Words: how kinds, evidence and influence of lineage are said on pages."""

from __future__ import annotations

import pandas as pd

from lakehouse.lineage import Edge, Lineage, RowEdge
from lakehouse.lineage.graph import Evidence
from lakehouse.lineage.trace import Influence

KNOWN_FROM: dict[Evidence, str] = {
    "event": "OpenLineage event",
    "header": "event and the file's header",
    "view": "SQL of the view",
}
INFLUENCES: dict[Influence, str] = {
    "direct": "the value itself",
    "indirect": "also what decides it",
    "rows": "also what decides the rows",
}


def kinds_of(edge: Edge | RowEdge) -> str:
    """How a column goes into another, in words."""
    return ", ".join(kind.replace("_", " ") for kind in edge.kinds)


def made_of(lineage: Lineage, dataset: str) -> pd.DataFrame:
    """Pairs of columns that were observed of a dataset, then what decides about its rows."""
    pairs = [
        (edge.target.column, str(edge.source), kinds_of(edge), KNOWN_FROM[edge.evidence])
        for edge in lineage.edges
        if edge.target.dataset == dataset
    ]
    order = list(lineage.datasets[dataset].columns)
    pairs.sort(key=lambda pair: order.index(pair[0]))
    rows = [
        ("(which rows there are)", str(row.source), kinds_of(row), KNOWN_FROM["event"])
        for row in lineage.rows
        if row.target == dataset
    ]
    return pd.DataFrame([*pairs, *rows], columns=["column", "made of", "how", "known from"])

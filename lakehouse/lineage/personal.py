"""Personal data: every column that holds it, found by following declared columns both ways."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from lakehouse.lineage.graph import LINE, ColumnRef, Edge, Lineage
from lakehouse.lineage.trace import downstream, upstream
from lakehouse.table import JUDGED

JUDGEMENTS = frozenset({*JUDGED, "_quality"} - {"_repairs"})
"""Columns that say something of values and do not hold them; `_repairs` quotes them."""


@dataclass(frozen=True)
class PersonalColumn:
    """A column that holds personal data, and the declared columns it comes from or goes into.

    `declared` is False for one that no declaration marks: in raw files, in the pipeline's own
    columns such as `_repairs` and `_corrupt_record`, or where a mark was forgotten.
    """

    column: ColumnRef
    declared: bool
    same_as: tuple[ColumnRef, ...]


def personal_columns(lineage: Lineage) -> tuple[PersonalColumn, ...]:
    """Where personal data flows: the declared columns, their origins, and all made of those.

    In the order of the datasets. Only direct influence counts: a stage of life that conditions
    make of a birth date holds no birth date.
    """
    carried = _without_judgements(lineage)
    declared = [ref for ref in carried.columns() if _is_declared(carried, ref)]
    same: dict[ColumnRef, set[ColumnRef]] = defaultdict(set)
    for ref in (ref for ref in declared if carried.datasets[ref.dataset].stage == "silver"):
        for column in _holders(carried, ref):
            same[column].add(ref)
    return tuple(
        PersonalColumn(ref, ref in declared, tuple(sorted(same[ref] - {ref})))
        for ref in carried.columns()
        if ref in declared or ref in same
    )


def _holders(lineage: Lineage, ref: ColumnRef) -> set[ColumnRef]:
    """Columns that hold what a silver column holds: those it is made of, and all made of those."""
    origins = {ref, *(one.column for one in upstream(lineage, ref).reached)}
    for origin in tuple(origins):
        dataset = lineage.datasets[origin.dataset]
        if dataset.stage == "raw" and LINE in dataset.columns:
            origins.add(ColumnRef(dataset.name, LINE))
    made = (one.column for each in origins for one in downstream(lineage, each).reached)
    return {*origins, *made}


def _is_declared(lineage: Lineage, ref: ColumnRef) -> bool:
    return lineage.datasets[ref.dataset].columns[ref.column].personal


def _without_judgements(lineage: Lineage) -> Lineage:
    edges = tuple(edge for edge in lineage.edges if edge.direct and not _judges(edge))
    return Lineage(lineage.datasets, edges)


def _judges(edge: Edge) -> bool:
    return edge.target.column in JUDGEMENTS or edge.source.column in JUDGEMENTS

"""Graph: datasets of the lake with their columns, and what each column is computed from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import Literal

from lakehouse.errors import UnknownColumn
from lakehouse.observation.events import Kind

Stage = Literal["raw", "bronze", "silver", "gold", "view"]
STAGES: tuple[Stage, ...] = ("raw", "bronze", "silver", "gold", "view")

DIRECT = frozenset({"identity", "transformation", "aggregation"})
"""Kinds by which a value goes into another; the others only decide it."""

Evidence = Literal["event", "header", "view"]
"""What an edge is known from: an OpenLineage event, the event and the header (or keys) of the file
that was read, or the SQL of a view."""

LINE = "value"
"""Raw's column of the whole line, by the name that Spark gives it."""
FILE = "_metadata"
"""Raw's column of the file itself, its path and time of change, by the name that Spark gives it."""


@dataclass(frozen=True, order=True)
class ColumnRef:
    """A column of a dataset; as text such as `silver.dim_pets.species`."""

    dataset: str
    column: str

    def __str__(self) -> str:
        """The dataset's name and the column's."""
        return f"{self.dataset}.{self.column}"


@dataclass(frozen=True)
class Edge:
    """One column that goes into another, and how; one edge a pair of columns."""

    source: ColumnRef
    target: ColumnRef
    kinds: tuple[Kind, ...]
    evidence: Evidence = "event"

    @property
    def direct(self) -> bool:
        """Whether the target's value is made of the source's, not only decided by it."""
        return any(kind in DIRECT for kind in self.kinds)


@dataclass(frozen=True)
class RowEdge:
    """A column that decides which rows of a whole dataset there are: by filter, join or group.

    It goes into every column of the target dataset alike.
    """

    source: ColumnRef
    target: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class TableEdge:
    """A dataset that another one is computed from, and by how many pairs of columns."""

    source: str
    target: str
    columns: int


@dataclass(frozen=True)
class LineageColumn:
    """A column as the dataset declares or delivers it.

    `metadata` marks columns of the pipeline's own and, in raw, the whole line and the file itself.
    """

    name: str
    type: str = "string"
    comment: str = ""
    personal: bool = False
    metadata: bool = False


@dataclass(frozen=True)
class Build:
    """The commit that was observed to make a table: version, time (UTC), run and by whom."""

    version: int
    at: datetime
    run_id: str | None
    by: str | None


@dataclass(frozen=True)
class Dataset:
    """A raw file (or folder of portal files), a table or a view.

    `name` is short, such as `raw/customers.csv`, `raw/claims/*.json`, `silver.dim_pets` or
    `vw_risk_scoring`; `full_name` is what SQL knows it by (empty in raw). `build` is None where
    nothing was observed yet, in raw and for views. `files` counts a raw dataset's files that bronze
    has read.
    """

    name: str
    stage: Stage
    full_name: str
    description: str
    columns: Mapping[str, LineageColumn]
    build: Build | None = None
    files: int = 0


@dataclass(frozen=True)
class Lineage:
    """All that is known of where the lake's columns come from, as of the tables there are now."""

    datasets: Mapping[str, Dataset]
    edges: tuple[Edge, ...]
    rows: tuple[RowEdge, ...] = ()
    unobserved: tuple[str, ...] = ()
    """Tables in storage of which no build was observed, by name."""

    def column(self, name: str) -> ColumnRef:
        """A column by its text, such as `vw_customer_360.loss_ratio`.

        A table may be written as SQL knows it. Raises `UnknownColumn` with the nearest name.
        """
        known = {str(ref): ref for ref in self.columns()}
        full = {f"{d.full_name}.{c}": f"{d.name}.{c}" for d in self._all() for c in d.columns}
        found = known.get(full.get(name, name))
        if found is None:
            close = get_close_matches(name, known, n=1)
            remedy = (
                f"did you mean {close[0]}?" if close else f"there are {', '.join(self.datasets)}."
            )
            msg = f"There is no column {name}; {remedy}"
            raise UnknownColumn(msg)
        return found

    def columns(self, stage: Stage | None = None) -> list[ColumnRef]:
        """All columns, or those of one stage, in the order of their datasets."""
        return [
            ColumnRef(dataset.name, name)
            for dataset in self._all()
            if stage in (None, dataset.stage)
            for name in dataset.columns
        ]

    def tables(self) -> tuple[TableEdge, ...]:
        """The same graph, dataset by dataset; rows that decide count as no pair of columns."""
        pairs = {(r.source.dataset, r.target): 0 for r in self.rows}
        for edge in self.edges:
            pair = (edge.source.dataset, edge.target.dataset)
            pairs[pair] = pairs.get(pair, 0) + 1
        order = list(self.datasets)
        ranked = sorted(pairs.items(), key=lambda item: [order.index(name) for name in item[0]])
        return tuple(TableEdge(source, target, n) for (source, target), n in ranked)

    def _all(self) -> Iterable[Dataset]:
        return self.datasets.values()


def in_stage_order(datasets: Iterable[Dataset]) -> dict[str, Dataset]:
    """Datasets by name, raw first, each stage in the order given."""
    ranked = sorted(datasets, key=lambda dataset: STAGES.index(dataset.stage))
    return {dataset.name: dataset for dataset in ranked}

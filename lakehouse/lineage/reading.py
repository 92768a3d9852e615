"""Reading: the lake's lineage as of now, from what was observed when its tables were built."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from lakehouse.commits import commits
from lakehouse.ingest.checkpoint import taken
from lakehouse.lineage.bronze import bronze_edges, bronze_rows
from lakehouse.lineage.builds import build_of, newest_build
from lakehouse.lineage.datasets import raw_dataset_of, short_name, table_dataset, view_dataset
from lakehouse.lineage.files import delivered_columns
from lakehouse.lineage.graph import ColumnRef, Dataset, Edge, Lineage, RowEdge, in_stage_order
from lakehouse.lineage.views import view_edges
from lakehouse.observation.events import Pair
from lakehouse.observation.gathering import gathered
from lakehouse.observation.memory import Memory
from lakehouse.observation.names import raw_dataset
from lakehouse.serving.views import views
from lakehouse.settings import Settings
from lakehouse.storage import Lake, LakeFile
from lakehouse.table import Table
from lakehouse.tables import tables


@dataclass(frozen=True)
class Part:
    """What is known of one table, and of the raw datasets that it reads."""

    datasets: tuple[Dataset, ...]
    edges: tuple[Edge, ...] = ()
    rows: tuple[RowEdge, ...] = ()
    unobserved: bool = False


def lineage_of(settings: Settings) -> Lineage:
    """The lineage of every table in storage, and of the views on them.

    Raises `StorageUnavailable` where storage does not answer.
    """
    memory, lake = gathered(settings), Lake(settings)
    files = lake.source_files()
    with ThreadPoolExecutor(8) as pool:
        read = pool.map(partial(_part, lake, memory, files), tables().values())
        parts = [part for part in read if part is not None]
    parts += _views({dataset.name for part in parts for dataset in part.datasets})
    datasets = in_stage_order(dataset for part in parts for dataset in part.datasets)
    known = {ColumnRef(d.name, name) for d in datasets.values() for name in d.columns}
    return Lineage(
        datasets,
        tuple(e for p in parts for e in p.edges if e.source in known and e.target in known),
        tuple(r for p in parts for r in p.rows if r.source in known),
        tuple(p.datasets[-1].name for p in parts if p.unobserved),
    )


def _part(lake: Lake, memory: Memory, files: Sequence[LakeFile], table: Table) -> Part | None:
    return _bronze(lake, memory, files, table) if table.source else _derived(lake, memory, table)


def _bronze(lake: Lake, memory: Memory, files: Sequence[LakeFile], table: Table) -> Part | None:
    """A bronze table and its raw datasets: those whose files its stream says it has taken in."""
    newest = next((commit for commit in commits(lake, table) if commit.run_id), None)
    if newest is None:
        return None
    read = taken(lake, table, int(newest.notes.get("generation", 0))).files
    present: dict[str, list[LakeFile]] = defaultdict(list)
    for path in read:
        present[raw_dataset(path)]  # one whose files are gone since is there all the same
    for file in files:
        if file.path in read:
            present[raw_dataset(file.path)].append(file)
    observed = memory.taken.get(short_name(table), {})
    datasets: list[Dataset] = []
    edges: list[Edge] = []
    rows: list[RowEdge] = []
    for name, found in present.items():
        delivered = delivered_columns(lake.settings, table.name, found)
        datasets.append(raw_dataset_of(name, table, delivered, len(found)))
        pairs = memory.shapes[observed[name]] if name in observed else ()
        edges += bronze_edges(short_name(table), pairs, delivered, table.columns)
        rows += bronze_rows(short_name(table), pairs)
    shown = table_dataset(table, build_of(newest) if observed else None)
    unobserved = not all(name in observed for name in present)
    return Part((*datasets, shown), tuple(edges), tuple(rows), unobserved)


def _derived(lake: Lake, memory: Memory, table: Table) -> Part | None:
    """A silver or gold table, in the shape of its newest build."""
    name = short_name(table)
    found = newest_build(lake, memory, table)
    if found is None:
        return None
    if found.shape is None:
        return Part((table_dataset(table, None),), unobserved=True)
    pairs = memory.shapes[found.shape]
    dataset = table_dataset(table, found.build)
    return Part((dataset,), tuple(_edges(name, pairs)), tuple(_rows(name, pairs)))


def _edges(table: str, pairs: Iterable[Pair]) -> Iterator[Edge]:
    for column, dataset, source, kinds in pairs:
        if column:
            yield Edge(ColumnRef(dataset, source), ColumnRef(table, column), kinds)


def _rows(table: str, pairs: Iterable[Pair]) -> Iterator[RowEdge]:
    for column, dataset, source, kinds in pairs:
        if not column:
            yield RowEdge(ColumnRef(dataset, source), table, kinds)


def _views(there: set[str]) -> list[Part]:
    served = [view for view in views().values() if short_name(view.table) in there]
    return [Part((view_dataset(view),), view_edges(view)) for view in served]

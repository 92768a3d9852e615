"""Table drawing: every dataset of the lake, and what it is computed from."""

from __future__ import annotations

from dashboards.lineage.drawing import Card, Drawing, Link, title_of, untangled
from lakehouse.lineage import Dataset, Lineage


def table_drawing(lineage: Lineage, chosen: str) -> Drawing:
    """All datasets; the chosen one stands out."""
    cards = tuple(_card(each, chosen) for each in untangled(lineage))
    links = tuple(
        Link(edge.source, edge.target, "direct" if edge.columns else "rows")
        for edge in lineage.tables()
    )
    return Drawing("The lake's files, tables and views, and what each is made of", cards, links)


def _card(dataset: Dataset, chosen: str) -> Card:
    return Card(
        id=dataset.name,
        lane=dataset.stage,
        title=title_of(dataset),
        note=_note(dataset),
        hint=f"{dataset.full_name or dataset.name}: {dataset.description}",
        mark="start" if dataset.name == chosen else "",
    )


def _note(dataset: Dataset) -> str:
    columns = len(dataset.columns)
    if dataset.stage == "raw" and dataset.files != 1:
        return f"{columns} columns, {dataset.files:,} files"
    version = f", version {dataset.build.version}" if dataset.build else ""
    return f"{columns} columns{version}"

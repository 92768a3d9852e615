"""Drawing: cards in the lanes of the layers, rows on them, and links between any two of these."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from lakehouse.lineage import Dataset, Lineage

Mark = Literal["", "start", "direct", "indirect", "rows", "lost", "personal"]
"""What a row or card is to what was asked for; it decides its colour."""
LinkKind = Literal["direct", "indirect", "rows"]

LANES = {
    "raw": "Raw files",
    "bronze": "Bronze",
    "silver": "Silver",
    "gold": "Gold",
    "view": "SQL views",
}


@dataclass(frozen=True)
class Row:
    """A line on a card, such as a column; `hint` is shown on hovering."""

    id: str
    label: str
    hint: str = ""
    mark: Mark = ""


@dataclass(frozen=True)
class Card:
    """A dataset in its lane; a card without rows is picked as a whole."""

    id: str
    lane: str
    title: str
    note: str = ""
    hint: str = ""
    mark: Mark = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Link:
    """From a row or card to another, by their ids."""

    source: str
    target: str
    kind: LinkKind = "direct"


@dataclass(frozen=True)
class Drawing:
    """What a picture shows; whoever sees none reads `label`."""

    label: str
    cards: tuple[Card, ...]
    links: tuple[Link, ...]

    def data(self) -> dict[str, Any]:
        """As the browser takes it."""
        there = {card.lane for card in self.cards}
        lanes = [{"id": lane, "title": title} for lane, title in LANES.items() if lane in there]
        return {"lanes": lanes, **asdict(self)}


def title_of(dataset: Dataset) -> str:
    """A dataset's name in its lane, which says the layer already."""
    if dataset.stage == "raw":
        return dataset.name.removeprefix("raw/")
    return dataset.name.removeprefix(f"{dataset.stage}.")


def untangled(lineage: Lineage) -> list[Dataset]:
    """All datasets; a silver table stands where the first bronze table that it reads stands."""
    order = list(lineage.datasets)
    sources: dict[str, list[int]] = {name: [] for name in order}
    for edge in lineage.tables():
        if lineage.datasets[edge.source].stage == "bronze":
            sources[edge.target].append(order.index(edge.source))
    ranks = {name: min(found, default=order.index(name)) for name, found in sources.items()}
    return sorted(lineage.datasets.values(), key=lambda each: ranks[each.name])

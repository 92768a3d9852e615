"""Parts: the five parts of the demo and their minutes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One part: its number, its folder below steps/, its title, the minutes it may take."""

    number: int
    folder: str
    title: str
    minutes: int
    icon: str


PARTS = (
    Part(1, "part1_portal", "Portal", 5, ":material/pets:"),
    Part(2, "part2_lake", "Data lake", 5, ":material/water:"),
    Part(3, "part3_etl", "ETL and Delta", 10, ":material/account_tree:"),
    Part(4, "part4_sql", "Serverless SQL", 5, ":material/database:"),
    Part(5, "part5_lineage", "Lineage", 5, ":material/timeline:"),
)

MINUTES = sum(part.minutes for part in PARTS)
"""Minutes of the whole demo."""


def part_of(number: int) -> Part:
    """The part of a number."""
    return PARTS[number - 1]

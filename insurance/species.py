"""Species and breeds: how heavy, how long-lived, how costly to insure."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

LifeStage = Literal["Young", "Adult", "Senior"]


@dataclass(frozen=True, slots=True)
class Breed:
    """One breed. Weights of adults in pounds, life span in years.

    risk_factor is the price against the average of the species; popularity is a relative weight;
    colors are the coats that the breed comes in.
    """

    species: str
    name: str
    popularity: int
    weight_lbs: tuple[Decimal, Decimal]
    life_years: tuple[int, int]
    risk_factor: Decimal
    colors: tuple[str, ...]


def _read() -> tuple[Breed, ...]:
    with files("insurance").joinpath("breeds.csv").open(encoding="utf-8") as lines:
        return tuple(
            Breed(
                species=row["species"],
                name=row["breed"],
                popularity=int(row["popularity"]),
                weight_lbs=(Decimal(row["lightest_lbs"]), Decimal(row["heaviest_lbs"])),
                life_years=(int(row["life_from"]), int(row["life_to"])),
                risk_factor=Decimal(row["risk_factor"]),
                colors=tuple(row["colors"].split("; ")),
            )
            for row in csv.DictReader(lines)
        )


BREEDS: Final[tuple[Breed, ...]] = _read()
_BY_NAME: Final[Mapping[tuple[str, str], Breed]] = MappingProxyType(
    {(breed.species, breed.name): breed for breed in BREEDS}
)


def breed_of(species: str, name: str) -> Breed:
    """The breed of that species and name; raises KeyError naming both."""
    return _BY_NAME[species, name]


def life_stage(species: str, age_years: float) -> LifeStage:
    """Young below one year, senior from eight (dogs) or eleven years (cats) on."""
    senior_from = 8 if species == "Dog" else 11
    if age_years < 1:
        return "Young"
    return "Senior" if age_years >= senior_from else "Adult"

"""Diagnoses that vets put on claims: how often, for whom, when in the year, at what cost."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SEASON_WEIGHTS: Final[Mapping[str, tuple[float, ...]]] = MappingProxyType(
    {
        "Any": (1.0,) * 12,
        "Spring": (0.7, 0.8, 1.3, 1.6, 1.6, 1.2, 0.9, 0.8, 0.8, 0.8, 0.7, 0.7),
        "Summer": (0.5, 0.5, 0.7, 0.9, 1.3, 1.7, 1.8, 1.7, 1.2, 0.8, 0.5, 0.4),
        "Autumn": (0.7, 0.7, 0.7, 0.8, 0.9, 0.9, 1.0, 1.2, 1.5, 1.6, 1.3, 0.8),
        "Winter": (1.6, 1.6, 1.2, 0.9, 0.7, 0.6, 0.5, 0.5, 0.7, 0.9, 1.3, 1.5),
        "Holiday": (0.8, 0.9, 0.8, 1.1, 0.9, 0.8, 0.8, 0.7, 0.8, 1.1, 1.5, 1.8),
    }
)
"""Relative frequency from January to December of each seasonal pattern."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One diagnosis. Cost is the invoice of one visit or stay in US dollars.

    species is Dog, Cat or Any, sex Male, Female or Any; frequency is a weight against the other
    diagnoses; stage is the life stage that has it most (Any, or "Only" before it when no other
    has it); season a key of SEASON_WEIGHTS; once: no pet has it twice; care decides the line items
    of an invoice; a specialist diagnosis is treated in a specialty hospital.
    """

    code: str
    description: str
    category: str
    claim_type: str
    species: str
    sex: str
    cost: tuple[Decimal, Decimal]
    frequency: int
    stage: str
    season: str
    emergency_percent: int
    is_chronic: bool
    once: bool
    care: str
    is_specialist: bool
    notes: str

    def affects(self, species: str, sex: str = "Any") -> bool:
        """Whether a pet of this species (and sex, where given) can have it."""
        return self.species in ("Any", species) and (sex == "Any" or self.sex in ("Any", sex))

    def stage_weight(self, stage: str) -> float:
        """How much likelier than average a pet in this life stage has it."""
        if self.stage.startswith("Only"):
            return 2.0 if self.stage == f"Only {stage}" else 0.0
        if self.stage == "Any":
            return 1.0
        return 2.0 if self.stage == stage else 0.5


def _read() -> tuple[Diagnosis, ...]:
    with files("insurance").joinpath("diagnoses.csv").open(encoding="utf-8") as lines:
        return tuple(
            Diagnosis(
                code=row["code"],
                description=row["description"],
                category=row["category"],
                claim_type=row["claim_type"],
                species=row["species"],
                sex=row["sex"],
                cost=(Decimal(row["lowest_cost"]), Decimal(row["highest_cost"])),
                frequency=int(row["frequency"]),
                stage=row["stage"],
                season=row["season"],
                emergency_percent=int(row["emergency_percent"]),
                is_chronic=row["is_chronic"] == "true",
                once=row["once"] == "true",
                care=row["care"],
                is_specialist=row["is_specialist"] == "true",
                notes=row["notes"],
            )
            for row in csv.DictReader(lines)
        )


DIAGNOSES: Final[Mapping[str, Diagnosis]] = MappingProxyType(
    {diagnosis.code: diagnosis for diagnosis in _read()}
)
"""Every diagnosis by its code, in the order of the file."""

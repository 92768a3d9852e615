"""Which diagnosis a visit ends with, given the pet, its age, its plan and the season."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from insurance.diagnoses import DIAGNOSES, SEASON_WEIGHTS
from insurance.plans import PLANS

if TYPE_CHECKING:
    from generator.days import Flags, Floats, Ints
    from generator.streams import Streams

CATALOG: Final = tuple(DIAGNOSES.values())
CODES: Final = tuple(DIAGNOSES)
CHRONIC: Final = np.array([row for row, entry in enumerate(CATALOG) if entry.is_chronic])
STAGES: Final = ("Young", "Adult", "Senior")
NOT_COVERED_APPETITE: Final = 0.15
"""How readily owners claim what their plan excludes, against what it includes."""

CHRONIC_SHARE: Final = 0.42
"""Share of pets that have or will get a chronic condition in their life."""


def draw_chronic(streams: Streams, is_dog: Flags, born: Ints, life: Ints) -> tuple[Ints, Ints]:
    """(position in CATALOG or -1, day of onset) of each pet's chronic condition."""
    count = len(born)
    chronic = np.full(count, -1, dtype=np.int64)
    for species, rows in (("Dog", np.flatnonzero(is_dog)), ("Cat", np.flatnonzero(~is_dog))):
        weights = np.array(
            [CATALOG[row].frequency * CATALOG[row].affects(species) for row in CHRONIC], dtype=float
        )
        stream = streams.of(f"chronic {species}")
        chronic[rows] = stream.choice(CHRONIC, len(rows), p=weights / weights.sum())
    late = np.array([entry.stage == "Senior" for entry in CATALOG])[chronic]
    share = streams.of("onset").random(count)
    onset = born + (life * np.where(late, 0.60 + 0.36 * share, 0.10 + 0.55 * share)).astype(
        np.int64
    )
    spared = streams.of("is_chronic").random(count) >= CHRONIC_SHARE
    chronic[spared] = -1
    return chronic, onset


@cache
def _tables() -> Floats:
    """Cumulative chances by (species, sex, stage, plan, month), each row offset by its number."""
    rows = []
    for species in ("Dog", "Cat"):
        for sex in ("Male", "Female"):
            for stage in STAGES:
                for plan in PLANS.values():
                    base = np.array(
                        [
                            entry.frequency
                            * entry.affects(species, sex)
                            * (not entry.is_chronic)
                            * entry.stage_weight(stage)
                            * (1.0 if plan.includes(entry.claim_type) else NOT_COVERED_APPETITE)
                            for entry in CATALOG
                        ]
                    )
                    for month in range(12):
                        season = [SEASON_WEIGHTS[entry.season][month] for entry in CATALOG]
                        rows.append(np.cumsum(base * season, dtype=np.float64))
    chances = np.array([row / row[-1] for row in rows], dtype=np.float64)
    return np.concatenate(chances + np.arange(len(rows))[:, None])


def draw_diagnoses(
    is_dog: Flags, is_male: Flags, stage: Ints, plan: Ints, month: Ints, uniform: Floats
) -> Ints:
    """Position in CATALOG of one diagnosis for each visit, from draws in [0, 1)."""
    row = np.where(is_dog, 0, 1) * 2 + np.where(is_male, 0, 1)
    row = ((row * len(STAGES) + stage) * len(PLANS) + plan) * 12 + month
    found = np.searchsorted(_tables(), row + uniform, side="right")
    return found - row * len(CATALOG)


def stage_of(is_dog: Flags, age_days: Ints) -> Ints:
    """Position in STAGES of pets at this age, as insurance.species.life_stage has it."""
    senior = np.where(is_dog, 8, 11) * 365.25
    return np.where(age_days < 365.25, 0, np.where(age_days >= senior, 2, 1))

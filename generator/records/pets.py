"""pets.csv: the animals, as their owners describe them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from generator.arrow import integers
from generator.days import DAY_SECONDS, NEVER, Flags, Ints
from generator.entities.ailments import CATALOG, CODES
from generator.entities.pets import YEAR
from generator.pools import FEMALE_PET_NAMES, MALE_PET_NAMES
from generator.records.keys import customer_ids, pet_ids
from generator.text import (
    Columns,
    choice,
    day,
    drawn,
    flag,
    join,
    moment,
    only_where,
    padded,
    tenths,
    weighted,
    with_demos,
)
from insurance.identities import PETS
from insurance.species import BREEDS
from insurance.vocabulary import GENDERS, SPECIES

if TYPE_CHECKING:
    from generator.block import Block

NOTHING_KNOWN: Final = "None"
CHIP_MAKERS: Final = ("985112", "985141", "981020", "956000", "900164")
LIGHTEST: Final = np.array([float(breed.weight_lbs[0]) for breed in BREEDS])
HEAVIEST: Final = np.array([float(breed.weight_lbs[1]) for breed in BREEDS])
COLORS_OF: Final = np.array([len(breed.colors) for breed in BREEDS])
COLORS: Final = tuple(color for breed in BREEDS for color in breed.colors)
FIRST_COLOR: Final = np.concatenate([[0], np.cumsum(COLORS_OF)[:-1]])
NEUTERING: Final = np.isin(CODES, ("WEL-03", "REP-01"))


def pet_columns(block: Block) -> Columns:
    """Every pet of the block, one row each, in the columns of pets.csv."""
    rows, streams = block.pets, block.streams("pets")
    count = len(rows)
    chipped = streams.of("has_microchip").random(count) < 0.84
    chip = rows.first_number + np.arange(count)
    color = (streams.of("color").random(count) * COLORS_OF[rows.breed]).astype(np.int64)
    males, females = len(MALE_PET_NAMES), len(FEMALE_PET_NAMES)
    share = streams.of("pet_name").random(count)
    name = np.where(rows.is_male, share * males, males + share * females).astype(np.int64)
    known = [entry.description for entry in CATALOG]
    columns = {
        "pet_id": pet_ids(block),
        "customer_id": customer_ids(block).take(integers(rows.owner)),
        "pet_name": choice([*MALE_PET_NAMES, *FEMALE_PET_NAMES], name),
        "species": choice(SPECIES, np.where(rows.is_dog, 0, 1)),
        "breed": choice([breed.name for breed in BREEDS], rows.breed),
        "gender": choice(GENDERS, np.where(rows.is_male, 0, 1)),
        "date_of_birth": day(rows.born),
        "weight_lbs": tenths(weights(block)),
        "color": choice(COLORS, FIRST_COLOR[rows.breed] + color),
        "microchip_id": only_where(
            chipped, join(drawn(CHIP_MAKERS, count, streams.of("microchip_id")), padded(chip, 9))
        ),
        "is_neutered": flag(_neutered(block)),
        "pre_existing_conditions": choice(
            [*known, NOTHING_KNOWN], np.where(rows.is_pre_existing, rows.chronic, len(known))
        ),
        "vaccination_status": weighted(
            {"Up to Date": 0.81, "Due": 0.13, "Overdue": 0.06},
            count,
            streams.of("vaccination_status"),
        ),
        "adoption_date": day(rows.adopted),
        "is_active": flag(rows.died == NEVER),
        "created_at": moment(rows.created),
        "updated_at": moment(rows.updated),
    }
    return with_demos(columns, _demos()[: rows.demos])


def weights(block: Block) -> Ints:
    """Weight on the day of the last change, in tenths of a pound; pets grow for a year."""
    rows, streams = block.pets, block.streams("pets")
    share = streams.of("weight_lbs").beta(2.2, 2.2, len(rows))
    span = HEAVIEST[rows.breed] - LIGHTEST[rows.breed]
    grown = LIGHTEST[rows.breed] + np.clip(share + 0.08 * rows.is_male, 0, 1) * span
    age = (rows.updated // DAY_SECONDS - rows.born) / YEAR
    tenths_of_pounds: Ints = np.maximum(
        10, np.round(grown * np.minimum(1, 0.05 + 0.95 * age) * 10)
    ).astype(np.int64)
    return tenths_of_pounds


def _neutered(block: Block) -> Flags:
    """Most adults are; those who were neutered at our expense are, all the more."""
    rows, claims = block.pets, block.claims
    age = (rows.updated // DAY_SECONDS - rows.born) / YEAR
    often = np.where(age < 0.5, 0.15, 0.86)
    neutered = block.streams("pets").of("is_neutered").random(len(rows)) < often
    operated = claims.visits.policy[NEUTERING[claims.visits.diagnosis]]
    neutered[block.policies.pet[operated]] = True
    return neutered


def _demos() -> list[dict[str, str | None]]:
    return [
        {
            "pet_name": demo.name,
            "weight_lbs": str(demo.weight_lbs),
            "color": demo.color,
            "is_neutered": str(demo.is_neutered).lower(),
            "pre_existing_conditions": demo.pre_existing_conditions,
            "vaccination_status": demo.vaccination_status,
        }
        for demo in PETS
    ]

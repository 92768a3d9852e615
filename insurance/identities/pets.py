"""The pets of the demo customers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class DemoPet:
    """One demo pet. Days count back from as_of; died_days_ago is None for a living pet."""

    pet_id: str
    customer_id: str
    name: str
    species: str
    breed: str
    gender: str
    born_days_ago: int
    adopted_days_ago: int
    weight_lbs: Decimal
    color: str
    is_neutered: bool
    pre_existing_conditions: str
    vaccination_status: str
    died_days_ago: int | None
    story: str


def _pet(
    number: int,
    owner: int,
    name: str,
    breed: str,
    gender: str,
    born: int,
    adopted: int,
    weight: str,
    color: str,
    story: str,
    *,
    neutered: bool = True,
    known: str = "None",
    vaccination: str = "Up to Date",
    died: int | None = None,
) -> DemoPet:
    species, _, breed_name = breed.partition(": ")
    return DemoPet(
        pet_id=f"DEMO-PET-{number:03d}",
        customer_id=f"DEMO-{owner:03d}",
        name=name,
        species=species,
        breed=breed_name,
        gender=gender,
        born_days_ago=born,
        adopted_days_ago=adopted,
        weight_lbs=Decimal(weight),
        color=color,
        is_neutered=neutered,
        pre_existing_conditions=known,
        vaccination_status=vaccination,
        died_days_ago=died,
        story=story,
    )


PETS: Final = (
    _pet(1, 1, "Biscuit", "Dog: Labrador Retriever", "Male", 1_150, 700, "72.4", "Yellow",
         "Eats first and asks later; most of his claims begin in the kitchen."),
    _pet(2, 1, "Pixel", "Cat: Domestic Shorthair", "Female", 820, 610, "9.3", "Tuxedo",
         "Indoor cat on the Basic plan, hardly ever at the vet."),
    _pet(3, 2, "Bruno", "Dog: Golden Retriever", "Male", 3_340, 3_270, "68.9", "Golden",
         "Nine years old, arthritis, and a tumor that was found in time; Unlimited plan."),
    _pet(4, 2, "Luna", "Dog: French Bulldog", "Female", 1_560, 1_490, "24.6", "Fawn",
         "Atopic skin and narrow nostrils: a typical French Bulldog."),
    _pet(5, 2, "Mochi", "Cat: Ragdoll", "Female", 4_420, 4_350, "11.8", "Seal Point",
         "Twelve-year-old cat with early kidney disease, checked every quarter."),
    _pet(6, 2, "Scout", "Dog: Border Collie", "Male", 290, 226, "34.2", "Black and White",
         "The puppy of the house; his wellness visit was denied by the Standard plan.",
         neutered=False),
    _pet(7, 2, "Oscar", "Cat: Domestic Longhair", "Male", 5_900, 5_800, "10.1", "Grey",
         "Lived to be sixteen; his policy ended with him.", died=240),
    _pet(8, 3, "Simba", "Cat: Maine Coon", "Male", 155, 70, "8.7", "Brown Tabby",
         "Kitten insured three weeks ago: every large claim is an early claim.", neutered=False),
    _pet(9, 3, "Rex", "Dog: German Shepherd", "Male", 2_230, 2_100, "81.5", "Black and Tan",
         "Seen three times this month by the same emergency clinic.", vaccination="Due"),
    _pet(10, 3, "Nina", "Dog: Chihuahua", "Female", 2_560, 1_900, "5.1", "Fawn",
         "Not insured yet: the opportunity that the cross-sell table names."),
)  # fmt: skip

from __future__ import annotations

import pytest

from insurance.species import BREEDS, Breed, breed_of, life_stage
from insurance.vocabulary import SPECIES


def _name(breed: Breed) -> str:
    return breed.name


def test_breeds_are_unique_and_of_both_species() -> None:
    assert len({(breed.species, breed.name) for breed in BREEDS}) == len(BREEDS)
    assert {breed.species for breed in BREEDS} == set(SPECIES)


@pytest.mark.parametrize("breed", BREEDS, ids=_name)
def test_every_breed_is_one_a_vet_would_recognise(breed: Breed) -> None:
    lightest, heaviest = breed.weight_lbs
    youngest, oldest = breed.life_years
    assert 3 <= lightest < heaviest <= (180 if breed.species == "Dog" else 25)
    assert 6 <= youngest < oldest <= 20
    assert 0.8 <= float(breed.risk_factor) <= 1.6
    assert breed.popularity > 0
    assert breed.colors
    assert breed_of(breed.species, breed.name) is breed


def test_large_dogs_live_shorter_and_cost_more_than_small_ones() -> None:
    large, small = breed_of("Dog", "Great Dane"), breed_of("Dog", "Chihuahua")
    assert large.life_years[1] < small.life_years[0]
    assert large.risk_factor > small.risk_factor


@pytest.mark.parametrize(
    ("species", "age", "stage"),
    [("Dog", 0.5, "Young"), ("Dog", 8, "Senior"), ("Cat", 8, "Adult"), ("Cat", 11, "Senior")],
)
def test_cats_grow_old_later_than_dogs(species: str, age: float, stage: str) -> None:
    assert life_stage(species, age) == stage

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insurance.plans import PLANS, quote
from insurance.species import BREEDS, Breed
from insurance.vocabulary import PLAN_NAMES

breeds = st.sampled_from(BREEDS)
ages = st.integers(0, 25)


def test_the_plans_on_sale_are_those_of_the_vocabulary() -> None:
    assert tuple(PLANS) == PLAN_NAMES
    assert PLANS["Unlimited"].coverage_limit is None
    assert all(PLANS[name].coverage_limit for name in ("Basic", "Standard", "Premium"))


@pytest.mark.parametrize(
    ("plan", "species", "breed", "age", "premium"),
    [
        ("Standard", "Dog", "Beagle", 2, "66.00"),
        ("Basic", "Cat", "Domestic Shorthair", 1, "24.18"),
        ("Unlimited", "Dog", "Great Dane", 9, "216.77"),
    ],
)
def test_a_quote_multiplies_base_plan_breed_and_age(
    plan: str, species: str, breed: str, age: int, premium: str
) -> None:
    assert quote(plan, species, breed, age) == Decimal(premium)


@given(breed=breeds, age=ages)
def test_richer_plans_cost_more_and_every_premium_is_plausible(breed: Breed, age: int) -> None:
    premiums = [quote(plan, breed.species, breed.name, age) for plan in PLAN_NAMES]
    assert premiums == sorted(premiums)
    assert Decimal(10) < premiums[0]
    assert premiums[-1] < Decimal(1000)
    assert all(premium == premium.quantize(Decimal("0.01")) for premium in premiums)


@given(breed=breeds, age=st.integers(1, 24))
def test_the_premium_never_falls_as_a_pet_grows_older(breed: Breed, age: int) -> None:
    young = quote("Standard", breed.species, breed.name, age)
    assert quote("Standard", breed.species, breed.name, age + 1) >= young


def test_unknown_breeds_and_negative_ages_are_refused() -> None:
    with pytest.raises(KeyError, match="Unicorn"):
        quote("Basic", "Dog", "Unicorn", 1)
    with pytest.raises(ValueError, match="age_years must not be negative: -1"):
        quote("Basic", "Dog", "Pug", -1)


def test_only_optional_cover_depends_on_the_plan() -> None:
    assert all(plan.includes("Accident") and plan.includes("Illness") for plan in PLANS.values())
    assert not PLANS["Standard"].includes("Wellness")
    assert PLANS["Unlimited"].includes("Behavioral")

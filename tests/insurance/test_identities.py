from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest

from insurance import identities
from insurance.diagnoses import DIAGNOSES
from insurance.identities import DemoClaim, add_years, terms_of
from insurance.plans import PLANS
from insurance.species import breed_of
from insurance.vocabulary import PAYMENT_FREQUENCIES, PAYMENT_METHODS, PROVIDER_TYPES

DAYS = [date(2026, 3, 2), date(2024, 2, 29), date(2028, 12, 31)]
PETS = {pet.pet_id: pet for pet in identities.PETS}
CUSTOMERS = {customer.customer_id: customer for customer in identities.CUSTOMERS}


def test_three_customers_an_analyst_and_a_presenter_can_sign_in() -> None:
    emails = {login.email: login.customer_id for login in identities.LOGINS}
    assert emails["demo1@demologin.com"] == "DEMO-001"
    assert emails["demo2@demologin.com"] == "DEMO-002"
    assert emails["demo3@demologin.com"] == "DEMO-003"
    assert {login.role for login in identities.LOGINS} == {"customer", "analyst", "presenter"}
    for login in identities.LOGINS:
        customer = CUSTOMERS.get(login.customer_id or "")
        assert (customer is None) == (login.role != "customer")
        assert customer is None or customer.email == login.email


def test_ids_are_unique_and_numbered_in_the_order_of_the_tables() -> None:
    assert [pet.pet_id for pet in identities.PETS] == [
        f"DEMO-PET-{number:03d}" for number in range(1, len(identities.PETS) + 1)
    ]
    claims = [*identities.CLAIMS, *identities.PORTAL_CLAIMS]
    assert [claim.claim_id for claim in claims] == [
        f"DEMO-CLM-{number:03d}" for number in range(1, len(claims) + 1)
    ]


def test_everybody_has_a_story() -> None:
    assert all(login.story for login in identities.LOGINS)
    assert all(customer.story for customer in identities.CUSTOMERS)
    assert all(pet.story for pet in identities.PETS)


def test_pets_are_of_a_known_breed_and_grew_up_before_they_came_home() -> None:
    for pet in identities.PETS:
        lightest, heaviest = breed_of(pet.species, pet.breed).weight_lbs
        assert pet.weight_lbs <= heaviest * 2
        assert pet.born_days_ago < 365 or lightest <= pet.weight_lbs
        assert pet.born_days_ago - pet.adopted_days_ago >= 56
        assert pet.customer_id in CUSTOMERS


def test_policies_name_plans_and_pets_that_exist() -> None:
    for policy in identities.POLICIES:
        assert policy.plan_name in PLANS
        assert policy.pet_id in PETS
        assert policy.payment_method in PAYMENT_METHODS
        assert policy.payment_frequency in PAYMENT_FREQUENCIES


@pytest.mark.parametrize("as_of", DAYS)
def test_terms_follow_each_other_and_the_last_one_is_in_force(as_of: date) -> None:
    for policy in identities.POLICIES:
        terms = list(terms_of(policy, as_of))
        assert len(terms) == policy.terms
        for earlier, later in itertools.pairwise(terms):
            assert earlier.expiration_date == later.effective_date
        assert terms[-1].policy_id == policy.policy_id
        assert terms[-1].effective_date < as_of < terms[-1].expiration_date


@pytest.mark.parametrize("as_of", DAYS)
@pytest.mark.parametrize(
    "claim",
    [*identities.CLAIMS, *identities.PORTAL_CLAIMS],
    ids=lambda claim: claim.claim_id,
)
def test_past_claims_fell_into_a_policy_year_and_cost_what_vets_ask(
    claim: DemoClaim, as_of: date
) -> None:
    pet, diagnosis = PETS[claim.pet_id], DIAGNOSES[claim.diagnosis_code]
    lowest, highest = diagnosis.cost
    service = as_of - timedelta(days=claim.service_days_ago)
    terms = [
        term
        for policy in identities.POLICIES
        if policy.pet_id == claim.pet_id
        for term in terms_of(policy, as_of)
    ]
    assert any(term.effective_date <= service < term.expiration_date for term in terms)
    assert diagnosis.affects(pet.species, pet.gender)
    assert lowest <= claim.claim_amount <= highest
    assert claim.service_days_ago - claim.submitted_after_days >= 1
    assert claim.provider_id in {provider.provider_id for provider in identities.PROVIDERS}


def test_the_ring_clinic_is_out_of_network() -> None:
    ring = {provider.provider_id: provider for provider in identities.PROVIDERS}
    assert not ring[identities.RING_PROVIDER_ID].is_in_network
    assert all(provider.provider_type in PROVIDER_TYPES for provider in ring.values())


def test_a_leap_day_has_its_anniversary_on_the_28th() -> None:
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)

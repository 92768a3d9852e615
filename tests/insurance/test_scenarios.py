from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest

from insurance import identities
from insurance.diagnoses import DIAGNOSES
from insurance.identities import terms_of
from insurance.scenarios import SCENARIOS, Flagged, InGold, Refused, Scenario
from insurance.submission import refusal

AS_OF = date(2026, 3, 2)
DAYS_LATER = [0, 3, 7]
"""A lake older than a week is seeded anew, so scenarios must hold that long."""

FRAUD_FLAGS = {
    "is_repeated_invoice",
    "is_early_claim",
    "is_amount_outlier",
    "is_claim_burst",
    "is_provider_ring",
}
PETS = {pet.pet_id: pet for pet in identities.PETS}
EVERY = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda scenario: scenario.key)


def _policies_by_pet(customer_id: str) -> dict[str, frozenset[str]]:
    return {
        pet.pet_id: frozenset(
            policy.policy_id for policy in identities.POLICIES if policy.pet_id == pet.pet_id
        )
        for pet in identities.PETS
        if pet.customer_id == customer_id
    }


def _flags_in_gold(scenario: Scenario) -> frozenset[str] | None:
    """The declared fraud flags, or None for a claim that gold never sees."""
    if isinstance(scenario.outcome, InGold):
        return scenario.outcome.fraud_flags
    is_warned = isinstance(scenario.outcome, Flagged) and scenario.outcome.is_valid
    return frozenset() if is_warned else None


def test_there_are_enough_of_every_group_and_outcome() -> None:
    groups = {scenario.group for scenario in SCENARIOS.values()}
    outcomes = {type(scenario.outcome) for scenario in SCENARIOS.values()}
    flags = {
        flag
        for scenario in SCENARIOS.values()
        if isinstance(scenario.outcome, InGold)
        for flag in scenario.outcome.fraud_flags
    }
    assert len(SCENARIOS) >= 30
    assert groups == {"Accident", "Illness", "Surgery", "Chronic", "Wellness", "Fraud", "Mistake"}
    assert outcomes == {Refused, Flagged, InGold}
    assert flags == FRAUD_FLAGS


def test_keys_and_titles_are_unique() -> None:
    assert all(key == scenario.key for key, scenario in SCENARIOS.items())
    assert len({scenario.title for scenario in SCENARIOS.values()}) == len(SCENARIOS)


@EVERY
def test_a_scenario_is_told_in_full(scenario: Scenario) -> None:
    assert scenario.title
    assert scenario.story.endswith(".")
    assert scenario.customer_id in {customer.customer_id for customer in identities.CUSTOMERS}
    assert scenario.pet_id in PETS
    assert all(item.description for item in scenario.line_items)


@EVERY
def test_line_items_add_up_unless_that_is_the_mistake(scenario: Scenario) -> None:
    total = sum((item.amount for item in scenario.line_items), Decimal(0))
    breaks_the_sum = isinstance(scenario.outcome, Flagged) and (
        "line_items_add_up" in scenario.outcome.rules
    )
    assert (total != scenario.claim_amount) == breaks_the_sum


@EVERY
@pytest.mark.parametrize("days_later", DAYS_LATER)
def test_the_api_refuses_exactly_what_is_declared(scenario: Scenario, days_later: int) -> None:
    today = AS_OF + timedelta(days=days_later)
    claim = scenario.submission(today=today, as_of=AS_OF)
    message = refusal(claim, today, _policies_by_pet(scenario.customer_id))
    expected = scenario.outcome.message if isinstance(scenario.outcome, Refused) else None
    assert message == expected


@pytest.mark.parametrize(
    "scenario",
    [scenario for scenario in SCENARIOS.values() if scenario.group not in ("Fraud", "Mistake")],
    ids=lambda scenario: scenario.key,
)
@pytest.mark.parametrize("days_later", DAYS_LATER)
def test_an_honest_claim_is_one_a_vet_would_believe(scenario: Scenario, days_later: int) -> None:
    today = AS_OF + timedelta(days=days_later)
    pet, diagnosis = PETS[scenario.pet_id], DIAGNOSES[scenario.diagnosis_code]
    policy = next(p for p in identities.POLICIES if p.policy_id == scenario.policy_id)
    term = list(terms_of(policy, AS_OF))[-1]
    service = scenario.service_date(today=today, as_of=AS_OF)
    assert scenario.outcome == InGold()
    assert scenario.invoice_number is None
    assert diagnosis.affects(pet.species, pet.gender)
    assert diagnosis.cost[0] <= scenario.claim_amount <= diagnosis.cost[1]
    assert term.effective_date <= service < term.expiration_date
    assert service + timedelta(days=180) > today
    assert not scenario.is_emergency or diagnosis.emergency_percent > 0


@pytest.mark.parametrize("days_later", DAYS_LATER)
def test_filed_all_together_only_the_declared_ones_form_a_burst(days_later: int) -> None:
    today = AS_OF + timedelta(days=days_later)
    visits: dict[str, list[date]] = defaultdict(list)
    for claim in (*identities.CLAIMS, *identities.PORTAL_CLAIMS):
        visits[claim.pet_id].append(AS_OF - timedelta(days=claim.service_days_ago))
    bursts = set()
    for scenario in SCENARIOS.values():
        flags = _flags_in_gold(scenario)
        if flags is not None:
            visits[scenario.pet_id].append(scenario.service_date(today=today, as_of=AS_OF))
        if flags and "is_claim_burst" in flags:
            bursts.add(scenario.pet_id)
    crowded = {
        pet
        for pet, days in visits.items()
        for first, third in zip(sorted(days), sorted(days)[2:], strict=False)
        if (third - first).days <= 30
    }
    assert crowded == bursts


def test_every_scenario_in_gold_of_a_new_policy_is_declared_early_when_it_is_large() -> None:
    for scenario in SCENARIOS.values():
        flags = _flags_in_gold(scenario)
        if flags is None or scenario.claim_amount <= 1000:
            continue
        policy = next(p for p in identities.POLICIES if p.policy_id == scenario.policy_id)
        begin = next(iter(terms_of(policy, AS_OF))).effective_date
        days = (scenario.service_date(today=AS_OF, as_of=AS_OF) - begin).days
        assert ("is_early_claim" in flags) == (days <= 30)

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generator import Request, portal_claims, source_files
from insurance import identities
from insurance.scenarios import SCENARIOS, InGold

if TYPE_CHECKING:
    from tests.generator.conftest import Lake, Row

AS_OF = date(2026, 3, 2)


def _of(rows: dict[str, Row], customer_id: str) -> list[Row]:
    return [row for row in rows.values() if row["customer_id"] == customer_id]


def test_the_demo_rows_say_what_the_identities_say(lake: Lake) -> None:
    for person in identities.CUSTOMERS:
        row = lake.clean["customers"][person.customer_id]
        assert (row["first_name"], row["last_name"]) == (person.first_name, person.last_name)
        assert (row["email"], row["phone"]) == (person.email, person.phone)
        assert (row["city"], row["state"]) == (person.city, person.state)
        assert row["date_of_birth"] == person.date_of_birth.isoformat()
    for pet in identities.PETS:
        row = lake.clean["pets"][pet.pet_id]
        assert (row["pet_name"], row["breed"], row["gender"]) == (pet.name, pet.breed, pet.gender)
        assert row["date_of_birth"] == (AS_OF - timedelta(days=pet.born_days_ago)).isoformat()
        assert Decimal(row["weight_lbs"]) == pet.weight_lbs
        assert row["is_active"] == str(pet.died_days_ago is None).lower()
    for provider in identities.PROVIDERS:
        row = lake.clean["providers"][provider.provider_id]
        assert (row["provider_name"], row["city"]) == (provider.name, provider.city)
        assert row["is_in_network"] == str(provider.is_in_network).lower()


def test_demo_policies_and_claims_are_in_the_lake(lake: Lake) -> None:
    for policy in identities.POLICIES:
        row = lake.clean["policies"][policy.policy_id]
        assert (row["plan_name"], row["pet_id"]) == (policy.plan_name, policy.pet_id)
        assert row["renewal_count"] == str(policy.terms - 1)
    for claim in (*identities.CLAIMS, *identities.PORTAL_CLAIMS):
        row = lake.clean["claims"][claim.claim_id]
        assert Decimal(str(row["claim_amount"])) == claim.claim_amount
        assert row["pet_id"] == claim.pet_id


def test_demo_002_has_something_for_every_measure(lake: Lake) -> None:
    policies = _of(lake.clean["policies"], "DEMO-002")
    claims = _of(lake.clean["claims"], "DEMO-002")
    statuses = Counter(row["status"] for row in claims)
    in_force = [row for row in policies if row["status"] == "Active"]
    assert len(_of(lake.clean["pets"], "DEMO-002")) == 5
    assert len(in_force) == 4
    assert 12 * sum(Decimal(row["monthly_premium"]) for row in in_force) >= 1_000
    assert set(statuses) >= {"Submitted", "In Review", "Approved", "Partially Approved", "Denied"}
    assert any(row["is_emergency"] for row in claims)
    assert any(row["is_recurring"] for row in claims)
    assert any(row["status"] == "Cancelled" for row in policies)


@pytest.mark.parametrize("seed", [0, 7])
@pytest.mark.parametrize("as_of", [date(2024, 2, 29), date(2027, 1, 1)])
def test_no_seed_or_day_changes_the_demo_customers_story(seed: int, as_of: date) -> None:
    request = Request(as_of=as_of, seed=seed, scale=0.05)
    files = {file.path: b"".join(file.chunks).decode() for file in source_files(request)}
    lines = [line for line in files["claims.jsonl"].splitlines() if '"DEMO-CLM-' in line]
    assert len(lines) == len(identities.CLAIMS)
    assert sum('"status":"Denied"' in line for line in lines) == 2
    assert sum('"status":"In Review"' in line for line in lines) == 1
    assert len(list(portal_claims(request))) == 40


def test_portal_claims_are_recent_typed_and_add_up(lake: Lake) -> None:
    for row in lake.portal:
        assert AS_OF - timedelta(days=7) <= date.fromisoformat(row["submitted_date"]) < AS_OF
        total = sum(Decimal(str(item["amount"])) for item in row["line_items"])
        assert total == Decimal(str(row["claim_amount"]))
        assert isinstance(row["is_emergency"], bool)
        assert isinstance(row["claim_amount"], float)


def test_portal_claims_move_every_gold_table(lake: Lake) -> None:
    statuses = Counter(row["status"] for row in lake.portal)
    assert statuses["Submitted"] > 20
    assert min(statuses[s] for s in ("In Review", "Approved", "Partially Approved", "Denied")) > 0
    decided = [row for row in lake.portal if row["processing_days"] is not None]
    assert sum(row["paid_amount"] for row in decided) > 1_000
    assert len({row["provider_id"] for row in lake.portal}) > 10
    for row in decided:
        assert lake.clean["policies"][row["policy_id"]]["plan_name"] in ("Basic", "Standard")


def test_scenarios_refer_to_invoices_and_vets_of_the_lake(lake: Lake) -> None:
    invoices = Counter(row["invoice_number"] for row in lake.clean["claims"].values())
    for scenario in SCENARIOS.values():
        flags = scenario.outcome.fraud_flags if isinstance(scenario.outcome, InGold) else set()
        known = scenario.invoice_number in invoices
        assert known == ("is_repeated_invoice" in flags)
        if isinstance(scenario.outcome, InGold):
            assert scenario.provider_id in lake.clean["providers"]


def test_only_declared_scenarios_cost_three_times_the_usual(lake: Lake) -> None:
    amounts: dict[str, list[float]] = {}
    for row in lake.clean["claims"].values():
        amounts.setdefault(row["diagnosis_code"], []).append(row["claim_amount"])
    for scenario in SCENARIOS.values():
        usual = amounts.get(scenario.diagnosis_code, [])
        if isinstance(scenario.outcome, InGold) and len(usual) >= 9:
            ratio = float(scenario.claim_amount) / (sum(usual) / len(usual))
            assert (ratio > 3) == ("is_amount_outlier" in scenario.outcome.fraud_flags)

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from insurance.diagnoses import DIAGNOSES
from insurance.species import breed_of
from insurance.vocabulary import DECIDED_STATUSES, PAID_STATUSES

if TYPE_CHECKING:
    from tests.generator.conftest import Lake, Row

AS_OF = date(2026, 3, 2)


def _day(row: Row, column: str) -> date:
    return date.fromisoformat(row[column])


@pytest.fixture(scope="module")
def claims(lake: Lake) -> list[Row]:
    """Claims whose policy, pet and provider rows are clean, too."""
    return [
        row
        for row in lake.clean["claims"].values()
        if row["policy_id"] in lake.clean["policies"]
        and row["pet_id"] in lake.clean["pets"]
        and row["provider_id"] in lake.clean["providers"]
    ]


def test_claims_are_made_only_while_the_policy_is_in_force(lake: Lake, claims: list[Row]) -> None:
    assert len(claims) > 13_000
    for row in claims:
        policy = lake.clean["policies"][row["policy_id"]]
        end = min(policy["expiration_date"], policy["cancellation_date"] or "9999")
        assert policy["effective_date"] <= row["service_date"] < end
        assert policy["pet_id"] == row["pet_id"]
        assert policy["customer_id"] == row["customer_id"]


def test_the_pet_is_alive_and_no_older_than_its_breed_lives(lake: Lake, claims: list[Row]) -> None:
    for row in claims:
        pet = lake.clean["pets"][row["pet_id"]]
        age = (_day(row, "service_date") - _day(pet, "date_of_birth")).days / 365.25
        assert 0.1 < age <= breed_of(pet["species"], pet["breed"]).life_years[1] + 1


def test_the_diagnosis_fits_species_and_sex_and_names_type_and_category(
    lake: Lake, claims: list[Row]
) -> None:
    for row in claims:
        pet, diagnosis = lake.clean["pets"][row["pet_id"]], DIAGNOSES[row["diagnosis_code"]]
        assert diagnosis.affects(pet["species"], pet["gender"])
        assert row["claim_type"] == diagnosis.claim_type
        assert row["claim_category"] == diagnosis.category
        assert row["treatment_notes"] == diagnosis.notes


def test_amounts_lie_in_the_range_of_the_diagnosis_unless_billed_in_a_ring(
    claims: list[Row],
) -> None:
    invoices = Counter(row["invoice_number"] for row in claims)
    for row in claims:
        lowest, highest = DIAGNOSES[row["diagnosis_code"]].cost
        if invoices[row["invoice_number"]] == 1:
            assert lowest <= row["claim_amount"] <= highest


def test_no_pet_has_twice_what_happens_once(claims: list[Row]) -> None:
    once = Counter(
        (row["pet_id"], row["diagnosis_code"])
        for row in claims
        if DIAGNOSES[row["diagnosis_code"]].once
    )
    assert set(once.values()) == {1}


def test_vaccine_series_are_for_the_young(lake: Lake, claims: list[Row]) -> None:
    for row in claims:
        if row["diagnosis_code"] == "WEL-02":
            pet = lake.clean["pets"][row["pet_id"]]
            assert (_day(row, "service_date") - _day(pet, "date_of_birth")).days <= 366


def test_open_claims_have_no_decision_and_decided_ones_do(claims: list[Row]) -> None:
    for row in claims:
        is_decided = row["status"] in DECIDED_STATUSES
        assert (row["processing_days"] is not None) == is_decided
        assert row["status"] in PAID_STATUSES or row["paid_amount"] == 0
        assert (row["denial_reason"] is not None) == (
            row["status"] in ("Denied", "Partially Approved")
        )
        if is_decided:
            assert row["updated_at"] > row["created_at"]
            days = (date.fromisoformat(row["updated_at"][:10]) - _day(row, "submitted_date")).days
            assert days == row["processing_days"] <= 42


def test_most_old_claims_are_decided(claims: list[Row]) -> None:
    old = [row for row in claims if (AS_OF - _day(row, "submitted_date")).days > 60]
    assert all(row["status"] in DECIDED_STATUSES for row in old)


def test_denials_have_the_reason_that_the_plan_gives(lake: Lake, claims: list[Row]) -> None:
    reasons = Counter(row["denial_reason"] for row in claims if row["denial_reason"])
    assert len(reasons) == 10
    for row in claims:
        policy = lake.clean["policies"][row["policy_id"]]
        if row["denial_reason"] == "Wellness not included in plan":
            assert policy["includes_wellness"] == "false"
            assert row["claim_type"] == "Wellness"
        if row["denial_reason"] == "Within waiting period":
            waited = (_day(row, "service_date") - _day(policy, "effective_date")).days
            assert waited < int(policy["waiting_period_days"])
        if row["denial_reason"] == "Pre-existing condition":
            known = lake.clean["pets"][row["pet_id"]]["pre_existing_conditions"]
            assert known == DIAGNOSES[row["diagnosis_code"]].description


def test_vets_are_in_the_customers_city(lake: Lake, claims: list[Row]) -> None:
    for row in claims:
        customer = lake.clean["customers"].get(row["customer_id"])
        provider = lake.clean["providers"][row["provider_id"]]
        if customer is not None:
            assert (provider["city"], provider["state"]) == (customer["city"], customer["state"])


def test_hot_spots_come_in_summer(claims: list[Row]) -> None:
    months = Counter(
        _day(row, "service_date").month for row in claims if row["diagnosis_code"] == "SKN-02"
    )
    summer, winter = (sum(months[month] for month in season) for season in ((6, 7, 8), (12, 1, 2)))
    assert summer > 2 * winter


def test_a_chronic_condition_returns_and_says_so(claims: list[Row]) -> None:
    visits = defaultdict(list)
    for row in claims:
        if DIAGNOSES[row["diagnosis_code"]].is_chronic:
            visits[row["pet_id"], row["diagnosis_code"]].append(row)
        else:
            assert not row["is_recurring"]
    assert sum(len(rows) >= 3 for rows in visits.values()) > 50
    recurring = [sum(row["is_recurring"] for row in rows) for rows in visits.values()]
    assert all(
        0 <= len(rows) - again <= 2 for rows, again in zip(visits.values(), recurring, strict=True)
    )


def test_emergencies_are_a_minority_and_go_where_they_are_taken(
    lake: Lake, claims: list[Row]
) -> None:
    emergencies = [row for row in claims if row["is_emergency"]]
    assert 0.05 < len(emergencies) / len(claims) < 0.20
    taken = sum(
        lake.clean["providers"][row["provider_id"]]["accepts_emergency"] == "true"
        for row in emergencies
    )
    assert taken / len(emergencies) > 0.95


def test_rings_share_invoices_at_a_clinic_out_of_network(lake: Lake, claims: list[Row]) -> None:
    customers = defaultdict(set)
    clinics = defaultdict(set)
    for row in claims:
        customers[row["invoice_number"]].add(row["customer_id"])
        clinics[row["invoice_number"]].add(row["provider_id"])
    rings = {
        clinic
        for invoice, people in customers.items()
        if len(people) >= 3
        for clinic in clinics[invoice]
    }
    assert len(rings) == 3
    assert "DEMO-VET-08" in rings
    assert all(lake.clean["providers"][clinic]["is_in_network"] == "false" for clinic in rings)


def test_most_invoices_are_handed_in_once(claims: list[Row]) -> None:
    invoices = Counter(row["invoice_number"] for row in claims)
    again = sum(count for count in invoices.values() if count > 1)
    assert 0.002 < again / len(claims) < 0.02


def test_the_loss_ratio_is_one_an_actuary_would_accept(lake: Lake, claims: list[Row]) -> None:
    paid = sum(row["paid_amount"] for row in claims)
    earned = 0.0
    for row in lake.clean["policies"].values():
        end = min(
            _day(row, "expiration_date"),
            date.fromisoformat(row["cancellation_date"] or "9999-12-31"),
            AS_OF,
        )
        days = max(0, (end - _day(row, "effective_date")).days)
        earned += float(row["monthly_premium"]) * 12 * days / 365.25
    assert 0.60 < paid / earned < 0.80


def test_about_one_decided_claim_in_ten_is_denied(claims: list[Row]) -> None:
    statuses = Counter(row["status"] for row in claims)
    decided = sum(statuses[status] for status in DECIDED_STATUSES)
    assert 0.07 < statuses["Denied"] / decided < 0.14

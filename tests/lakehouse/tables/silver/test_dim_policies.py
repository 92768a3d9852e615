from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.lakehouse.silver_cases import Broken, Cases, Rows, SilverRules

WHOLE: dict[str, Any] = {
    "policy_number": "PN-1",
    "payment_method": "PayPal",
    "payment_frequency": "Monthly",
    "waiting_period_days": "14",
    "includes_wellness": "true",
    "includes_dental": "false",
    "includes_behavioral": "false",
    "cancellation_date": "2025-06-01",
    "renewal_count": "2",
}
"""With these every rule applies; they weigh 101 (parsed 5, an error 3, a warning 2, a repair 1)."""

OWNERS: list[dict[str, Any]] = [
    {"customer_id": "C1"},
    {"customer_id": "C invalid", "_is_valid": False},
    {"customer_id": "C same person", "_is_duplicate": True, "_duplicate_of": "C1"},
]
BORN = date(2019, 1, 1)
PETS: list[dict[str, Any]] = [
    {"pet_id": "P1", "species": "Dog", "breed": "Beagle", "date_of_birth": BORN},
    {"pet_id": "P invalid", "species": "Dog", "breed": "Boxer", "_is_valid": False},
    {"pet_id": "P corrected", "species": "Cat", "breed": "Persian", "date_of_birth": BORN},
    {
        "pet_id": "P corrected",
        "species": "Dog",
        "breed": "Poodle",
        "_is_duplicate": True,
        "_duplicate_of": "P corrected",
    },
]

INVALID: Broken = {
    "no id": ({"policy_id": None}, {"policy_id_required"}, 97, 100),
    "no owner": ({"customer_id": None}, {"customer_id_required"}, 94, 97),
    "unknown owner": ({"customer_id": "C?"}, {"customer_id_exists"}, 98, 101),
    "invalid owner": ({"customer_id": "C invalid"}, {"customer_id_exists"}, 98, 101),
    "no pet": ({"pet_id": None}, {"pet_id_required"}, 91, 94),
    "unknown pet": ({"pet_id": "P?"}, {"pet_id_exists"}, 95, 98),
    "invalid pet": ({"pet_id": "P invalid"}, {"pet_id_exists"}, 95, 98),
    "no plan": ({"plan_name": None}, {"plan_name_required"}, 94, 97),
    "other plan": ({"plan_name": "Gold"}, {"plan_name_category"}, 98, 101),
    "no premium": ({"monthly_premium": None}, {"monthly_premium_required"}, 89, 92),
    "premium unread": ({"monthly_premium": "forty"}, {"monthly_premium_type"}, 92, 95),
    "premium too large to hold": (
        {"monthly_premium": "99999999999.00"},
        {"monthly_premium_type"},
        92,
        95,
    ),
    "free": ({"monthly_premium": "0.00"}, {"premium_positive"}, 98, 101),
    "negative premium": ({"monthly_premium": "-40.00"}, {"premium_positive"}, 98, 101),
    "dear": ({"monthly_premium": "1000.01"}, {"premium_plausible"}, 98, 101),
    "no start": ({"effective_date": None}, {"effective_date_required"}, 86, 89),
    "start unread": ({"effective_date": "2025-02-30"}, {"effective_date_type"}, 89, 92),
    "no end": ({"expiration_date": None}, {"expiration_date_required"}, 89, 92),
    "end unread": ({"expiration_date": "2026"}, {"expiration_date_type"}, 92, 95),
    "no term": (
        {"expiration_date": "2025-01-01", "cancellation_date": "2025-01-01"},
        {"expires_after_effective"},
        98,
        101,
    ),
    "ends before it starts": (
        {"expiration_date": "2024-12-31"},
        {"expires_after_effective", "cancelled_within_term"},
        95,
        101,
    ),
    "cancelled before": ({"cancellation_date": "2024-12-31"}, {"cancelled_within_term"}, 98, 101),
    "cancelled after": ({"cancellation_date": "2026-01-02"}, {"cancelled_within_term"}, 98, 101),
    "no status": ({"status": None}, {"status_required"}, 94, 97),
    "other status": ({"status": "Dormant"}, {"status_category"}, 98, 101),
    "other method": ({"payment_method": "Cash"}, {"payment_method_category"}, 98, 101),
    "other frequency": ({"payment_frequency": "Daily"}, {"payment_frequency_category"}, 98, 101),
    "unborn pet": ({"effective_date": "2018-12-31"}, {"insured_after_birth"}, 98, 101),
}
DOUBTED: Broken = {
    "deductible unread": ({"annual_deductible": "n/a"}, {"annual_deductible_type"}, 99, 101),
    "limit unread": ({"coverage_limit": "unlimited"}, {"coverage_limit_type"}, 99, 101),
    "reimbursement unread": (
        {"reimbursement_percentage": "80%"},
        {"reimbursement_percentage_type"},
        99,
        101,
    ),
    "waiting unread": ({"waiting_period_days": "14.5"}, {"waiting_period_days_type"}, 99, 101),
    "wellness unread": ({"includes_wellness": "partly"}, {"includes_wellness_type"}, 99, 101),
    "dental unread": ({"includes_dental": "teeth"}, {"includes_dental_type"}, 99, 101),
    "behavioral unread": ({"includes_behavioral": "?"}, {"includes_behavioral_type"}, 99, 101),
    "cancellation unread": ({"cancellation_date": "later"}, {"cancellation_date_type"}, 96, 98),
    "renewals unread": ({"renewal_count": "two"}, {"renewal_count_type"}, 99, 101),
    "creation unread": ({"created_at": "today"}, {"created_at_type"}, 99, 101),
    "update unread": ({"updated_at": "today"}, {"updated_at_type"}, 99, 101),
}
REPAIRED: dict[str, tuple[str, str]] = {
    # column: as delivered, as repaired
    "policy_id": (" L-repaired", "L-repaired"),
    "policy_number": ("PN-1 ", "PN-1"),
    "customer_id": (" C1", "C1"),
    "pet_id": (" P1 ", "P1"),
    "plan_name": ("UNLIMITED", "Unlimited"),
    "status": ("active ", "Active"),
    "payment_method": ("Paypal", "PayPal"),
    "payment_frequency": ("monthly", "Monthly"),
}
KEPT: dict[str, dict[str, Any]] = {
    "whole": {},
    "bare": dict.fromkeys([*WHOLE, "annual_deductible", "coverage_limit", "updated_at"]),
    "dearest": {"monthly_premium": "1000.00"},
    "cheapest": {"monthly_premium": "0.01"},
    "one day": {"expiration_date": "2025-01-02", "cancellation_date": None},
    "cancelled at once": {"cancellation_date": "2025-01-01"},
    "cancelled at the end": {"cancellation_date": "2026-01-01"},
    "insured at birth": {"effective_date": "2019-01-01"},
    "of a corrected pet": {"pet_id": "P corrected"},
}

REDELIVERED: dict[str, dict[str, Any]] = {
    "A before": {"policy_id": "A", "_source_modified_at": datetime(2025, 7, 2, tzinfo=UTC)},
    "A cancelled": {
        "policy_id": "A",
        "status": "Cancelled",
        "updated_at": "2025-06-01T00:00:00Z",
    },
    "B valid": {"policy_id": "B"},
    "B later, invalid": {
        "policy_id": "B",
        "status": None,
        "updated_at": "2025-06-01T00:00:00Z",
    },
    "of a near duplicate": {"customer_id": "C same person"},
}


CASES = Cases(
    table="dim_policies",
    whole=WHOLE,
    invalid=INVALID,
    doubted=DOUBTED,
    repaired=REPAIRED,
    repaired_score=Decimal("99.0"),  # 100 of 101
    kept=KEPT,
    superseded={"A before": "A cancelled"},
    others=REDELIVERED,
    parents={"dim_customers": OWNERS, "dim_pets": PETS},
)


class TestPolicies(SilverRules):
    cases = CASES


def test_a_policy_brings_what_matters_of_its_pet(rows: Rows) -> None:
    row = rows["whole"]
    assert (row["species"], row["breed"], row["pet_date_of_birth"]) == ("Dog", "Beagle", BORN)


def test_a_corrected_pet_brings_its_latest_values(rows: Rows) -> None:
    row = rows["of a corrected pet"]
    assert (row["species"], row["breed"]) == ("Cat", "Persian")


@pytest.mark.parametrize("name", ["no pet", "unknown pet", "invalid pet"])
def test_nothing_is_brought_from_a_pet_that_is_not_valid(rows: Rows, name: str) -> None:
    row = rows[name]
    assert (row["species"], row["breed"], row["pet_date_of_birth"]) == (None, None, None)


def test_a_near_duplicates_policy_goes_to_the_person_who_survives(rows: Rows) -> None:
    row = rows["of a near duplicate"]
    assert (row["customer_id"], row["_repairs"]) == ("C1", ["customer_id: C same person"])
    assert (row["_is_valid"], row["_quality_score"]) == (True, 100)


def test_values_arrive_in_their_types(rows: Rows) -> None:
    row = rows["whole"]
    assert (row["monthly_premium"], row["coverage_limit"]) == (Decimal("40.00"), Decimal(10000))
    assert (row["reimbursement_percentage"], row["renewal_count"]) == (80, 2)
    assert (row["includes_wellness"], row["includes_dental"]) == (True, False)
    assert (row["effective_date"], row["expiration_date"]) == (date(2025, 1, 1), date(2026, 1, 1))


def test_an_invalid_correction_does_not_replace_the_valid_row(rows: Rows) -> None:
    assert rows["B valid"]["_is_duplicate"] is False
    invalid = rows["B later, invalid"]
    assert (invalid["_is_valid"], invalid["_is_duplicate"]) == (False, False)

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from lakehouse.tables import tables
from tests.lakehouse.silver_cases import Broken, Cases, Rows, SilverRules

WHOLE: dict[str, Any] = {
    "claim_number": "CN-1",
    "denial_reason": "Items not covered by plan",
    "treatment_notes": "Ear flushed.",
    "is_recurring": "false",
    "line_items": '[{"description": "Exam", "amount": 100}, {"amount": "200.00", "code": 7}]',
}
"""With these every rule applies; they weigh 121 (parsed 5, an error 3, a warning 2, a repair 1)."""

BORN = date(2019, 1, 1)
YEAR: dict[str, Any] = {
    "plan_name": "Standard",
    "effective_date": date(2025, 1, 1),
    "expiration_date": date(2026, 1, 1),
    "renewal_count": 1,
}
PARENTS: dict[str, list[dict[str, Any]]] = {
    "dim_customers": [
        {"customer_id": "C1"},
        {"customer_id": "C invalid", "_is_valid": False},
        {"customer_id": "C same person", "_is_duplicate": True, "_duplicate_of": "C1"},
    ],
    "dim_pets": [
        {
            "pet_id": "P1",
            "pet_name": "Rex",
            "species": "Dog",
            "breed": "Beagle",
            "date_of_birth": BORN,
        },
        {"pet_id": "P young", "date_of_birth": date(2025, 5, 2)},
        {"pet_id": "P invalid", "species": "Dog", "_is_valid": False},
    ],
    "dim_policies": [
        {"policy_id": "L1", **YEAR},
        {
            "policy_id": "L1",
            **YEAR,
            "plan_name": "Basic",
            "_is_duplicate": True,
            "_duplicate_of": "L1",
        },
        {"policy_id": "L cancelled", **YEAR, "cancellation_date": date(2025, 3, 1)},
        {
            "policy_id": "L expired",
            "effective_date": date(2024, 2, 1),
            "expiration_date": date(2025, 2, 1),
        },
        {"policy_id": "L invalid", **YEAR, "_is_valid": False},
    ],
    "dim_providers": [
        {
            "provider_id": "V1",
            "provider_name": "Elm Street Vets",
            "provider_type": "General Practice",
            "is_in_network": False,
        },
        {"provider_id": "V invalid", "_is_valid": False},
    ],
}

INVALID: Broken = {
    "no id": ({"claim_id": None}, {"claim_id_required"}, 117, 120),
    "no policy": ({"policy_id": None}, {"policy_id_required"}, 112, 115),
    "unknown policy": ({"policy_id": "L?"}, {"policy_id_exists"}, 116, 119),
    "invalid policy": ({"policy_id": "L invalid"}, {"policy_id_exists"}, 116, 119),
    "no pet": ({"pet_id": None}, {"pet_id_required"}, 111, 114),
    "unknown pet": ({"pet_id": "P?"}, {"pet_id_exists"}, 115, 118),
    "invalid pet": ({"pet_id": "P invalid"}, {"pet_id_exists"}, 115, 118),
    "no customer": ({"customer_id": None}, {"customer_id_required"}, 114, 117),
    "unknown customer": ({"customer_id": "C?"}, {"customer_id_exists"}, 118, 121),
    "invalid customer": ({"customer_id": "C invalid"}, {"customer_id_exists"}, 118, 121),
    "no provider": ({"provider_id": None}, {"provider_id_required"}, 114, 117),
    "unknown provider": ({"provider_id": "V?"}, {"provider_id_exists"}, 118, 121),
    "invalid provider": ({"provider_id": "V invalid"}, {"provider_id_exists"}, 118, 121),
    "no type": ({"claim_type": None}, {"claim_type_required"}, 114, 117),
    "other type": ({"claim_type": "Theft"}, {"claim_type_category"}, 118, 121),
    "other category": ({"claim_category": "Boredom"}, {"claim_category_category"}, 118, 121),
    "no status": ({"status": None}, {"status_required"}, 114, 117),
    "other status": ({"status": "Lost"}, {"status_category"}, 118, 121),
    "other reason": ({"denial_reason": "Mood"}, {"denial_reason_category"}, 118, 121),
    "no diagnosis": ({"diagnosis_code": None}, {"diagnosis_code_required"}, 117, 120),
    "no service": ({"service_date": None}, {"service_date_required"}, 107, 110),
    "service unread": ({"service_date": "May 1"}, {"service_date_type"}, 110, 113),
    "no submission": ({"submitted_date": None}, {"submitted_date_required"}, 112, 115),
    "submission unread": ({"submitted_date": "3/5/25"}, {"submitted_date_type"}, 115, 118),
    "no amount": (
        {"claim_amount": None, "line_items": None},
        {"claim_amount_required"},
        107,
        110,
    ),
    "amount unread": (
        {"claim_amount": "1,300.00", "line_items": None},
        {"claim_amount_type"},
        110,
        113,
    ),
    "amount of nothing": (
        {"claim_amount": "0", "line_items": "[]"},
        {"amount_positive"},
        118,
        121,
    ),
    "negative amount": (
        {"claim_amount": "-300.00", "line_items": None},
        {"amount_positive"},
        116,
        119,
    ),
    "absurd amount": (
        {"claim_amount": "100000.01", "line_items": None},
        {"amount_plausible"},
        116,
        119,
    ),
    "submitted before": ({"submitted_date": "2025-04-30"}, {"submitted_after_service"}, 118, 121),
    "treated before birth": ({"pet_id": "P young"}, {"service_after_birth"}, 118, 121),
    "submitted tomorrow": ({"submitted_date": "2025-07-02"}, {"not_from_the_future"}, 118, 121),
    "treated tomorrow": (
        {"service_date": "2025-07-02", "submitted_date": None},
        {"submitted_date_required", "not_from_the_future"},
        109,
        115,
    ),
}
DOUBTED: Broken = {
    "deductible unread": ({"deductible_applied": "x"}, {"deductible_applied_type"}, 119, 121),
    "covered unread": ({"covered_amount": "x"}, {"covered_amount_type"}, 117, 119),
    "paid unread": ({"paid_amount": "x"}, {"paid_amount_type"}, 117, 119),
    "processing unread": ({"processing_days": "4 days"}, {"processing_days_type"}, 119, 121),
    "emergency unread": ({"is_emergency": "very"}, {"is_emergency_type"}, 119, 121),
    "recurring unread": ({"is_recurring": "often"}, {"is_recurring_type"}, 119, 121),
    "creation unread": ({"created_at": "today"}, {"created_at_type"}, 119, 121),
    "update unread": ({"updated_at": "today"}, {"updated_at_type"}, 119, 121),
    "before the term": ({"service_date": "2024-12-31"}, {"service_within_policy"}, 119, 121),
    "on the day cover ends": (
        {"policy_id": "L expired", "service_date": "2025-02-01"},
        {"service_within_policy"},
        119,
        121,
    ),
    "on the day of cancellation": (
        {"policy_id": "L cancelled", "service_date": "2025-03-01"},
        {"service_within_policy"},
        119,
        121,
    ),
    "paid too much": ({"paid_amount": "50.01"}, {"paid_within_covered"}, 119, 121),
    "lines short of a cent": (
        {"line_items": '[{"description": "Exam", "amount": 299.99}]'},
        {"line_items_add_up"},
        119,
        121,
    ),
    "no lines": ({"line_items": "[]"}, {"line_items_add_up"}, 119, 121),
    "line without amount": (
        {"line_items": '[{"amount": 300}, {"description": "Exam"}]'},
        {"line_items_add_up"},
        119,
        121,
    ),
    "lines unread": ({"line_items": "Exam 300"}, {"line_items_add_up"}, 119, 121),
}
REPAIRED: dict[str, tuple[str, str]] = {
    # column: as delivered, as repaired
    "claim_id": ("K-repaired ", "K-repaired"),
    "claim_number": (" CN-1", "CN-1"),
    "policy_id": (" L1", "L1"),
    "pet_id": ("P1 ", "P1"),
    "customer_id": ("C1 ", "C1"),
    "provider_id": (" V1 ", "V1"),
    "claim_type": ("ILLNESS", "Illness"),
    "claim_category": ("ear and eye", "Ear and Eye"),
    "status": ("partially approved", "Partially Approved"),
    "denial_reason": ("items not covered by plan", "Items not covered by plan"),
    "diagnosis_code": ("ear-01", "EAR-01"),
    "treatment_notes": ("Ear\n  flushed.", "Ear flushed."),
    "invoice_number": (" INV-1", "INV-1"),
}
KEPT: dict[str, dict[str, Any]] = {
    "whole": {},
    "bare": dict.fromkeys(
        [
            *WHOLE,
            *("claim_category", "deductible_applied", "covered_amount", "paid_amount"),
            *("processing_days", "invoice_number", "is_emergency", "created_at", "updated_at"),
        ]
    ),
    "a cent": {"claim_amount": "0.01", "line_items": None},
    "dearest": {"claim_amount": "100000.00", "line_items": None},
    "submitted at once": {"submitted_date": "2025-05-01"},
    "on the day of delivery": {"service_date": "2025-07-01", "submitted_date": "2025-07-01"},
    "at birth": {"pet_id": "P young", "service_date": "2025-05-02"},
    "on the first day": {"service_date": "2025-01-01"},
    "on the last day": {"policy_id": "L expired", "service_date": "2025-01-31"},
    "on the day before cancellation": {"policy_id": "L cancelled", "service_date": "2025-02-28"},
    "all covered is paid": {"paid_amount": "50.00"},
    "lines with blanks": {"line_items": '  [{"amount":  300.00}] '},
}

LATER = datetime(2025, 7, 2, tzinfo=UTC)
REDELIVERED: dict[str, dict[str, Any]] = {
    "A submitted": {"claim_id": "A", "status": "Submitted", "_source_modified_at": LATER},
    "A decided": {"claim_id": "A", "status": "Denied", "updated_at": "2025-05-08T00:00:00Z"},
    "B first": {"claim_id": "B"},
    "B redelivered": {"claim_id": "B", "_source_modified_at": LATER},
    "C valid": {"claim_id": "C"},
    "C later, invalid": {"claim_id": "C", "status": "?", "updated_at": "2025-05-08T00:00:00Z"},
    # A repeated invoice is for the fraud flags of gold; it makes no duplicate.
    "same invoice 1": {},
    "same invoice 2": {},
    "of a near duplicate": {"customer_id": "C same person"},
}
SUPERSEDED = {"A submitted": "A decided", "B first": "B redelivered"}
BROUGHT: dict[str, dict[str, Any]] = {
    # parent: what a claim brings from there
    "policy": {
        "plan_name": "Standard",
        "policy_effective_date": date(2025, 1, 1),
        "policy_expiration_date": date(2026, 1, 1),
        "policy_cancellation_date": None,
        "policy_renewal_count": 1,
    },
    "pet": {"pet_name": "Rex", "species": "Dog", "breed": "Beagle", "pet_date_of_birth": BORN},
    "provider": {
        "provider_name": "Elm Street Vets",
        "provider_type": "General Practice",
        "is_in_network": False,
    },
}


CASES = Cases(
    table="fact_claims",
    whole=WHOLE,
    invalid=INVALID,
    doubted=DOUBTED,
    repaired=REPAIRED,
    repaired_score=Decimal("99.2"),  # 120 of 121
    kept=KEPT,
    superseded=SUPERSEDED,
    others=REDELIVERED,
    parents=PARENTS,
)


class TestClaims(SilverRules):
    cases = CASES


@pytest.mark.parametrize("parent", BROUGHT)
def test_a_claim_brings_what_matters_of_its_parents(rows: Rows, parent: str) -> None:
    brought = BROUGHT[parent]
    assert {column: rows["whole"][column] for column in brought} == brought


@pytest.mark.parametrize("parent", BROUGHT)
@pytest.mark.parametrize("how", ["no", "unknown", "invalid"])
def test_nothing_is_brought_from_a_parent_that_is_not_valid(
    rows: Rows, how: str, parent: str
) -> None:
    row = rows[f"{how} {parent}"]
    assert {row[column] for column in BROUGHT[parent]} == {None}


def test_all_that_is_brought_is_shown_here() -> None:
    shown = [column for brought in BROUGHT.values() for column in brought]
    columns = tables()["fact_claims"].columns.values()
    declared = [c.references.bring for c in columns if c.references]
    assert shown == [column for bring in declared for column, _ in bring]


def test_a_near_duplicates_claim_goes_to_the_person_who_survives(rows: Rows) -> None:
    row = rows["of a near duplicate"]
    assert (row["customer_id"], row["_repairs"]) == ("C1", ["customer_id: C same person"])
    assert (row["_is_valid"], row["_quality_score"]) == (True, 100)


def test_values_arrive_in_their_types(rows: Rows) -> None:
    row = rows["whole"]
    assert (row["claim_amount"], row["paid_amount"]) == (Decimal("300.00"), Decimal("40.00"))
    assert (row["service_date"], row["submitted_date"]) == (date(2025, 5, 1), date(2025, 5, 3))
    assert (row["processing_days"], row["is_emergency"]) == (4, False)


def test_line_items_stay_as_delivered(rows: Rows) -> None:
    assert rows["lines with blanks"]["line_items"] == '  [{"amount":  300.00}] '


@pytest.mark.parametrize("name", ["C valid", "same invoice 1", "same invoice 2"])
def test_a_claim_without_a_better_row_survives(rows: Rows, name: str) -> None:
    assert (rows[name]["_is_valid"], rows[name]["_is_duplicate"]) == (True, False)


def test_an_invalid_decision_does_not_replace_the_claim(rows: Rows) -> None:
    row = rows["C later, invalid"]
    assert (row["_is_valid"], row["_duplicate_of"]) == (False, None)

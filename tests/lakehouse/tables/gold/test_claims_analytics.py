"""Gold claims analytics: context, timing and amounts of a claim, and the signs of fraud."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.lakehouse.rows import built, silver

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Row = dict[str, Any]

DAY = date(2025, 5, 1)
COVER = date(2025, 1, 1)
FLAGS = (
    "is_repeated_invoice",
    "is_early_claim",
    "is_amount_outlier",
    "is_claim_burst",
    "is_provider_ring",
)

WHOLE: Row = {
    "claim_id": "whole",
    "claim_number": "N-1",
    "customer_id": "C1",
    "policy_id": "L1",
    "plan_name": "Premium",
    "pet_id": "P1",
    "pet_name": "Rex",
    "species": "Dog",
    "breed": "Beagle",
    "provider_id": "V1",
    "provider_name": "Elm Street Vets",
    "provider_type": "General Practice",
    "is_in_network": True,
    "claim_type": "Illness",
    "claim_category": "Ear and Eye",
    "diagnosis_code": "EAR-01",
    "service_date": DAY,
    "submitted_date": date(2025, 5, 3),
    "status": "Partially Approved",
    "denial_reason": "Items not covered by plan",
    "claim_amount": Decimal("300.10"),
    "deductible_applied": Decimal("200.00"),
    "covered_amount": Decimal("100.10"),
    "paid_amount": Decimal("90.09"),
    "is_emergency": True,
    "is_recurring": False,
    "invoice_number": "INV-1",
}
OF_SILVER_ONLY: Row = {
    "processing_days": 4,
    "pet_date_of_birth": date(2019, 1, 1),
    "policy_effective_date": COVER,
    "policy_renewal_count": 1,
}


def claim(name: str, amount: str = "100.00", **changes: Any) -> Row:
    """A claim that has nothing in common with another unless a test says so."""
    own = {"claim_id": name, "invoice_number": name, "pet_id": name, "diagnosis_code": name}
    row = WHOLE | OF_SILVER_ONLY | own | {"claim_amount": Decimal(amount)}
    return row | changes


def early(name: str, amount: str, days: int, **changes: Any) -> Row:
    service = COVER + timedelta(days=days)
    return claim(name, amount, service_date=service, policy_renewal_count=0, **changes)


def visits(pet: str, *visits: tuple[int, str], **changes: Any) -> list[Row]:
    """Claims of one pet, so many days after a first one."""
    return [
        claim(f"{pet} {at}", amount, pet_id=pet, service_date=DAY + timedelta(days=at), **changes)
        for at, amount in visits
    ]


def diagnosed(code: str, others: int, amount: str) -> list[Row]:
    """A claim of an amount among others of 70 dollars with the same diagnosis."""
    usual = [claim(f"{code} {n}", "70.00", diagnosis_code=code) for n in range(others)]
    return [claim(code, amount), *usual]


def at_provider(provider: str, in_network: bool, *invoices: tuple[str, str]) -> list[Row]:
    """Claims at one provider by invoice and customer, and one that shares no invoice."""
    where: Row = {"provider_id": provider, "is_in_network": in_network}
    shared = [
        claim(
            f"{provider} {invoice} {n}",
            invoice_number=f"{provider} {invoice}",
            customer_id=customer,
            **where,
        )
        for n, (invoice, customer) in enumerate(invoices)
    ]
    return [claim(f"{provider} other", **where), *shared]


CLAIMS: list[Row] = [
    WHOLE | OF_SILVER_ONLY,
    claim("submitted", status="Submitted"),
    claim("in review", status="In Review"),
    claim("denied", status="Denied"),
    claim("approved", status="Approved"),
    claim("approved without amount", status="Approved", paid_amount=None),
    *[claim(f"of {a}", a) for a in ("249.99", "250.00", "999.99", "1000.00", "4999.99", "5000.00")],
    claim("birthday as adult", pet_date_of_birth=date(2024, 5, 1)),
    claim("day before", pet_date_of_birth=date(2024, 5, 2)),
    claim("senior dog", pet_date_of_birth=date(2017, 5, 1)),
    claim("nearly senior dog", pet_date_of_birth=date(2017, 5, 2)),
    claim("senior cat", pet_date_of_birth=date(2014, 5, 1), species="Cat"),
    claim("nearly senior cat", pet_date_of_birth=date(2014, 5, 2), species="Cat"),
    early("early", "1000.01", 30),
    early("on the first day", "1000.01", 0),
    early("before cover", "1000.01", -1),
    early("early and small", "1000.00", 30),
    early("a day too late", "1000.01", 31),
    claim("early in its renewal", "1000.01", service_date=COVER),
    early("without renewal count", "1000.01", 1) | {"policy_renewal_count": None},
    early("without cover", "1000.01", 1) | {"policy_effective_date": None},
    *diagnosed("at three times", 9, "270.00"),
    *diagnosed("above three times", 9, "270.01"),
    *diagnosed("too few", 8, "9000.00"),
    *visits("burst", (0, "500.00"), (15, "500.00"), (30, "500.01")),
    *visits("cheap", (0, "500.00"), (15, "500.00"), (30, "500.00")),
    *visits("slow", (0, "900.00"), (15, "900.00"), (31, "900.00")),
    *visits("pair", (0, "900.00"), (1, "900.00")),
    *visits("chain", (0, "600.00"), (25, "600.00"), (30, "600.00"), (55, "600.00"), (90, "600.00")),
    *at_provider("ring", False, ("a", "C1"), ("a", "C2"), ("b", "C2"), ("b", "C3")),
    *at_provider("two", False, ("a", "C1"), ("a", "C2"), ("b", "C2"), ("b", "C1")),
    *at_provider("network", True, ("a", "C1"), ("a", "C2"), ("b", "C2"), ("b", "C3")),
    *at_provider("one", False, ("a", "C1"), ("a", "C1"), ("b", "C2"), ("b", "C2"), ("c", "C3")),
    claim("no invoice", invoice_number=None),
    claim("no invoice either", invoice_number=None),
    claim("invoice of an invalid claim", invoice_number="once"),
    claim("invalid", invoice_number="once", _is_valid=False),
    claim("duplicate", invoice_number="once", _is_duplicate=True),
    early("early and dear", "1000.01", 5, diagnosis_code="cheap illness"),
    *[claim(f"cheap illness {n}", diagnosis_code="cheap illness") for n in range(9)],
]


@pytest.fixture(scope="module")
def claims(spark: SparkSession) -> dict[str, Row]:
    """Gold rows of all claims by claim."""
    return built("claims_analytics", {"fact_claims": silver(spark, "fact_claims", *CLAIMS)})


def flagged(claims: dict[str, Row], flag: str, among: str = "") -> set[str]:
    return {name for name, row in claims.items() if row[flag] and name.startswith(among)}


def test_every_column_of_a_claim_is_as_by_hand(claims: dict[str, Row]) -> None:
    row = {name: value for name, value in claims["whole"].items() if not name.startswith("_")}
    computed = {
        "life_stage": "Adult",
        "year_month": "2025-05",
        "days_to_submit": 2,
        "days_to_process": 4,
        "out_of_pocket": Decimal("210.01"),
        "size_band": "Medium",
        "suspected_fraud": False,
    }
    assert row == WHOLE | computed | dict.fromkeys(FLAGS, False)


def test_every_surviving_claim_has_a_row(claims: dict[str, Row]) -> None:
    assert len(claims) == len(CLAIMS) - 2
    assert {"invalid", "duplicate"} & set(claims) == set()


@pytest.mark.parametrize(
    ("name", "paid", "out_of_pocket", "days"),
    [
        ("submitted", 0, None, None),
        ("in review", 0, None, None),
        ("denied", 0, 100, 4),
        ("approved", Decimal("90.09"), Decimal("9.91"), 4),
        ("approved without amount", 0, 100, 4),
    ],
)
def test_only_decided_claims_have_a_burden_and_only_approved_ones_are_paid(
    claims: dict[str, Row], name: str, paid: Decimal, out_of_pocket: int | None, days: int | None
) -> None:
    row = claims[name]
    found = (row["paid_amount"], row["out_of_pocket"], row["days_to_process"])
    assert found == (paid, out_of_pocket, days)


@pytest.mark.parametrize(
    ("amount", "band"),
    [
        ("249.99", "Small"),
        ("250.00", "Medium"),
        ("999.99", "Medium"),
        ("1000.00", "Large"),
        ("4999.99", "Large"),
        ("5000.00", "Very large"),
    ],
)
def test_the_size_band_follows_the_amount(claims: dict[str, Row], amount: str, band: str) -> None:
    assert claims[f"of {amount}"]["size_band"] == band


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("day before", "Young"),
        ("birthday as adult", "Adult"),
        ("nearly senior dog", "Adult"),
        ("senior dog", "Senior"),
        ("nearly senior cat", "Adult"),
        ("senior cat", "Senior"),
    ],
)
def test_the_life_stage_changes_on_the_birthday(
    claims: dict[str, Row], name: str, stage: str
) -> None:
    assert claims[name]["life_stage"] == stage


def test_an_early_claim_is_dear_and_within_30_days_of_first_cover(claims: dict[str, Row]) -> None:
    assert flagged(claims, "is_early_claim") == {
        "early",
        "on the first day",
        "without renewal count",
        "early and dear",
    }


def test_an_outlier_is_above_three_times_the_average_of_ten_claims(claims: dict[str, Row]) -> None:
    assert flagged(claims, "is_amount_outlier") == {"above three times", "early and dear"}


def test_a_burst_is_three_dear_claims_of_a_pet_in_30_days(claims: dict[str, Row]) -> None:
    burst = {f"burst {at}" for at in (0, 15, 30)}
    chain = {f"chain {at}" for at in (0, 25, 30, 55)}
    assert flagged(claims, "is_claim_burst") == burst | chain


def test_an_invoice_is_repeated_when_another_claim_carries_its_number(
    claims: dict[str, Row],
) -> None:
    repeated = flagged(claims, "is_repeated_invoice")
    on_shared = {name for name in claims if " a " in name or " b " in name}
    assert repeated == on_shared
    assert len(repeated) == 16


def test_a_ring_is_three_customers_who_share_invoices_out_of_network(
    claims: dict[str, Row],
) -> None:
    assert flagged(claims, "is_provider_ring") == {
        name for name in claims if name.startswith("ring ")
    }
    assert len(flagged(claims, "is_provider_ring")) == 5


def test_a_repeated_invoice_or_two_flags_are_suspect(claims: dict[str, Row]) -> None:
    repeated = flagged(claims, "is_repeated_invoice")
    assert flagged(claims, "suspected_fraud") == repeated | {"early and dear"}


def test_no_flag_is_ever_null(claims: dict[str, Row]) -> None:
    for flag in (*FLAGS, "suspected_fraud"):
        assert {row[flag] for row in claims.values()} == {True, False}, flag

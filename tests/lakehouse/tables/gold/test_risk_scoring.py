"""Gold risk scoring: the points of each component, their sum and its category; 2025-07-01."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.lakehouse.rows import AS_OF, built, silver

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Row = dict[str, Any]

SENIOR = {"species": "Dog", "is_active": True, "date_of_birth": date(2017, 7, 1)}
ADULT = SENIOR | {"date_of_birth": date(2017, 7, 2)}
ILL = {"pre_existing_conditions": "Arthritis"}
EMERGENCY: Row = {"is_emergency": True}
COMPONENTS = ("frequency", "loss", "health", "emergency", "denial")


def covered(days: int, premium: str = "10.00", **changes: Any) -> Row:
    """A policy whose cover ended on as_of after so many days; a year of it earns 12 premiums."""
    start = AS_OF - timedelta(days=days)
    row = {"monthly_premium": Decimal(premium), "effective_date": start, "expiration_date": AS_OF}
    return row | changes


def claims(number: int, status: str = "Submitted", paid: str = "0.00", **changes: Any) -> list[Row]:
    row = {"status": status, "paid_amount": Decimal(paid), "claim_amount": Decimal("100.00")}
    return [row | {"is_emergency": False, "service_date": date(2025, 5, 1)} | changes] * number


CASES: dict[str, tuple[list[Row], list[Row], list[Row]]] = {
    "whole": (
        [SENIOR | ILL, ADULT],
        [covered(365, "20.00"), covered(100, expiration_date=date(2026, 3, 23))],
        [
            *claims(1, "Approved", "60.00", **EMERGENCY),
            *claims(2, "Partially Approved", "30.00"),
            *claims(1, "Denied", "999.00"),
            *claims(2),
        ],
    ),
    "nothing": ([], [], []),
    "one claim in ten days": ([], [covered(10)], claims(1)),
    "six claims in a year": ([], [covered(365)], claims(6)),
    "seven claims in a year": ([], [covered(365)], claims(7)),
    "twelve claims on two policies": ([], [covered(365), covered(365)], claims(12)),
    "four claims in a year": ([], [covered(365)], claims(4)),
    "four claims in 368 days": ([], [covered(368)], claims(4)),
    "six claims, senior": ([SENIOR], [covered(365)], claims(6)),
    "six claims in 366 days, senior": ([SENIOR], [covered(366)], claims(6)),
    "sixty": ([SENIOR | ILL], [covered(365)], claims(6, **EMERGENCY)),
    "nearly sixty": ([SENIOR | ILL], [covered(366)], claims(6, **EMERGENCY)),
    "hundred": (
        [SENIOR | ILL],
        [covered(365)],
        [*claims(3, "Approved", "80.00", **EMERGENCY), *claims(3, "Denied")],
    ),
    "loss 200": ([], [covered(365)], claims(1, "Approved", "240.00")),
    "loss 250": ([], [covered(365)], claims(1, "Approved", "300.00")),
    "loss 100": ([], [covered(365)], claims(1, "Approved", "120.00")),
    "nothing earned": ([], [], claims(1, "Approved", "300.00")),
    "healthy words": (
        [ADULT | {"pre_existing_conditions": word} for word in ("None", "none")],
        [],
        [],
    ),
    "dead and senior": ([SENIOR | {"is_active": False} | ILL, ADULT], [], []),
    "dead only": ([SENIOR | {"is_active": False}], [], []),
    "one of three senior": ([SENIOR, ADULT, ADULT], [], []),
    "half emergencies": ([], [], [*claims(1, **EMERGENCY), *claims(1)]),
    "a quarter emergencies": ([], [], [*claims(1, **EMERGENCY), *claims(3)]),
    "half denied": ([], [], [*claims(1, "Denied"), *claims(1, "Approved")]),
    "a third denied": ([], [], [*claims(1, "Denied"), *claims(2, "Approved"), *claims(9)]),
    "none decided": ([], [], claims(3)),
    "paid back": ([], [covered(365)], claims(1, "Approved", "-60.00")),
    "paid beyond measure": ([], [covered(365)], claims(1, "Approved", "9999999999.99")),
}


@pytest.fixture(scope="module")
def customers(spark: SparkSession) -> dict[str, Row]:
    """Gold rows of all cases by customer, without the metadata columns."""
    person = {"first_name": "Ann", "last_name": "Lee", "state": "TX"}
    inputs: dict[str, list[Row]] = {
        "dim_customers": [person | {"customer_id": name} for name in CASES]
    }
    for place, name in enumerate(("dim_pets", "dim_policies", "fact_claims")):
        inputs[name] = [
            row | {"customer_id": customer}
            for customer, case in CASES.items()
            for row in case[place]
        ]
    frames = {name: silver(spark, name, *rows) for name, rows in inputs.items()}
    return {
        customer: {name: value for name, value in row.items() if not name.startswith("_")}
        for customer, row in built("risk_scoring", frames).items()
    }


def test_every_measure_of_a_customer_is_as_by_hand(customers: dict[str, Row]) -> None:
    assert customers["whole"] == {
        "customer_id": "whole",
        "full_name": "Ann Lee",
        "state": "TX",
        "total_pets": 2,
        "active_policies": 1,
        "total_claims": 6,
        # 6 claims in 465 days of cover.
        "claims_per_year": Decimal("4.71"),
        # 120 paid of 240 and 32.90 earned: 9 of 31 days of March and three months of 10.
        "loss_ratio": Decimal("43.97"),
        "frequency_points": Decimal("23.6"),
        "loss_points": Decimal("6.6"),
        "health_points": Decimal("10.0"),
        # One of six claims is 16.67 per cent of them; one of four decided is 25.
        "emergency_points": Decimal("3.3"),
        "denial_points": Decimal("5.0"),
        "risk_score": Decimal("48.5"),
        "risk_category": "High",
        "recommended_action": "Review at renewal",
    }


def test_a_customer_without_anything_has_no_risk(customers: dict[str, Row]) -> None:
    row = customers["nothing"]
    assert [row[f"{component}_points"] for component in COMPONENTS] == [0, 0, 0, 0, 0]
    assert (row["total_pets"], row["active_policies"], row["total_claims"]) == (0, 0, 0)
    assert (row["claims_per_year"], row["loss_ratio"], row["risk_score"]) == (0, None, 0)
    assert (row["risk_category"], row["recommended_action"]) == ("Low", "Keep on standard terms")


def test_every_customer_has_a_row(customers: dict[str, Row]) -> None:
    assert set(customers) == set(CASES)


@pytest.mark.parametrize(
    ("customer", "yearly", "points"),
    [
        ("one claim in ten days", "1.00", "5.0"),
        ("six claims in a year", "6.00", "30.0"),
        ("seven claims in a year", "7.00", "30.0"),
        ("twelve claims on two policies", "6.00", "30.0"),
        ("four claims in 368 days", "3.97", "19.9"),
    ],
)
def test_frequency_counts_claims_a_year_of_cover_up_to_six(
    customers: dict[str, Row], customer: str, yearly: str, points: str
) -> None:
    row = customers[customer]
    assert (row["claims_per_year"], row["frequency_points"]) == (Decimal(yearly), Decimal(points))


@pytest.mark.parametrize(
    ("customer", "ratio", "points"),
    [
        ("loss 100", 100, 15),
        ("loss 200", 200, 30),
        ("loss 250", 250, 30),
        ("nothing earned", None, 0),
        ("paid back", -50, 0),
        # More per cent than the column holds.
        ("paid beyond measure", None, 30),
    ],
)
def test_loss_counts_what_was_paid_of_what_was_earned_up_to_twice(
    customers: dict[str, Row], customer: str, ratio: int | None, points: int
) -> None:
    row = customers[customer]
    assert (row["loss_ratio"], row["loss_points"]) == (ratio, points)


@pytest.mark.parametrize(
    ("customer", "component", "points"),
    [
        ("sixty", "health", "20.0"),
        ("healthy words", "health", "0.0"),
        ("dead and senior", "health", "5.0"),
        ("dead only", "health", "0.0"),
        ("one of three senior", "health", "3.3"),
        ("half emergencies", "emergency", "10.0"),
        ("a quarter emergencies", "emergency", "5.0"),
        ("sixty", "emergency", "10.0"),
        ("half denied", "denial", "10.0"),
        ("a third denied", "denial", "6.7"),
        ("none decided", "denial", "0.0"),
    ],
)
def test_shares_of_pets_and_claims_give_points(
    customers: dict[str, Row], customer: str, component: str, points: str
) -> None:
    assert customers[customer][f"{component}_points"] == Decimal(points)


@pytest.mark.parametrize(
    ("customer", "score", "category", "action"),
    [
        ("four claims in 368 days", "19.9", "Low", "Keep on standard terms"),
        ("four claims in a year", "20.0", "Medium", "Watch claims"),
        ("six claims in 366 days, senior", "39.9", "Medium", "Watch claims"),
        ("six claims, senior", "40.0", "High", "Review at renewal"),
        ("nearly sixty", "59.9", "High", "Review at renewal"),
        ("sixty", "60.0", "Critical", "Refer to underwriting"),
        ("hundred", "100.0", "Critical", "Refer to underwriting"),
    ],
)
def test_category_and_action_follow_the_score(
    customers: dict[str, Row], customer: str, score: str, category: str, action: str
) -> None:
    row = customers[customer]
    assert row["risk_score"] == Decimal(score)
    assert (row["risk_category"], row["recommended_action"]) == (category, action)

"""Gold customer 360: every measure of a customer, worked out by hand; as_of is 2025-07-01."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.lakehouse.rows import built, silver

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Row = dict[str, Any]

DEFAULTS: dict[str, Row] = {
    "dim_pets": {"species": "Dog", "is_active": True, "date_of_birth": date(2020, 1, 1)},
    "dim_policies": {
        "monthly_premium": Decimal("20.00"),
        "effective_date": date(2023, 9, 1),
        "expiration_date": date(2026, 7, 1),
        "status": "Active",
    },
    "fact_claims": {
        "status": "Approved",
        "service_date": date(2025, 5, 1),
        "claim_amount": Decimal("100.00"),
        "paid_amount": Decimal("10.00"),
        "is_emergency": False,
    },
}


def policy(premium: str = "20.00", **changes: Any) -> Row:
    return {"monthly_premium": Decimal(premium)} | changes


def term(start: date, end: date, **changes: Any) -> Row:
    return {"effective_date": start, "expiration_date": end} | changes


def claim(amount: str, paid: str | None, status: str, service: date, **changes: Any) -> Row:
    delivered = None if paid is None else Decimal(paid)
    row = {"claim_amount": Decimal(amount), "paid_amount": delivered}
    return row | {"status": status, "service_date": service} | changes


DENIED = {"status": "Denied", "paid_amount": Decimal("0.00")}
RENEWS_LATE = term(date(2023, 8, 31), date(2025, 8, 31))
BOTH_YEARS = date(2026, 7, 1)

CASES: dict[str, dict[str, list[Row]]] = {
    "whole": {
        "dim_pets": [
            {"date_of_birth": date(2017, 7, 1), "pre_existing_conditions": "None"},
            {"species": "Cat", "date_of_birth": date(2014, 7, 2), "pre_existing_conditions": "FIV"},
        ],
        "dim_policies": [
            policy("40.00", **term(date(2024, 7, 1), date(2025, 7, 1))),
            policy("30.00", **term(date(2025, 4, 16), date(2026, 4, 16))),
        ],
        "fact_claims": [
            claim("300.00", "100.00", "Approved", date(2025, 2, 1)),
            claim("500.00", "200.00", "Partially Approved", date(2025, 6, 1), is_emergency=True),
            claim("250.00", "99.00", "Denied", date(2024, 8, 1)),
            claim("50.05", None, "Submitted", date(2025, 6, 20)),
            claim("20.00", "10.00", "In Review", date(2025, 6, 10)),
            claim("9999.00", "9999.00", "Approved", date(2025, 6, 30), _is_valid=False),
            claim("8888.00", "8888.00", "Approved", date(2024, 7, 2), _is_duplicate=True),
        ],
    },
    "nothing": {},
    "platinum": {"dim_policies": [policy("41.67"), policy("41.67")]},
    "nearly platinum": {"dim_policies": [policy("83.33")]},
    "gold": {"dim_policies": [policy("41.67")]},
    "nearly gold": {"dim_policies": [policy("41.66")]},
    "silver": {"dim_policies": [policy("16.67")]},
    "nearly silver": {"dim_policies": [policy("16.66")]},
    "one signal": {"dim_policies": [policy()]},
    "paid once": {"dim_policies": [policy()], "fact_claims": [{}]},
    "renews in 60 days": {"dim_policies": [term(date(2023, 8, 30), date(2025, 8, 30))]},
    "renews in 61 days": {"dim_policies": [RENEWS_LATE]},
    "renews tomorrow or later": {
        "dim_policies": [policy(), policy(expiration_date=date(2025, 7, 2))]
    },
    "new for 364 days": {"dim_policies": [term(date(2024, 7, 2), BOTH_YEARS)]},
    "new for 365 days": {"dim_policies": [term(date(2024, 7, 1), BOTH_YEARS)]},
    "denied a year ago": {
        "dim_policies": [policy()],
        "fact_claims": [DENIED | {"service_date": date(2024, 7, 1)}],
    },
    "denied before": {
        "dim_policies": [policy()],
        "fact_claims": [DENIED | {"service_date": date(2024, 6, 30)}],
    },
    "three signals": {"dim_policies": [term(date(2024, 8, 30), date(2025, 8, 30))]},
    "three without payment": {
        "dim_policies": [term(date(2024, 8, 30), date(2025, 8, 30))],
        "fact_claims": [{}, DENIED],
    },
    "ended today": {"dim_policies": [term(date(2024, 7, 1), date(2025, 7, 1))]},
    "cancelled today": {"dim_policies": [policy(cancellation_date=date(2025, 7, 1))]},
    "cancelled tomorrow": {"dim_policies": [policy(cancellation_date=date(2025, 7, 2))]},
    "begins today": {"dim_policies": [term(date(2025, 7, 1), BOTH_YEARS)]},
    "begins tomorrow": {
        "dim_policies": [term(date(2025, 7, 2), BOTH_YEARS, status="Pending")],
        "fact_claims": [{}],
    },
    "paid beyond measure": {
        "dim_policies": [policy()],
        "fact_claims": [{"paid_amount": Decimal("9999999999.99")}] * 2,
    },
    "called cancelled": {"dim_policies": [policy(status="Cancelled")]},
}

CUSTOMERS: list[Row] = [
    {
        "first_name": "Ann",
        "last_name": "Lee",
        "email": "ann@example.com",
        "phone": "(512) 555-0100",
        "city": "Austin",
        "state": "TX",
        "preferred_contact": "Email",
        "marketing_opt_in": True,
        "customer_segment": "Multi-Pet",
        "customer_since": date(2024, 7, 1),
        "customer_id": name,
    }
    for name in CASES
]


@pytest.fixture(scope="module")
def customers(spark: SparkSession) -> dict[str, Row]:
    """Gold rows of all cases by customer."""
    gone = CUSTOMERS[0] | {"customer_id": "replaced", "_is_duplicate": True}
    inputs: dict[str, list[Row]] = {"dim_customers": [*CUSTOMERS, gone]}
    for name, default in DEFAULTS.items():
        inputs[name] = [
            default | {"customer_id": customer} | row
            for customer, case in CASES.items()
            for row in case.get(name, [])
        ]
    frames = {name: silver(spark, name, *rows) for name, rows in inputs.items()}
    return built("customer_360_view", frames)


def business(row: Row) -> Row:
    return {name: value for name, value in row.items() if not name.startswith("_")}


def test_every_measure_of_a_customer_is_as_by_hand(customers: dict[str, Row]) -> None:
    assert business(customers["whole"]) == {
        "customer_id": "whole",
        "full_name": "Ann Lee",
        "email": "ann@example.com",
        "phone": "(512) 555-0100",
        "city": "Austin",
        "state": "TX",
        "preferred_contact": "Email",
        "marketing_opt_in": True,
        "customer_segment": "Multi-Pet",
        "customer_since": date(2024, 7, 1),
        "total_pets": 2,
        "total_dogs": 1,
        "total_cats": 1,
        "total_policies": 2,
        "active_policies": 1,
        "annual_premium": Decimal("360.00"),
        # 12 months of 40, then 15 of 30 days in April and two months of 30.
        "earned_premium": Decimal("555.00"),
        "total_claims": 5,
        "total_claim_amount": Decimal("1120.05"),
        "total_paid_amount": Decimal("300.00"),
        "denied_claims": 1,
        "emergency_claims": 1,
        "first_claim_date": date(2024, 8, 1),
        "last_claim_date": date(2025, 6, 20),
        # 300 of 555.
        "loss_ratio": Decimal("54.05"),
        "customer_value_tier": "Silver",
        # Frequency 5 * 4.14, loss 0.15 * 54.05, health 10, emergency 0.2 * 20, denial 0.2 * 33.33.
        "risk_score": Decimal("49.5"),
        "churn_risk": "Low",
        "days_until_renewal": 289,
    }


def test_a_customer_without_anything_has_zeros_and_no_quotients(customers: dict[str, Row]) -> None:
    row = business(customers["nothing"])
    personal = set(CUSTOMERS[0]) | {"full_name"}
    assert {name: value for name, value in row.items() if name not in personal} == {
        "total_pets": 0,
        "total_dogs": 0,
        "total_cats": 0,
        "total_policies": 0,
        "active_policies": 0,
        "annual_premium": 0,
        "earned_premium": 0,
        "total_claims": 0,
        "total_claim_amount": 0,
        "total_paid_amount": 0,
        "denied_claims": 0,
        "emergency_claims": 0,
        "first_claim_date": None,
        "last_claim_date": None,
        "loss_ratio": None,
        "customer_value_tier": "Bronze",
        "risk_score": 0,
        "churn_risk": "Not insured",
        "days_until_renewal": None,
    }


def test_every_surviving_customer_has_a_row(customers: dict[str, Row]) -> None:
    assert set(customers) == set(CASES)


@pytest.mark.parametrize(
    ("customer", "premium", "tier"),
    [
        ("platinum", "1000.08", "Platinum"),
        ("nearly platinum", "999.96", "Gold"),
        ("gold", "500.04", "Gold"),
        ("nearly gold", "499.92", "Silver"),
        ("silver", "200.04", "Silver"),
        ("nearly silver", "199.92", "Bronze"),
        ("ended today", "0.00", "Bronze"),
    ],
)
def test_the_value_tier_follows_the_annual_premium_in_force(
    customers: dict[str, Row], customer: str, premium: str, tier: str
) -> None:
    row = customers[customer]
    assert (row["annual_premium"], row["customer_value_tier"]) == (Decimal(premium), tier)


@pytest.mark.parametrize(
    ("customer", "risk"),
    [
        ("one signal", "Low"),
        ("paid once", "Low"),
        ("renews in 60 days", "Medium"),
        ("renews in 61 days", "Low"),
        ("new for 364 days", "Medium"),
        ("new for 365 days", "Low"),
        ("denied a year ago", "Medium"),
        ("denied before", "Low"),
        ("three signals", "High"),
        ("three without payment", "High"),
        ("ended today", "Lapsed"),
        ("cancelled today", "Lapsed"),
        ("begins tomorrow", "Not insured"),
    ],
)
def test_churn_risk_counts_signals(customers: dict[str, Row], customer: str, risk: str) -> None:
    assert customers[customer]["churn_risk"] == risk


@pytest.mark.parametrize(
    ("customer", "active", "days"),
    [
        ("ended today", 0, None),
        ("cancelled today", 0, None),
        ("cancelled tomorrow", 1, None),
        ("begins today", 1, 365),
        ("begins tomorrow", 0, None),
        ("called cancelled", 1, 365),
        ("renews in 60 days", 1, 60),
        ("renews tomorrow or later", 2, 1),
    ],
)
def test_cover_is_judged_by_dates_and_never_by_status(
    customers: dict[str, Row], customer: str, active: int, days: int | None
) -> None:
    row = customers[customer]
    assert (row["active_policies"], row["days_until_renewal"]) == (active, days)


def test_nothing_earned_means_no_loss_ratio(customers: dict[str, Row]) -> None:
    row = customers["begins tomorrow"]
    assert (row["total_policies"], row["earned_premium"]) == (1, 0)
    assert (row["total_paid_amount"], row["loss_ratio"]) == (10, None)


def test_nothing_paid_means_a_loss_ratio_of_zero(customers: dict[str, Row]) -> None:
    assert customers["ended today"]["loss_ratio"] == 0


def test_a_sum_too_large_for_its_column_is_null_and_not_fatal(customers: dict[str, Row]) -> None:
    row = customers["paid beyond measure"]
    assert (row["total_claim_amount"], row["total_paid_amount"]) == (200, None)
    assert row["churn_risk"] == "Low"

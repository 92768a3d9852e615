"""Gold monthly KPIs: claims, policies and earned premium of each month; as_of is 2025-06-16."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.lakehouse.rows import built, silver

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Row = dict[str, Any]

AS_OF = date(2025, 6, 16)


def policy(premium: str, start: date, end: date, **changes: Any) -> Row:
    row = {"monthly_premium": Decimal(premium), "effective_date": start, "expiration_date": end}
    return row | {"renewal_count": 0, "status": "Active"} | changes


def claim(
    customer: str, service: date, amount: str, status: str, paid: str | None = None, **changes: Any
) -> Row:
    row = {"customer_id": customer, "service_date": service, "claim_amount": Decimal(amount)}
    delivered = None if paid is None else Decimal(paid)
    return row | {"status": status, "paid_amount": delivered, "is_emergency": False} | changes


POLICIES = {
    "from the last day of January": policy("31.00", date(2025, 1, 31), date(2026, 1, 31)),
    "renewed, cancelled in April": policy(
        "10.00",
        date(2025, 2, 15),
        date(2026, 2, 15),
        renewal_count=2,
        cancellation_date=date(2025, 4, 1),
    ),
    "cancelled as it began": policy(
        "50.00", date(2025, 3, 1), date(2026, 3, 1), cancellation_date=date(2025, 3, 1)
    ),
    "begins on as_of": policy("90.00", AS_OF, date(2026, 6, 16), renewal_count=None),
    "begins tomorrow": policy("90.00", date(2025, 6, 17), date(2026, 6, 17), status="Pending"),
    "up to the last day of May": policy(
        "31.00", date(2025, 5, 1), date(2025, 5, 31), status="Cancelled"
    ),
    "one day of January": policy("10.00", date(2025, 1, 31), date(2025, 2, 1)),
    "half a cent": policy("0.15", date(2025, 4, 30), date(2025, 5, 1)),
    "invalid": policy("77.00", date(2025, 1, 1), date(2026, 1, 1)) | {"_is_valid": False},
}
CLAIMS = [
    claim("C1", date(2024, 11, 30), "100.00", "Denied", "0.00", processing_days=5),
    claim("C1", date(2025, 2, 1), "80.00", "Submitted"),
    claim("C1", date(2025, 2, 28), "20.00", "In Review", "5.00", processing_days=9),
    claim(
        "C1", date(2025, 3, 1), "300.00", "Approved", "40.00", processing_days=4, is_emergency=True
    ),
    claim("C1", date(2025, 3, 15), "200.00", "Partially Approved", "20.50", processing_days=5),
    claim("C2", date(2025, 3, 31), "100.00", "Denied", "7.00", processing_days=8),
    claim("C3", date(2025, 3, 31), "33.33", "Submitted", "3.00", processing_days=99),
    claim("C4", date(2025, 3, 31), "999.00", "Approved", "9.00", _is_valid=False),
    claim("C1", date(2025, 5, 31), "61.00", "Approved", "61.00"),
    claim("C1", date(2025, 7, 2), "10.00", "Approved", None, processing_days=1),
]


@pytest.fixture(scope="module")
def months(spark: SparkSession) -> dict[date, Row]:
    """Gold rows by month, without the metadata columns."""
    inputs = {
        "dim_policies": silver(spark, "dim_policies", *POLICIES.values()),
        "fact_claims": silver(spark, "fact_claims", *CLAIMS),
    }
    rows = built("monthly_kpis", inputs, as_of=AS_OF)
    return {
        month: {name: value for name, value in row.items() if not name.startswith("_")}
        for month, row in rows.items()
    }


def test_every_measure_of_a_month_is_as_by_hand(months: dict[date, Row]) -> None:
    assert months[date(2025, 3, 1)] == {
        "month": date(2025, 3, 1),
        "year_month": "2025-03",
        "total_claims": 4,
        "claiming_customers": 3,
        "total_claim_amount": Decimal("633.33"),
        "total_paid_amount": Decimal("60.50"),
        "average_claim_amount": Decimal("158.33"),
        "approved_claims": 2,
        "denied_claims": 1,
        "emergency_claims": 1,
        "approval_rate": Decimal("66.67"),
        "denial_rate": Decimal("33.33"),
        "average_processing_days": Decimal("5.67"),
        "earned_premium": Decimal("41.00"),
        "loss_ratio": Decimal("147.56"),
        "new_policies": 0,
        "active_policies": 2,
    }


def test_a_month_without_claims_has_zeros_and_no_quotients(months: dict[date, Row]) -> None:
    assert months[date(2025, 1, 1)] == {
        "month": date(2025, 1, 1),
        "year_month": "2025-01",
        "total_claims": 0,
        "claiming_customers": 0,
        "total_claim_amount": 0,
        "total_paid_amount": 0,
        "average_claim_amount": None,
        "approved_claims": 0,
        "denied_claims": 0,
        "emergency_claims": 0,
        "approval_rate": None,
        "denial_rate": None,
        "average_processing_days": None,
        "earned_premium": Decimal("1.32"),
        "loss_ratio": 0,
        "new_policies": 2,
        "active_policies": 2,
    }


def test_only_months_with_claims_or_policies_have_a_row(months: dict[date, Row]) -> None:
    assert set(months) == {date(2024, 11, 1), *(date(2025, month, 1) for month in range(1, 8))}


@pytest.mark.parametrize(
    ("month", "earned", "new", "active"),
    [
        (date(2024, 11, 1), "0.00", 0, 0),
        (date(2025, 1, 1), "1.32", 2, 2),
        (date(2025, 2, 1), "36.00", 0, 2),
        (date(2025, 3, 1), "41.00", 0, 2),
        (date(2025, 4, 1), "31.01", 1, 2),
        (date(2025, 5, 1), "61.00", 1, 1),
        (date(2025, 6, 1), "15.50", 1, 2),
        (date(2025, 7, 1), "0.00", 0, 0),
    ],
)
def test_premium_is_earned_by_the_day_up_to_as_of(
    months: dict[date, Row], month: date, earned: str, new: int, active: int
) -> None:
    row = months[month]
    found = (row["earned_premium"], row["new_policies"], row["active_policies"])
    assert found == (Decimal(earned), new, active)


@pytest.mark.parametrize(
    ("month", "approval", "denial", "days", "loss"),
    [
        (date(2024, 11, 1), 0, 100, 5, None),
        (date(2025, 2, 1), None, None, None, 0),
        (date(2025, 5, 1), 100, 0, None, 100),
        (date(2025, 7, 1), 100, 0, 1, None),
    ],
)
def test_rates_are_over_decided_claims_and_null_where_there_are_none(
    months: dict[date, Row],
    month: date,
    approval: int | None,
    denial: int | None,
    days: int | None,
    loss: int | None,
) -> None:
    row = months[month]
    assert (row["approval_rate"], row["denial_rate"]) == (approval, denial)
    assert (row["average_processing_days"], row["loss_ratio"]) == (days, loss)


def test_claims_not_decided_count_and_are_not_paid(months: dict[date, Row]) -> None:
    row = months[date(2025, 2, 1)]
    assert (row["total_claims"], row["claiming_customers"]) == (2, 1)
    assert (row["total_claim_amount"], row["total_paid_amount"]) == (100, 0)
    assert row["average_claim_amount"] == 50


def test_an_approved_claim_without_paid_amount_pays_nothing(months: dict[date, Row]) -> None:
    row = months[date(2025, 7, 1)]
    assert (row["approved_claims"], row["total_paid_amount"]) == (1, 0)

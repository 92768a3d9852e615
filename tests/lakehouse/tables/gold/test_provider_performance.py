"""Gold provider performance: totals, costs against peers, denials and the tier."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.lakehouse.rows import built, silver

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Row = dict[str, Any]

MOBILE, EMERGENCY = "Mobile Practice", "Emergency Hospital"
GENERAL, SPECIALTY = "General Practice", "Specialty Hospital"
REHABILITATION = "Rehabilitation Center"

PROVIDERS: dict[str, Row] = {
    "whole": {
        "provider_name": "Elm Street Vets",
        "provider_type": GENERAL,
        "city": "Austin",
        "state": "TX",
        "is_in_network": True,
        "accepts_emergency": False,
        "average_rating": Decimal("4.20"),
        "total_reviews": 17,
    },
    "dear peer": {"provider_type": GENERAL},
    "without claims": {"provider_type": GENERAL},
    "only of its type": {"provider_type": REHABILITATION},
    "cost 130": {"provider_type": MOBILE},
    "cost 70": {"provider_type": MOBILE},
    "cost 130.01": {"provider_type": EMERGENCY},
    "cost 69.99": {"provider_type": EMERGENCY},
    "cost 105": {"provider_type": SPECIALTY},
    "cost 95, rated 3.99": {"provider_type": SPECIALTY, "average_rating": Decimal("3.99")},
    "cost 105.01": {"provider_type": "A"},
    "cost 94.99, not rated": {"provider_type": "A", "average_rating": None},
    "out of network": {"provider_type": "B", "is_in_network": False},
    "network unknown": {"provider_type": "B", "is_in_network": None},
    "denies 30": {"provider_type": "C"},
    "denies 29.03": {"provider_type": "C"},
    "decides nothing": {"provider_type": "D"},
    "nine claims": {"provider_type": "D"},
}
RATED: Row = {"is_in_network": True, "average_rating": Decimal("4.00")}


def claims(provider: str, amount: str, **numbers: int) -> list[Row]:
    """Claims of one amount, so many of each status; a tenth of it was paid, by ten customers."""
    row = {
        "provider_id": provider,
        "provider_type": PROVIDERS[provider]["provider_type"],
        "claim_amount": Decimal(amount),
        "paid_amount": Decimal(amount) / 10,
        "is_emergency": False,
    }
    statuses = [s.replace("_", " ") for s, number in numbers.items() for _ in range(number)]
    return [
        row | {"status": status, "customer_id": f"C{n % 10}"} for n, status in enumerate(statuses)
    ]


CLAIMS: list[Row] = [
    *claims("whole", "100.00", Approved=5, Denied=1, Submitted=2, In_Review=1),
    *claims("whole", "200.00", Partially_Approved=1),
    {
        "provider_id": "whole",
        "provider_type": GENERAL,
        "customer_id": "C77",
        "claim_amount": Decimal("120.05"),
        "status": "Approved",
        "is_emergency": True,
    },
    *[row | {"_is_valid": False} for row in claims("whole", "7777.00", Denied=3)],
    *claims("dear peer", "300.00", Approved=2),
    *claims("only of its type", "50.00", Approved=10),
    *claims("cost 130", "130.00", Approved=10),
    *claims("cost 70", "70.00", Approved=10),
    *claims("cost 130.01", "130.01", Approved=10),
    *claims("cost 69.99", "69.99", Approved=10),
    *claims("cost 105", "105.00", Approved=10),
    *claims("cost 95, rated 3.99", "95.00", Approved=10),
    *claims("cost 105.01", "105.01", Approved=10),
    *claims("cost 94.99, not rated", "94.99", Approved=10),
    *claims("out of network", "100.00", Approved=10),
    *claims("network unknown", "100.00", Approved=10),
    *claims("denies 30", "100.00", Approved=6, Partially_Approved=1, Denied=3, Submitted=5),
    *claims("denies 29.03", "100.00", Approved=22, Denied=9),
    *claims("decides nothing", "100.00", Submitted=5, In_Review=5),
    *claims("nine claims", "100.00", Denied=9),
]


@pytest.fixture(scope="module")
def providers(spark: SparkSession) -> dict[str, Row]:
    """Gold rows by provider, without the metadata columns."""
    rows = [RATED | row | {"provider_id": name} for name, row in PROVIDERS.items()]
    inputs = {
        "dim_providers": silver(spark, "dim_providers", *rows),
        "fact_claims": silver(spark, "fact_claims", *CLAIMS),
    }
    return {
        provider: {name: value for name, value in row.items() if not name.startswith("_")}
        for provider, row in built("provider_performance", inputs).items()
    }


def test_every_measure_of_a_provider_is_as_by_hand(providers: dict[str, Row]) -> None:
    assert providers["whole"] == PROVIDERS["whole"] | {
        "provider_id": "whole",
        "total_claims": 11,
        # Nine of the ten customers C0 to C9, and C77.
        "total_customers": 10,
        "total_billed_amount": Decimal("1220.05"),
        # Five times 10 and once 20; the dear emergency was paid nothing.
        "total_paid_amount": Decimal("70.00"),
        # 1220.05 by 11; with the dear peer's 600 it is 1820.05 by 13.
        "average_claim_amount": Decimal("110.91"),
        "peer_average_claim_amount": Decimal("140.00"),
        "cost_against_peers": Decimal("79.22"),
        "approved_claims": 7,
        "denied_claims": 1,
        "emergency_claims": 1,
        "denial_rate": Decimal("12.50"),
        "provider_tier": "Preferred",
    }


def test_a_provider_without_claims_has_zeros_and_no_quotients(providers: dict[str, Row]) -> None:
    row = providers["without claims"]
    assert {name: value for name, value in row.items() if name not in PROVIDERS["whole"]} == {
        "provider_id": "without claims",
        "total_claims": 0,
        "total_customers": 0,
        "total_billed_amount": 0,
        "total_paid_amount": 0,
        "average_claim_amount": None,
        "peer_average_claim_amount": Decimal("140.00"),
        "cost_against_peers": None,
        "approved_claims": 0,
        "denied_claims": 0,
        "emergency_claims": 0,
        "denial_rate": None,
        "provider_tier": "Unrated",
    }


def test_every_provider_has_a_row(providers: dict[str, Row]) -> None:
    assert set(providers) == set(PROVIDERS)


@pytest.mark.parametrize(
    ("provider", "cost", "tier"),
    [
        ("only of its type", "100.00", "Preferred"),
        ("cost 130", "130.00", "Standard"),
        ("cost 70", "70.00", "Preferred"),
        ("cost 130.01", "130.01", "Watch"),
        ("cost 69.99", "69.99", "Preferred"),
        ("cost 105", "105.00", "Preferred"),
        ("cost 95, rated 3.99", "95.00", "Standard"),
        ("cost 105.01", "105.01", "Standard"),
        ("cost 94.99, not rated", "94.99", "Standard"),
        ("out of network", "100.00", "Standard"),
        ("network unknown", "100.00", "Standard"),
    ],
)
def test_the_tier_follows_cost_rating_and_network(
    providers: dict[str, Row], provider: str, cost: str, tier: str
) -> None:
    row = providers[provider]
    assert (row["cost_against_peers"], row["provider_tier"]) == (Decimal(cost), tier)


@pytest.mark.parametrize(
    ("provider", "rate", "tier"),
    [
        ("denies 30", "30.00", "Watch"),
        ("denies 29.03", "29.03", "Preferred"),
        ("decides nothing", None, "Preferred"),
        ("nine claims", "100.00", "Unrated"),
    ],
)
def test_denials_are_judged_over_decided_claims_of_providers_with_ten(
    providers: dict[str, Row], provider: str, rate: str | None, tier: str
) -> None:
    row = providers[provider]
    expected = None if rate is None else Decimal(rate)
    assert (row["denial_rate"], row["provider_tier"]) == (expected, tier)


def test_a_provider_without_rating_keeps_none(providers: dict[str, Row]) -> None:
    assert providers["cost 94.99, not rated"]["average_rating"] is None

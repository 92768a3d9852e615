"""Gold cross-sell: what is offered to whom, why, and what it would bring; 2025-07-01."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from insurance.plans import BASE_PREMIUM, PLANS
from lakehouse.measures.customers import NO_WELLNESS
from lakehouse.tables.gold.cross_sell_recommendations import (
    CAT_PREMIUM,
    DOG_PREMIUM,
    UPGRADES,
    WELLNESS_PREMIUM,
)
from tests.lakehouse.rows import built, silver

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Row = dict[str, Any]
Case = tuple[list[Row], list[Row], list[Row]]

DOG = {"pet_id": "dog", "species": "Dog", "is_active": True, "date_of_birth": date(2020, 1, 1)}
CAT = DOG | {"pet_id": "cat", "species": "Cat"}
DEAD = {"is_active": False}
KITTEN = CAT | {"pet_id": "kitten", "date_of_birth": date(2024, 7, 2)}
YEARLING = CAT | {"pet_id": "yearling", "date_of_birth": date(2024, 7, 1)}
NEW, BACK, UPGRADE, WELLNESS = "New policy", "Win back", "Plan upgrade", "Wellness cover"
ENDED = {"expiration_date": date(2025, 7, 1)}
PENDING = {"effective_date": date(2025, 7, 2), "status": "Pending"}


def policy(pet: str, plan: str = "Unlimited", premium: str = "50.00", **changes: Any) -> Row:
    row: Row = {"pet_id": pet, "plan_name": plan, "monthly_premium": Decimal(premium)}
    term = {"effective_date": date(2024, 9, 1), "expiration_date": date(2025, 9, 1)}
    return row | term | {"includes_wellness": True} | changes


def bill(amount: str, paid: str, day: date = date(2025, 5, 1), **changes: Any) -> Row:
    row = {"claim_amount": Decimal(amount), "paid_amount": Decimal(paid), "service_date": day}
    return row | {"status": "Approved"} | changes


def without_wellness(pet: str) -> Row:
    return policy(pet, includes_wellness=False)


REFUSED = bill("80.00", "0.00", date(2020, 1, 1), status="Denied", denial_reason=NO_WELLNESS)

CASES: dict[str, Case] = {
    "no pet": ([], [], []),
    "dead pet": ([DOG | DEAD], [], []),
    "never insured dog": ([DOG], [], []),
    "never insured cat": ([CAT], [], []),
    "never insured both": ([DOG, CAT, CAT | DEAD], [], []),
    "cat besides": ([DOG, CAT], [policy("dog")], []),
    "all insured": ([DOG], [policy("dog")], []),
    "pending": ([DOG], [policy("dog") | PENDING], []),
    "cat besides pending": ([DOG, CAT], [policy("dog") | PENDING], []),
    "ended today": ([DOG], [policy("dog") | ENDED], []),
    "ended, another pending": (
        [DOG, CAT],
        [policy("dog") | ENDED, policy("cat") | PENDING],
        [],
    ),
    "ended for one of two": ([DOG, CAT], [policy("dog") | ENDED, policy("cat")], []),
    "cancelled": ([DOG], [policy("dog", cancellation_date=date(2025, 3, 5))], []),
    "ended with a dead pet": ([DOG | DEAD], [policy("dog") | ENDED], []),
    "burden of 500": ([DOG], [policy("dog", "Basic")], [bill("600.00", "100.00")]),
    "burden of 499.99": ([DOG], [policy("dog", "Basic")], [bill("599.99", "100.00")]),
    "burden in a year": (
        [DOG],
        [policy("dog", "Standard", "30.05")],
        [
            bill("1000.50", "0.00", date(2024, 7, 1), status="Denied"),
            bill("5000.00", "0.00", status="In Review"),
            bill("700.00", "0.00", date(2024, 6, 30)),
        ],
    ),
    "burden before": ([DOG], [policy("dog", "Basic")], [bill("900.00", "0.00", date(2024, 6, 30))]),
    "burden not decided": (
        [DOG],
        [policy("dog", "Basic")],
        [bill("9.00", "0.00", status="Submitted")],
    ),
    "burden on the best plan": ([DOG], [policy("dog")], [bill("900.00", "0.00")]),
    "burden on the second best": ([DOG], [policy("dog", "Premium")], [bill("900.00", "0.00")]),
    "burden on an ended plan": (
        [DOG | DEAD],
        [policy("dog", "Basic") | ENDED],
        [bill("900.00", "0.00")],
    ),
    "burden on two plans": (
        [DOG, CAT],
        [policy("dog", "Basic", "40.00"), policy("cat", "Premium", "10.01")],
        [bill("900.00", "0.00")],
    ),
    "kitten": ([KITTEN], [without_wellness("kitten")], []),
    "yearling": ([YEARLING], [without_wellness("yearling")], []),
    "dead kitten": ([KITTEN | DEAD], [without_wellness("kitten")], []),
    "kitten with wellness": ([KITTEN], [policy("kitten")], []),
    "kitten, wellness unknown": ([KITTEN], [policy("kitten", includes_wellness=None)], []),
    "wellness refused": ([DOG], [without_wellness("dog")], [REFUSED]),
    "other refusal": ([DOG], [without_wellness("dog")], [REFUSED | {"denial_reason": "Other"}]),
    "wellness refused, two policies": (
        [DOG, KITTEN],
        [without_wellness("dog"), without_wellness("kitten")],
        [REFUSED],
    ),
    "cheap upgrade": ([DOG], [policy("dog", "Premium", "65.78")], [bill("900.00", "0.00")]),
    "cheaper upgrade": ([DOG], [policy("dog", "Premium", "65.79")], [bill("900.00", "0.00")]),
    "400": ([DOG], [policy("dog", "Basic", "77.52")], [bill("900.00", "0.00")]),
    "nearly 400": ([DOG], [policy("dog", "Basic", "77.51")], [bill("900.00", "0.00")]),
}
"""Pets, policies and claims by customer; ids of pets get the customer's name."""


@pytest.fixture(scope="module")
def offers(spark: SparkSession) -> dict[tuple[str, str], Row]:
    """Gold rows of all cases by customer and opportunity, without the metadata columns."""
    person = {"first_name": "Ann", "last_name": "Lee", "preferred_contact": "SMS"}
    inputs: dict[str, list[Row]] = {
        "dim_customers": [
            person | {"customer_id": name, "marketing_opt_in": False} for name in CASES
        ]
    }
    for place, name in enumerate(("dim_pets", "dim_policies", "fact_claims")):
        inputs[name] = [
            row | {"customer_id": customer, "pet_id": f"{customer} {row.get('pet_id')}"}
            for customer, case in CASES.items()
            for row in case[place]
        ]
    frames = {name: silver(spark, name, *rows) for name, rows in inputs.items()}
    return {
        key: {name: value for name, value in row.items() if not name.startswith("_")}
        for key, row in built("cross_sell_recommendations", frames).items()
    }


def test_every_column_of_an_offer_is_as_by_hand(offers: dict[tuple[str, str], Row]) -> None:
    assert offers["cat besides", NEW] == {
        "customer_id": "cat besides",
        "opportunity": NEW,
        "full_name": "Ann Lee",
        "preferred_contact": "SMS",
        "marketing_opt_in": False,
        "recommendation": "Offer cover for the pets without a policy",
        "reason": "Pets without cover: 1 of 2",
        "estimated_annual_revenue": Decimal("450.00"),
        "priority": "High",
    }


@pytest.mark.parametrize(
    ("customer", "opportunity", "recommendation", "reason"),
    [
        (
            "never insured both",
            NEW,
            "Offer cover for the pets without a policy",
            "Pets without cover: 2 of 2",
        ),
        ("ended today", BACK, "Offer to take up cover again", "Cover ended on 2025-07-01"),
        ("cancelled", BACK, "Offer to take up cover again", "Cover ended on 2025-03-05"),
        (
            "burden in a year",
            UPGRADE,
            "Offer the next better plan",
            "Bore 1,000.50 dollars of bills in a year",
        ),
        ("kitten", WELLNESS, "Offer cover for routine care", "Has a pet in its first year"),
        (
            "wellness refused, two policies",
            WELLNESS,
            "Offer cover for routine care",
            "A wellness claim was denied",
        ),
    ],
)
def test_an_offer_says_what_and_why(
    offers: dict[tuple[str, str], Row],
    customer: str,
    opportunity: str,
    recommendation: str,
    reason: str,
) -> None:
    row = offers[customer, opportunity]
    assert (row["recommendation"], row["reason"]) == (recommendation, reason)


@pytest.mark.parametrize(
    ("customer", "opportunity", "revenue", "priority"),
    [
        ("never insured dog", NEW, "792.00", "High"),
        ("never insured cat", NEW, "450.00", "High"),
        ("never insured both", NEW, "1242.00", "High"),
        ("cat besides", NEW, "450.00", "High"),
        ("cat besides pending", NEW, "450.00", "High"),
        ("ended for one of two", NEW, "792.00", "High"),
        ("ended, another pending", NEW, "792.00", "High"),
        ("ended today", BACK, "792.00", "High"),
        ("cancelled", BACK, "792.00", "High"),
        # 43 per cent of 600, 24 of 360.60, 19 of 600.
        ("burden of 500", UPGRADE, "258.00", "Medium"),
        ("burden in a year", UPGRADE, "86.54", "Low"),
        ("burden on the second best", UPGRADE, "114.00", "Low"),
        # 43 per cent of 480 and 19 of 120.12.
        ("burden on two plans", UPGRADE, "229.22", "Medium"),
        ("kitten", WELLNESS, "180.00", "Medium"),
        ("wellness refused", WELLNESS, "180.00", "Medium"),
        ("wellness refused, two policies", WELLNESS, "360.00", "Medium"),
        # 19 per cent of 789.36 and of 789.48; 43 of 930.24 and of 930.12.
        ("cheap upgrade", UPGRADE, "149.98", "Low"),
        ("cheaper upgrade", UPGRADE, "150.00", "Medium"),
        ("400", UPGRADE, "400.00", "High"),
        ("nearly 400", UPGRADE, "399.95", "Medium"),
    ],
)
def test_revenue_follows_the_price_list_and_priority_the_revenue(
    offers: dict[tuple[str, str], Row],
    customer: str,
    opportunity: str,
    revenue: str,
    priority: str,
) -> None:
    row = offers[customer, opportunity]
    assert (row["estimated_annual_revenue"], row["priority"]) == (Decimal(revenue), priority)


def test_nobody_gets_another_offer(offers: dict[tuple[str, str], Row]) -> None:
    assert set(offers) == {
        *((name, NEW) for name in CASES if name.startswith(("never", "cat besides"))),
        ("ended for one of two", NEW),
        ("ended, another pending", NEW),
        ("ended today", BACK),
        ("cancelled", BACK),
        ("burden of 500", UPGRADE),
        ("burden in a year", UPGRADE),
        ("burden on the second best", UPGRADE),
        ("burden on two plans", UPGRADE),
        ("cheap upgrade", UPGRADE),
        ("cheaper upgrade", UPGRADE),
        ("400", UPGRADE),
        ("nearly 400", UPGRADE),
        ("kitten", WELLNESS),
        ("wellness refused", WELLNESS),
        ("wellness refused, two policies", WELLNESS),
    }


def test_premiums_are_those_of_the_price_list() -> None:
    assert DOG_PREMIUM.value == 12 * BASE_PREMIUM["Dog"]
    assert CAT_PREMIUM.value == 12 * BASE_PREMIUM["Cat"]
    uplifts = {
        plan.name: round(100 * (better.price_factor / plan.price_factor - 1))
        for plan, better in pairwise(PLANS.values())
    }
    assert {name: threshold.value for name, threshold in UPGRADES.items()} == uplifts
    assert WELLNESS_PREMIUM.value == 12 * 15

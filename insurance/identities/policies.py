"""The policies of the demo pets, with the terms that led up to today's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class DemoPolicy:
    """One contract; policy_id is that of its current term, which began started_days_ago."""

    policy_id: str
    pet_id: str
    plan_name: str
    started_days_ago: int
    terms: int
    payment_method: str
    payment_frequency: str


@dataclass(frozen=True, slots=True)
class Term:
    """One policy year of a contract: [effective_date, expiration_date)."""

    policy_id: str
    policy_number: str
    effective_date: date
    expiration_date: date
    renewal_count: int


POLICIES: Final = (
    DemoPolicy("DEMO-POL-001", "DEMO-PET-001", "Standard", 261, 2, "Credit Card", "Monthly"),
    DemoPolicy("DEMO-POL-002", "DEMO-PET-002", "Basic", 215, 1, "Credit Card", "Annually"),
    DemoPolicy("DEMO-POL-003", "DEMO-PET-003", "Unlimited", 322, 3, "Bank Transfer", "Monthly"),
    DemoPolicy("DEMO-POL-004", "DEMO-PET-004", "Premium", 300, 3, "Bank Transfer", "Monthly"),
    DemoPolicy("DEMO-POL-005", "DEMO-PET-005", "Premium", 170, 2, "Bank Transfer", "Monthly"),
    DemoPolicy("DEMO-POL-006", "DEMO-PET-006", "Standard", 200, 1, "Bank Transfer", "Monthly"),
    DemoPolicy("DEMO-POL-007", "DEMO-PET-007", "Basic", 330, 3, "Bank Transfer", "Quarterly"),
    DemoPolicy("DEMO-POL-008", "DEMO-PET-008", "Standard", 21, 1, "PayPal", "Monthly"),
    DemoPolicy("DEMO-POL-009", "DEMO-PET-009", "Basic", 190, 1, "PayPal", "Monthly"),
)


def add_years(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def terms_of(policy: DemoPolicy, as_of: date) -> Iterator[Term]:
    """The policy years of a contract, oldest first; earlier ones are named -Y1 and -Y2."""
    first = add_years(as_of - timedelta(days=policy.started_days_ago), 1 - policy.terms)
    contract = policy.policy_id.replace("DEMO-POL-", "PI-DEMO")
    for year in range(policy.terms):
        is_current = year == policy.terms - 1
        yield Term(
            policy_id=policy.policy_id if is_current else f"{policy.policy_id}-Y{year + 1}",
            policy_number=f"{contract}-{year + 1:02d}",
            effective_date=add_years(first, year),
            expiration_date=add_years(first, year + 1),
            renewal_count=year,
        )

"""The four plans and the monthly premium of each for a given pet."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from insurance.species import breed_of

if TYPE_CHECKING:
    from collections.abc import Mapping

CENT: Final = Decimal("0.01")

FILING_DEADLINE_DAYS: Final = 180
"""Days after treatment within which every plan wants the claim."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One product on sale. Money in US dollars, per policy year.

    coverage_limit is None where the plan pays without limit. waiting_period_days applies to
    everything but accidents, and to the first policy year only.
    """

    name: str
    price_factor: Decimal
    annual_deductible: Decimal
    coverage_limit: Decimal | None
    reimbursement_percentage: int
    waiting_period_days: int
    includes_wellness: bool
    includes_dental: bool
    includes_behavioral: bool

    def includes(self, claim_type: str) -> bool:
        """Whether the plan covers claims of this type at all."""
        optional = {
            "Wellness": self.includes_wellness,
            "Dental": self.includes_dental,
            "Behavioral": self.includes_behavioral,
        }
        return optional.get(claim_type, True)


def _plan(
    name: str,
    price: str,
    deductible: int,
    limit: int | None,
    percent: int,
    waiting: int,
    *extras: str,
) -> Plan:
    return Plan(
        name=name,
        price_factor=Decimal(price),
        annual_deductible=Decimal(deductible),
        coverage_limit=None if limit is None else Decimal(limit),
        reimbursement_percentage=percent,
        waiting_period_days=waiting,
        includes_wellness="wellness" in extras,
        includes_dental="dental" in extras,
        includes_behavioral="behavioral" in extras,
    )


PLANS: Final[Mapping[str, Plan]] = MappingProxyType(
    {
        plan.name: plan
        for plan in (
            _plan("Basic", "0.70", 500, 4_000, 70, 14),
            _plan("Standard", "1.00", 250, 10_000, 80, 14, "dental"),
            _plan("Premium", "1.24", 200, 20_000, 90, 14, "dental", "wellness"),
            _plan("Unlimited", "1.48", 100, None, 90, 7, "dental", "wellness", "behavioral"),
        )
    }
)

BASE_PREMIUM: Final[Mapping[str, Decimal]] = MappingProxyType(
    {"Dog": Decimal("66.00"), "Cat": Decimal("37.50")}
)
"""Monthly premium in dollars of a two-year-old of average risk on the Standard plan."""

AGE_FACTORS: Final = tuple(
    Decimal(factor)
    for factor in (
        "1.04",
        "0.98",
        "1.00",
        "1.03",
        "1.07",
        "1.13",
        "1.20",
        "1.29",
        "1.40",
        "1.52",
        "1.66",
        "1.81",
        "1.97",
        "2.13",
        "2.28",
        "2.42",
        "2.54",
        "2.64",
    )
)
"""Price by whole years of age; the last holds for every older pet."""


def age_factor(age_years: int) -> Decimal:
    """Price factor of a pet of this age in whole years."""
    if age_years < 0:
        msg = f"age_years must not be negative: {age_years}"
        raise ValueError(msg)
    return AGE_FACTORS[min(age_years, len(AGE_FACTORS) - 1)]


def quote(plan: str, species: str, breed: str, age_years: int) -> Decimal:
    """Monthly premium in dollars, age taken at the start of the policy year.

    Raises KeyError for an unknown plan or breed, ValueError for a negative age.
    """
    risk = breed_of(species, breed).risk_factor
    premium = BASE_PREMIUM[species] * PLANS[plan].price_factor * risk * age_factor(age_years)
    return premium.quantize(CENT, ROUND_HALF_UP)

"""Adjudication: each objection a plan has, and what it would pay; values worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from insurance.adjudication import Claimed, Cover, assess, benefit, is_capped, is_exhausted
from insurance.benefit import Settlement
from insurance.vocabulary import DENIAL_REASONS

COVER = Cover(
    plan_name="Standard",
    effective=date(2026, 1, 1),
    end=date(2027, 1, 1),
    annual_deductible=Decimal(250),
    coverage_limit=Decimal(10_000),
    reimbursement_percentage=80,
    waiting_period_days=14,
    renewal_count=0,
    excluded_types=frozenset({"Wellness", "Behavioral"}),
)
CLAIM = Claimed(
    claim_type="Illness",
    diagnosis_code="EAR-01",
    service_date=date(2026, 3, 1),
    submitted_date=date(2026, 3, 3),
    amount=Decimal("450.00"),
)


def test_a_clean_claim_is_settled_by_the_plan() -> None:
    assessment = assess(CLAIM, COVER)
    assert assessment.objection is None
    # 450 - 250 deductible = 200, of which 80 % are 160.
    expected = Settlement(Decimal("250"), Decimal("200.00"), Decimal("160.00"))
    assert assessment.settlement == expected


@pytest.mark.parametrize(
    ("change", "finding", "reason"),
    [
        ({"service_date": date(2025, 12, 31)}, "in_force", "Items not covered by plan"),
        ({"service_date": date(2027, 1, 1)}, "in_force", "Items not covered by plan"),
        ({"claim_type": "Wellness"}, "type_included", "Wellness not included in plan"),
        (
            {"known_conditions": "Ear infection (otitis externa)", "diagnosis_code": "EAR-01"},
            "not_pre_existing",
            "Pre-existing condition",
        ),
        ({"service_date": date(2026, 1, 14)}, "waiting_period_over", "Within waiting period"),
        (
            {"submitted_date": date(2026, 8, 29)},
            "filed_in_time",
            "Submitted after filing deadline",
        ),
        ({"same_invoice": ("CLM-1",)}, "invoice_is_new", "Duplicate invoice"),
    ],
)
def test_each_objection_has_its_reason(
    change: dict[str, object], finding: str, reason: str
) -> None:
    objection = assess(replace(CLAIM, **change), COVER).objection  # type: ignore[arg-type]
    assert objection is not None
    assert (objection.name, objection.denial_reason) == (finding, reason)
    assert reason in DENIAL_REASONS


@pytest.mark.parametrize(
    ("change", "cover"),
    [
        ({"service_date": date(2026, 1, 15)}, COVER),
        ({"service_date": date(2026, 1, 2), "claim_type": "Accident"}, COVER),
        ({"service_date": date(2026, 1, 2)}, replace(COVER, renewal_count=1)),
        ({"submitted_date": date(2026, 8, 28)}, COVER),
    ],
)
def test_the_day_after_each_bound_is_fine(change: dict[str, object], cover: Cover) -> None:
    assert assess(replace(CLAIM, **change), cover).objection is None  # type: ignore[arg-type]


def test_what_was_used_this_year_is_not_there_again() -> None:
    used = replace(COVER, deductible_used=Decimal("200.00"), paid=Decimal("9_900.00"))
    # 450 - 50 left of the deductible = 400; 80 % are 320, but 100 are left of the limit.
    paid = benefit(CLAIM.amount, used)
    assert paid == Settlement(Decimal("50.00"), Decimal("400.00"), Decimal("100.00"))
    assert is_capped(paid, used)
    assert not is_exhausted(paid, used)
    assert assess(CLAIM, used).objection is None


def test_a_year_that_is_used_up_pays_nothing() -> None:
    used = replace(COVER, deductible_used=Decimal(250), paid=Decimal(10_000))
    objection = assess(CLAIM, used).objection
    assert objection is not None
    assert objection.denial_reason == "Annual coverage limit reached"


def test_a_deductible_that_takes_all_is_no_objection() -> None:
    small = assess(replace(CLAIM, amount=Decimal(100)), COVER)
    assert small.objection is None
    assert small.settlement == Settlement(Decimal(100), Decimal(0), Decimal("0.00"))


def test_a_plan_without_limit_is_never_used_up() -> None:
    unlimited = replace(COVER, coverage_limit=None, paid=Decimal(1_000_000))
    assert unlimited.coverage_left is None
    assert assess(CLAIM, unlimited).objection is None


def test_without_a_policy_nothing_is_paid() -> None:
    assessment = assess(CLAIM, None)
    assert assessment.objection is not None
    assert assessment.settlement.paid_amount == 0

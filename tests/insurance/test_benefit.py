from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insurance.benefit import NOTHING, Settlement, settle

amounts = st.decimals(0, 20_000, places=2)
percentages = st.sampled_from([70, 80, 90])


def _settled(deductible: str, covered: str, paid: str) -> Settlement:
    return Settlement(Decimal(deductible), Decimal(covered), Decimal(paid))


@pytest.mark.parametrize(
    ("amount", "percentage", "deductible_left", "coverage_left", "expected"),
    [
        ("1000.00", 80, "250.00", "10000.00", _settled("250.00", "750.00", "600.00")),
        ("200.00", 80, "250.00", "10000.00", _settled("200.00", "0.00", "0.00")),
        ("1000.00", 90, "0.00", None, _settled("0.00", "1000.00", "900.00")),
        ("6000.00", 70, "500.00", "1200.00", _settled("500.00", "5500.00", "1200.00")),
        ("0.05", 90, "0.00", None, _settled("0.00", "0.05", "0.05")),
        ("100.00", 80, "0.00", "0.00", _settled("0.00", "100.00", "0.00")),
    ],
)
def test_the_deductible_comes_first_then_the_percentage_then_the_limit(
    amount: str,
    percentage: int,
    deductible_left: str,
    coverage_left: str | None,
    expected: Settlement,
) -> None:
    limit = None if coverage_left is None else Decimal(coverage_left)
    assert settle(Decimal(amount), percentage, Decimal(deductible_left), limit) == expected


@given(amount=amounts, percentage=percentages, left=amounts, limit=st.none() | amounts)
def test_nobody_is_paid_more_than_covered_nor_than_the_limit_leaves(
    amount: Decimal, percentage: int, left: Decimal, limit: Decimal | None
) -> None:
    settled = settle(amount, percentage, left, limit)
    assert settled.deductible_applied + settled.covered_amount == amount
    assert 0 <= settled.deductible_applied <= left
    assert 0 <= settled.paid_amount <= settled.covered_amount
    assert limit is None or settled.paid_amount <= limit


@given(bills=st.lists(amounts, max_size=8), percentage=percentages)
def test_a_policy_year_never_uses_more_than_its_deductible_and_limit(
    bills: list[Decimal], percentage: int
) -> None:
    deductible, limit = Decimal(250), Decimal(5000)
    left, cover = deductible, limit
    for bill in bills:
        settled = settle(bill, percentage, left, cover)
        left -= settled.deductible_applied
        cover -= settled.paid_amount
    assert left == max(Decimal(0), deductible - sum(bills))
    assert cover >= 0


def test_what_is_not_payable_is_settled_with_nothing() -> None:
    assert settle(Decimal(0), 80, Decimal(250), None) == NOTHING


@pytest.mark.parametrize(("amount", "percentage"), [(Decimal(-1), 80), (Decimal(1), 101)])
def test_impossible_arguments_are_refused(amount: Decimal, percentage: int) -> None:
    with pytest.raises(ValueError, match="must"):
        settle(amount, percentage, Decimal(0), None)

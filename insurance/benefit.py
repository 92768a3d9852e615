"""What the insurer pays on one claim, given what is left of deductible and coverage."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

ZERO: Final = Decimal("0.00")
CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Settlement:
    """The three amounts of a decided claim, in dollars; covered + deductible = claimed."""

    deductible_applied: Decimal
    covered_amount: Decimal
    paid_amount: Decimal


NOTHING: Final = Settlement(ZERO, ZERO, ZERO)
"""The settlement of a claim that is denied or not yet decided."""


def settle(
    claim_amount: Decimal,
    reimbursement_percentage: int,
    deductible_left: Decimal,
    coverage_left: Decimal | None,
) -> Settlement:
    """Settle the eligible amount of one claim.

    The deductible is used up first, the percentage applies to what remains, and coverage_left
    (None: no limit) caps what is paid. Raises ValueError when an argument is negative.
    """
    if claim_amount < 0 or deductible_left < 0 or (coverage_left or ZERO) < 0:
        msg = f"amounts must not be negative: {claim_amount}, {deductible_left}, {coverage_left}"
        raise ValueError(msg)
    if not 0 <= reimbursement_percentage <= 100:
        msg = f"reimbursement_percentage must lie in 0-100: {reimbursement_percentage}"
        raise ValueError(msg)
    deductible = min(claim_amount, deductible_left)
    covered = claim_amount - deductible
    paid = (covered * reimbursement_percentage / 100).quantize(CENT, ROUND_HALF_UP)
    if coverage_left is not None:
        paid = min(paid, coverage_left)
    return Settlement(deductible, covered, paid)

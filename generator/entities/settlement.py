"""Deductible, coverage limit and reimbursement over whole columns of claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from insurance.plans import PLANS

if TYPE_CHECKING:
    from generator.days import Ints

NO_LIMIT: Final = 10**12

DEDUCTIBLES: Final = np.array([int(plan.annual_deductible * 100) for plan in PLANS.values()])
PERCENTAGES: Final = np.array([plan.reimbursement_percentage for plan in PLANS.values()])
LIMITS: Final = np.array(
    [
        NO_LIMIT if plan.coverage_limit is None else int(plan.coverage_limit * 100)
        for plan in PLANS.values()
    ]
)


@dataclass(frozen=True, slots=True)
class Settlements:
    """Amounts in cents by claim, in the order of the claims; due is paid without the limit."""

    deductible: Ints
    covered: Ints
    due: Ints
    paid: Ints


def settle_all(policy: Ints, plan: Ints, service: Ints, rank: Ints, eligible: Ints) -> Settlements:
    """Settle eligible amounts (cents; 0 for what is not payable) as insurance.benefit does.

    Each policy year uses up its deductible and its limit in order of (service, rank). Running
    totals stand in for the one-by-one settlement, which a test compares with this.
    """
    order = np.lexsort((rank, service, policy))
    plans = plan[order]
    begins = np.flatnonzero(np.diff(policy[order], prepend=-1))
    sizes = np.diff(np.append(begins, len(order)))
    amount = eligible[order]
    deductible = _used(amount, DEDUCTIBLES[plans], begins, sizes)
    covered = amount - deductible
    due = (covered * PERCENTAGES[plans] + 50) // 100
    paid = _used(due, LIMITS[plans], begins, sizes)
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return Settlements(deductible[back], covered[back], due[back], paid[back])


def _used(amount: Ints, available: Ints, begins: Ints, sizes: Ints) -> Ints:
    """What each amount takes of the sum available to its group."""
    total = np.cumsum(amount)
    before_group = np.repeat(total[begins] - amount[begins], sizes)
    after = total - before_group
    used: Ints = np.minimum(after, available) - np.minimum(after - amount, available)
    return used

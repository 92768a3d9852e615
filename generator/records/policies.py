"""policies.csv: one row per policy year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from generator.arrow import integers
from generator.days import NEVER
from generator.records.keys import customer_ids, pet_ids, policy_ids
from generator.text import (
    Columns,
    choice,
    day,
    flag,
    join,
    moment,
    money,
    only_where,
    padded,
    weighted,
    whole,
    with_demos,
)
from insurance.identities import POLICIES, terms_of
from insurance.plans import PLANS
from insurance.vocabulary import PLAN_NAMES, POLICY_STATUSES

if TYPE_CHECKING:
    from generator.block import Block

METHODS: Final = {"Credit Card": 0.54, "Debit Card": 0.20, "Bank Transfer": 0.17, "PayPal": 0.09}
FREQUENCIES: Final = {"Monthly": 0.76, "Annually": 0.16, "Quarterly": 0.08}


def policy_columns(block: Block) -> Columns:
    """Every policy year of the block, one row each, in the columns of policies.csv."""
    rows, streams, pets = block.policies, block.streams("policies"), block.pets
    plans = tuple(PLANS.values())
    limits = [
        None if plan.coverage_limit is None else f"{plan.coverage_limit}.00" for plan in plans
    ]
    waiting = np.array([plan.waiting_period_days for plan in plans])[rows.plan]
    customer = pets.owner[rows.pet]
    people = len(block.customers)
    columns = {
        "policy_id": policy_ids(block),
        "policy_number": join(
            "PI-", padded(pets.first_number + rows.pet, 7), "-", padded(rows.renewal + 1, 2)
        ),
        "customer_id": customer_ids(block).take(integers(customer)),
        "pet_id": pet_ids(block).take(integers(rows.pet)),
        "plan_name": choice(PLAN_NAMES, rows.plan),
        "monthly_premium": money(rows.premium),
        "annual_deductible": choice([f"{plan.annual_deductible}.00" for plan in plans], rows.plan),
        "coverage_limit": choice(limits, rows.plan),
        "reimbursement_percentage": choice(
            [str(plan.reimbursement_percentage) for plan in plans], rows.plan
        ),
        "effective_date": day(rows.effective),
        "expiration_date": day(rows.expiration),
        "status": choice(POLICY_STATUSES, rows.status),
        "payment_method": weighted(METHODS, people, streams.of("payment_method")).take(
            integers(customer)
        ),
        "payment_frequency": weighted(FREQUENCIES, people, streams.of("payment_frequency")).take(
            integers(customer)
        ),
        "waiting_period_days": whole(np.where(rows.renewal > 0, 0, waiting)),
        "includes_wellness": flag(np.array([plan.includes_wellness for plan in plans])[rows.plan]),
        "includes_dental": flag(np.array([plan.includes_dental for plan in plans])[rows.plan]),
        "includes_behavioral": flag(
            np.array([plan.includes_behavioral for plan in plans])[rows.plan]
        ),
        "cancellation_date": only_where(
            rows.cancelled < NEVER, day(np.minimum(rows.cancelled, rows.expiration))
        ),
        "renewal_count": whole(rows.renewal),
        "created_at": moment(rows.created),
        "updated_at": moment(rows.updated),
    }
    return with_demos(columns, _demos(block) if rows.demos else [])


def _demos(block: Block) -> list[dict[str, str | None]]:
    return [
        {
            "policy_number": term.policy_number,
            "payment_method": policy.payment_method,
            "payment_frequency": policy.payment_frequency,
        }
        for policy in POLICIES
        for term in terms_of(policy, block.request.as_of)
    ]

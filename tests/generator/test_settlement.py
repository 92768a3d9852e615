from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.entities.settlement import settle_all
from insurance.benefit import settle
from insurance.plans import PLANS
from insurance.vocabulary import PAID_STATUSES

if TYPE_CHECKING:
    from tests.generator.conftest import Lake

PLAN_OF_POLICY = (0, 1, 2, 3)

visits = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 5), st.integers(0, 900_000)), max_size=30
)


@given(visits=visits)
def test_running_totals_settle_like_one_claim_after_another(
    visits: list[tuple[int, int, int]],
) -> None:
    policy, service, cents = (
        np.array([visit[place] for visit in visits], dtype=np.int64) for place in range(3)
    )
    rank = np.arange(len(visits))[::-1].copy()
    settled = settle_all(policy, np.take(PLAN_OF_POLICY, policy), service, rank, cents)
    plans = list(PLANS.values())
    deductible = [plan.annual_deductible for plan in plans]
    coverage = [plan.coverage_limit for plan in plans]
    for row in sorted(range(len(visits)), key=lambda at: (service[at], rank[at])):
        at = int(policy[row])
        expected = settle(
            Decimal(int(cents[row])) / 100,
            plans[at].reimbursement_percentage,
            deductible[at],
            coverage[at],
        )
        assert settled.deductible[row] == expected.deductible_applied * 100
        assert settled.covered[row] == expected.covered_amount * 100
        assert settled.paid[row] == expected.paid_amount * 100
        deductible[at] -= expected.deductible_applied
        limit = coverage[at]
        if limit is not None:
            coverage[at] = limit - expected.paid_amount


def test_every_policy_year_of_a_lake_is_settled_in_order(lake: Lake) -> None:
    by_policy = defaultdict(list)
    for row in lake.clean["claims"].values():
        if row["status"] in PAID_STATUSES:
            by_policy[row["policy_id"]].append(row)
    spoilt = {entry["key"] for entry in lake.ledger if entry["entity"] in ("policies", "claims")}
    rows = {row.get("claim_id"): row for row in lake.lines["claims"]}
    hidden = {rows[key]["policy_id"] for key in spoilt if key in rows}
    checked = 0
    for policy_id, claims in by_policy.items():
        policy = lake.clean["policies"].get(policy_id)
        if policy is None or policy_id in hidden:
            continue
        deductible = Decimal(policy["annual_deductible"])
        limit = policy["coverage_limit"]
        coverage = None if limit is None else Decimal(limit)
        for row in sorted(claims, key=lambda row: (row["service_date"], row["claim_id"])):
            applied, covered, paid = (
                Decimal(str(row[name]))
                for name in ("deductible_applied", "covered_amount", "paid_amount")
            )
            expected = settle(
                applied + covered, int(policy["reimbursement_percentage"]), deductible, coverage
            )
            assert (applied, covered) == (expected.deductible_applied, expected.covered_amount)
            assert paid == expected.paid_amount
            is_whole = applied + covered == Decimal(str(row["claim_amount"]))
            assert row["status"] == "Partially Approved" or is_whole
            deductible -= applied
            coverage = None if coverage is None else coverage - paid
            checked += 1
    assert checked > 10_000

"""Case: an open claim with all that its decision rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.lake.schemas import Claim, Policy
from app.services import Services
from app.tracker.sightings import in_gold
from insurance.adjudication import Assessment, Claimed, Cover, assess
from insurance.vocabulary import PAID_STATUSES
from lakehouse.errors import LakeEmpty
from lakehouse.serving import Console

SAME_INVOICE = """
SELECT claim_id FROM petinsure_silver.fact_claims
WHERE invoice_number = $1 AND _is_valid AND NOT _is_duplicate
"""
VERDICT = """
SELECT _rules_broken FROM petinsure_silver.fact_claims
WHERE claim_id = $1 AND NOT _is_duplicate
"""


@dataclass(frozen=True)
class Case:
    """A claim, its policy year with what was used of it, and what the lake says of the claim.

    `claimed` is None where the claim lacks what a plan goes by, `broken` where silver has not
    judged it yet.
    """

    claim: Claim
    cover: Cover | None
    claimed: Claimed | None
    broken: tuple[str, ...] | None
    fraud_flags: tuple[str, ...] | None

    @property
    def assessment(self) -> Assessment | None:
        """What its plan says; None where the claim cannot be held against one."""
        return assess(self.claimed, self.cover) if self.claimed else None


def case_of(services: Services, claim: Claim) -> Case:
    """Read a case; raises `StorageUnavailable`."""
    portfolio = services.portfolio
    policies = portfolio.policies(claim.customer_id)
    policy = next((p for p in policies if p.policy_id == claim.policy_id), None)
    pet = next((p for p in portfolio.pets(claim.customer_id) if p.pet_id == claim.pet_id), None)
    known = (pet.pre_existing_conditions if pet else None) or ""
    gold = _flags(services.console, claim.claim_id)
    return Case(
        claim=claim,
        cover=_cover(policy, portfolio.claims(claim.customer_id), claim) if policy else None,
        claimed=_claimed(claim, known, tuple(_same_invoice(services, claim))),
        broken=_broken(services.console, claim.claim_id),
        fraud_flags=gold,
    )


def _claimed(claim: Claim, known: str, same_invoice: tuple[str, ...]) -> Claimed | None:
    kind, code = claim.claim_type, claim.diagnosis_code
    service, submitted = claim.service_date, claim.submitted_date
    if not (kind and code and service and submitted) or claim.claim_amount <= 0:
        return None
    return Claimed(kind, code, service, submitted, claim.claim_amount, known, same_invoice)


def _cover(policy: Policy, claims: list[Claim], this: Claim) -> Cover:
    """The terms of a policy year, and what its other claims were paid, decided just now too."""
    paid = [
        other
        for other in claims
        if other.policy_id == policy.policy_id
        and other.claim_id != this.claim_id
        and other.status in PAID_STATUSES
        and other.is_valid is not False
    ]
    included = {
        "Wellness": policy.includes_wellness,
        "Dental": policy.includes_dental,
        "Behavioral": policy.includes_behavioral,
    }
    return Cover(
        plan_name=policy.plan_name,
        effective=policy.effective_date,
        end=min(policy.expiration_date, policy.cancellation_date or policy.expiration_date),
        annual_deductible=policy.annual_deductible,
        coverage_limit=policy.coverage_limit,
        reimbursement_percentage=policy.reimbursement_percentage,
        waiting_period_days=policy.waiting_period_days,
        renewal_count=policy.renewal_count,
        excluded_types=frozenset(kind for kind, is_in in included.items() if not is_in),
        deductible_used=sum((c.deductible_applied or Decimal(0) for c in paid), Decimal(0)),
        paid=sum((c.paid_amount or Decimal(0) for c in paid), Decimal(0)),
    )


def _same_invoice(services: Services, claim: Claim) -> Iterator[str]:
    if not claim.invoice_number:
        return
    found = {row[0] for row in _ask(services.console, SAME_INVOICE, claim.invoice_number)}
    for file in services.landed.newest("claims"):
        if file.record.get("invoice_number") == claim.invoice_number:
            found.add(file.key)
    yield from sorted(found - {claim.claim_id})


def _broken(console: Console, claim_id: str) -> tuple[str, ...] | None:
    rows = _ask(console, VERDICT, claim_id)
    return tuple(rows[0][0] or ()) if rows else None


def _flags(console: Console, claim_id: str) -> tuple[str, ...] | None:
    try:
        found = in_gold(console, [claim_id]).get(claim_id)
    except LakeEmpty:
        return None
    return found.flags if found else None


def _ask(console: Console, sql: str, value: str) -> list[tuple[Any, ...]]:
    try:
        return console.query(sql, parameters=[value]).rows
    except LakeEmpty:
        return []

"""Proposal: what the plan would pay of an open claim, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.decisions.case import Case
from app.decisions.schemas import Finding, Proposal
from app.tracker.wording import flag_meaning, meaning, rule_named
from insurance import adjudication
from insurance.benefit import NOTHING, Settlement

UNDOCUMENTED = "Insufficient documentation"


def proposal_of(case: Case, approved_amount: Decimal | None = None) -> Proposal:
    """What to tell the presenter, who decides; of the whole claim, or of a part of its amount."""
    cover, claim = case.cover, case.claim
    findings = [*_findings(case)]
    objection = next((f for f in findings if f.ok is False and f.denial_reason), None)
    eligible = claim.claim_amount if approved_amount is None else approved_amount
    settlement = _settlement(case, eligible)
    return Proposal(
        claim_id=claim.claim_id,
        claim_amount=claim.claim_amount,
        eligible_amount=eligible,
        plan_name=cover.plan_name if cover else None,
        reimbursement_percentage=cover.reimbursement_percentage if cover else None,
        annual_deductible=cover.annual_deductible if cover else None,
        deductible_left=cover.deductible_left if cover else None,
        coverage_limit=cover.coverage_limit if cover else None,
        coverage_left=cover.coverage_left if cover else None,
        deductible_applied=settlement.deductible_applied,
        covered_amount=settlement.covered_amount,
        paid_amount=settlement.paid_amount,
        suggestion="deny" if objection else "approve",
        denial_reason=objection.denial_reason if objection else None,
        findings=findings,
    )


def _settlement(case: Case, eligible: Decimal) -> Settlement:
    if case.claimed is None or case.cover is None:
        return NOTHING
    return adjudication.benefit(eligible, case.cover)


def _findings(case: Case) -> Iterator[Finding]:
    if case.assessment is None:
        text = "The claim lacks its type, diagnosis, dates or amount."
        yield Finding(name="complete", ok=False, text=text, denial_reason=UNDOCUMENTED)
    else:
        yield from map(_told, case.assessment.findings)
    if case.broken is None:
        text = "Silver has not judged the claim yet."
        yield Finding(name="checked", ok=None, text=text, denial_reason=None)
    for name in case.broken or ():
        rule = rule_named(name)
        grave = rule is not None and rule.severity == "error"
        reason = UNDOCUMENTED if grave else None
        yield Finding(
            name=name, ok=False, text=f"Against the rule: {meaning(name)}", denial_reason=reason
        )
    for flag in case.fraud_flags or ():
        yield Finding(name=flag, ok=False, text=flag_meaning(flag), denial_reason=None)


def _told(found: adjudication.Finding) -> Finding:
    reason = None if found.ok else found.denial_reason
    return Finding(name=found.name, ok=found.ok, text=found.text, denial_reason=reason)

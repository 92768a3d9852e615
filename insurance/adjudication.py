"""Adjudication: what speaks against a claim, and what its plan would pay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from insurance.benefit import NOTHING, ZERO, Settlement, settle
from insurance.diagnoses import DIAGNOSES
from insurance.plans import FILING_DEADLINE_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

Suggestion = Literal["approve", "deny"]

NOT_COVERED: Final = "Items not covered by plan"
PRE_EXISTING: Final = "Pre-existing condition"
WAITING: Final = "Within waiting period"
LATE: Final = "Submitted after filing deadline"
REPEATED: Final = "Duplicate invoice"
LIMIT_REACHED: Final = "Annual coverage limit reached"

SHOWN: Final = 5
"""Claims that are named where many share an invoice."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a claim asks for; known_conditions are the pet's from before it was insured."""

    claim_type: str
    diagnosis_code: str
    service_date: date
    submitted_date: date
    amount: Decimal
    known_conditions: str = ""
    same_invoice: Sequence[str] = ()
    """Other claims that carry its invoice number."""


@dataclass(frozen=True, slots=True)
class Cover:
    """One policy year [effective, end): its terms, in dollars, and what was used of them.

    coverage_limit is None where the plan pays without limit. renewal_count is 0 in the first year.
    """

    plan_name: str
    effective: date
    end: date
    annual_deductible: Decimal
    coverage_limit: Decimal | None
    reimbursement_percentage: int
    waiting_period_days: int
    renewal_count: int
    excluded_types: frozenset[str]
    deductible_used: Decimal = ZERO
    paid: Decimal = ZERO

    @property
    def deductible_left(self) -> Decimal:
        """What the customer still bears before the plan pays."""
        return max(self.annual_deductible - self.deductible_used, ZERO)

    @property
    def coverage_left(self) -> Decimal | None:
        """What the plan still pays this year; None where there is no limit."""
        limit = self.coverage_limit
        return None if limit is None else max(limit - self.paid, ZERO)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a plan asks of a claim: whether it is so, and why to deny the claim if not."""

    name: str
    ok: bool
    text: str
    denial_reason: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What an adjuster should know; settlement is what an approval would pay."""

    findings: tuple[Finding, ...]
    settlement: Settlement

    @property
    def objection(self) -> Finding | None:
        """The first finding that speaks against the claim; None where none does."""
        return next((finding for finding in self.findings if not finding.ok), None)


def assess(claim: Claimed, cover: Cover | None) -> Assessment:
    """Hold a claim against its policy year; None where no such policy is known."""
    if cover is None:
        unknown = Finding("insured", False, "The claim names no policy that is known.", NOT_COVERED)
        return Assessment((unknown,), NOTHING)
    settlement = benefit(claim.amount, cover)
    limit = Finding(
        "coverage_left",
        not is_exhausted(settlement, cover),
        "The plan pays without limit."
        if cover.coverage_left is None
        else f"${cover.coverage_left:,.2f} of ${cover.coverage_limit:,.2f} a year are left.",
        LIMIT_REACHED,
    )
    return Assessment((*_findings(claim, cover), limit), settlement)


def benefit(eligible: Decimal, cover: Cover) -> Settlement:
    """What a plan pays of an eligible amount, with what is left of the year's terms."""
    return settle(
        eligible, cover.reimbursement_percentage, cover.deductible_left, cover.coverage_left
    )


def due(settlement: Settlement, cover: Cover) -> Decimal:
    """What the plan would pay without its limit."""
    unlimited = settle(settlement.covered_amount, cover.reimbursement_percentage, ZERO, None)
    return unlimited.paid_amount


def is_capped(settlement: Settlement, cover: Cover) -> bool:
    """Whether the year's limit cuts what is paid."""
    return settlement.paid_amount < due(settlement, cover)


def is_exhausted(settlement: Settlement, cover: Cover) -> bool:
    """Whether the year's limit leaves nothing of what would be paid."""
    return is_capped(settlement, cover) and settlement.paid_amount == ZERO


def _findings(claim: Claimed, cover: Cover) -> Iterator[Finding]:
    yield Finding(
        "in_force",
        cover.effective <= claim.service_date < cover.end,
        f"Treated on {claim.service_date}; the policy covers {cover.effective} to "
        f"{cover.end - timedelta(days=1)}.",
        NOT_COVERED,
    )
    included = claim.claim_type not in cover.excluded_types
    yield Finding(
        "type_included",
        included,
        f"{cover.plan_name} {'covers' if included else 'does not cover'} {claim.claim_type}.",
        f"{claim.claim_type} not included in plan",
    )
    diagnosis = DIAGNOSES.get(claim.diagnosis_code)
    known = diagnosis is not None and diagnosis.description in claim.known_conditions
    yield Finding(
        "not_pre_existing",
        not known,
        f"Known before the pet was insured: {claim.known_conditions or 'nothing'}.",
        PRE_EXISTING,
    )
    days = (claim.service_date - cover.effective).days
    waits = claim.claim_type != "Accident" and cover.renewal_count == 0
    yield Finding(
        "waiting_period_over",
        not waits or days >= cover.waiting_period_days,
        f"Treated on day {days + 1} of the policy; the first {cover.waiting_period_days} are "
        "not covered."
        if waits
        else "No waiting period: an accident, or a policy renewed.",
        WAITING,
    )
    lag = (claim.submitted_date - claim.service_date).days
    yield Finding(
        "filed_in_time",
        lag <= FILING_DEADLINE_DAYS,
        f"Filed {lag} days after treatment; {FILING_DEADLINE_DAYS} are allowed.",
        LATE,
    )
    others = ", ".join(claim.same_invoice[:SHOWN])
    if len(claim.same_invoice) > SHOWN:
        others += f" and {len(claim.same_invoice) - SHOWN} more"
    yield Finding(
        "invoice_is_new",
        not others,
        f"The invoice was handed in with {others} too."
        if others
        else "No other claim carries this invoice.",
        REPEATED,
    )

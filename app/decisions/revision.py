"""Revision: a claim's record as a decision leaves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from app.decisions.case import Case
from app.decisions.schemas import Decision
from insurance.adjudication import LIMIT_REACHED, NOT_COVERED, benefit, is_capped, is_exhausted
from insurance.benefit import NOTHING, Settlement
from insurance.vocabulary import CLAIM_STATUSES
from lakehouse.errors import PetInsureError

_, _, APPROVED, PARTLY, DENIED = CLAIM_STATUSES


class NotPayable(PetInsureError):
    """A claim cannot be approved; it can be denied."""


@dataclass(frozen=True)
class Verdict:
    """A decision in the insurer's terms."""

    status: str
    settlement: Settlement
    denial_reason: str | None


def verdict_on(case: Case, decision: Decision) -> Verdict:
    """What a decision comes to; raises `NotPayable` where the claim can only be denied."""
    if decision.decision == "deny":
        return Verdict(DENIED, NOTHING, decision.denial_reason)
    eligible = case.claim.claim_amount
    reason = None
    if decision.approved_amount is not None:
        eligible, reason = decision.approved_amount, decision.denial_reason or NOT_COVERED
        if eligible >= case.claim.claim_amount:
            msg = f"The claim asks for ${case.claim.claim_amount:,.2f}; a part of it is less."
            raise NotPayable(msg)
    settlement = _benefit(case, eligible)
    if case.cover and is_capped(settlement, case.cover):
        reason = decision.denial_reason or LIMIT_REACHED
    return Verdict(PARTLY if reason else APPROVED, settlement, reason)


def revised(record: dict[str, Any], verdict: Verdict, now: datetime) -> dict[str, Any]:
    """The record of the claim with the verdict in it, newer than it was."""
    moment = max(now, _after(record.get("updated_at"), now))
    settlement = verdict.settlement
    return {
        **record,
        "status": verdict.status,
        "deductible_applied": float(settlement.deductible_applied),
        "covered_amount": float(settlement.covered_amount),
        "paid_amount": float(settlement.paid_amount),
        "denial_reason": verdict.denial_reason,
        "processing_days": _days(record.get("submitted_date"), now.date()),
        "updated_at": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }


def says(record: dict[str, Any], decision: Decision) -> bool:
    """Whether a decided record says what a decision does."""
    status, reason = record.get("status"), record.get("denial_reason")
    eligible = _amount(record, "deductible_applied") + _amount(record, "covered_amount")
    if decision.decision == "deny":
        return status == DENIED and reason == decision.denial_reason
    if decision.decision == "approve":
        return status in (APPROVED, PARTLY) and eligible == _amount(record, "claim_amount")
    same_reason = decision.denial_reason in (None, reason)
    return status == PARTLY and eligible == decision.approved_amount and same_reason


def _benefit(case: Case, eligible: Decimal) -> Settlement:
    """What is paid of an eligible amount; raises `NotPayable`."""
    if case.cover is None:
        msg = "The claim names no policy that is known, so that nothing can be paid; deny it."
        raise NotPayable(msg)
    if case.claimed is None:
        msg = "The claim lacks its type, diagnosis, dates or amount; deny it."
        raise NotPayable(msg)
    if case.claim.is_valid is False:
        rules = ", ".join(case.broken or ())
        msg = f"Silver calls the claim invalid ({rules}), so that gold would not count it; deny it."
        raise NotPayable(msg)
    settlement = benefit(eligible, case.cover)
    if is_exhausted(settlement, case.cover):
        msg = f"Nothing is left of the year's coverage; deny it with {LIMIT_REACHED!r}."
        raise NotPayable(msg)
    return settlement


def _amount(record: dict[str, Any], name: str) -> Decimal:
    return Decimal(str(record.get(name) or 0))


def _after(moment: object, now: datetime) -> datetime:
    """A second after a moment as records write it; now where it cannot be read."""
    try:
        before = datetime.fromisoformat(str(moment))
    except ValueError:
        return now
    if before.tzinfo is None:
        before = before.replace(tzinfo=UTC)
    return before.astimezone(UTC) + timedelta(seconds=1)


def _days(submitted: object, today: date) -> int:
    try:
        return max((today - date.fromisoformat(str(submitted)[:10])).days, 0)
    except ValueError:
        return 0

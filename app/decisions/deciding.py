"""Deciding: one decision a claim, as the next revision of its file."""

from __future__ import annotations

import re
from threading import Lock
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from app.accounts.user import User
from app.database import utc_now
from app.decisions.case import case_of
from app.decisions.revision import revised, says, verdict_on
from app.decisions.schemas import Decided, Decision
from app.intake.landing import written
from app.lake.landed import LandedFile
from app.lake.schemas import Claim
from app.services import Services
from app.tracker.wording import Subject, decided
from insurance.vocabulary import DECIDED_STATUSES
from lakehouse.errors import PetInsureError

ENDING = re.compile(r"(\.\d{1,6})?\.json$")
ONE_AT_A_TIME = Lock()
"""What one decision uses up of a policy, the next one must see."""

log = structlog.get_logger("petinsure")


class AlreadyDecided(PetInsureError):
    """A claim was decided otherwise."""


class NotOurs(PetInsureError):
    """A claim has no file that could be revised."""


def decide(
    services: Services, claim: Claim, decision: Decision, user: User
) -> tuple[Decided, bool]:
    """Decide a claim, and whether this is the first time that was said.

    Raises `AlreadyDecided`, `NotPayable` or `StorageUnavailable`; nothing is written then.
    """
    with ONE_AT_A_TIME:
        file = services.landed.find("claims", claim.claim_id)
        if file is None:
            msg = "The file of this claim is not in the lake any more, so it cannot be revised."
            raise NotOurs(msg)
        is_new = file.record.get("status") not in DECIDED_STATUSES
        if is_new and claim.status in DECIDED_STATUSES:
            raise _otherwise(claim.claim_id, claim.model_dump(mode="json"))
        if is_new:
            file, is_new = _write(services, claim, decision, file)
        if not says(file.record, decision):
            raise _otherwise(claim.claim_id, file.record)
    if is_new:
        log.info("decided", claim=claim.claim_id, status=file.record["status"], by=user.email)
    _tell(services, claim, file)
    return _answer(file), is_new


def _write(
    services: Services, claim: Claim, decision: Decision, before: LandedFile
) -> tuple[LandedFile, bool]:
    """Write the next revision; the one that is there where somebody else was faster."""
    now = utc_now()
    record = revised(before.record, verdict_on(case_of(services, claim), decision), now)
    revision = before.revision + 1
    path = ENDING.sub(f".{revision}.json", before.path)
    data = written(record)
    if not services.lake.create("raw", path, data):
        services.landed.refresh()
        return services.landed.find("claims", claim.claim_id) or before, False
    file = LandedFile("claims", before.key, revision, path, len(data), now, None, record)
    services.landed.add(file)
    return file, True


def _tell(services: Services, claim: Claim, file: LandedFile) -> None:
    subject = Subject(claim.claim_id, claim.claim_number or claim.claim_id, claim.customer_id)
    try:
        services.notices.publish(decided(subject, file.revision, file.record))
    except SQLAlchemyError as error:  # the decision is stored; the tracker tells it later
        log.warning("a decision was not told", claim=claim.claim_id, reason=str(error))


def _answer(file: LandedFile) -> Decided:
    record = file.record
    return Decided(
        claim_id=file.key,
        revision=file.revision,
        path=f"raw/{file.path}",
        status=record["status"],
        denial_reason=record["denial_reason"],
        claim_amount=record["claim_amount"],
        deductible_applied=record["deductible_applied"],
        covered_amount=record["covered_amount"],
        paid_amount=record["paid_amount"],
        processing_days=record["processing_days"],
        decided_at=record["updated_at"],
    )


def _otherwise(claim_id: str, record: dict[str, Any]) -> AlreadyDecided:
    status, reason = record["status"], record.get("denial_reason")
    day = str(record.get("updated_at"))[:10]
    paid = f"${float(record.get('paid_amount') or 0):,.2f} are paid"
    why = f", because of {reason!r}" if reason else ""
    msg = f"Claim {claim_id} was decided on {day}: {status}, {paid}{why}."
    return AlreadyDecided(msg)

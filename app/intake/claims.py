"""Claims as they are filed: checked at the door, landed, told."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import structlog
from fastapi import HTTPException
from sqlalchemy.exc import SQLAlchemyError

from app.intake.idempotency import Reserved
from app.intake.landing import land
from app.intake.records import claim_record
from app.intake.schemas import ClaimDraft, Receipt
from app.services import Services
from insurance.diagnoses import DIAGNOSES
from insurance.invoices import LineItem
from insurance.submission import Submission, refusal

log = structlog.get_logger("petinsure")


def filed(draft: ClaimDraft, customer_id: str) -> Submission:
    """A form as the claim of a customer."""
    items = tuple(LineItem(item.description, item.amount) for item in draft.line_items)
    total = sum((item.amount for item in items), Decimal("0.00"))
    return Submission(
        customer_id=customer_id,
        pet_id=draft.pet_id,
        policy_id=draft.policy_id,
        provider_id=draft.provider_id,
        diagnosis_code=draft.diagnosis_code,
        service_date=draft.service_date,
        claim_amount=total if draft.claim_amount is None else draft.claim_amount,
        line_items=items,
        is_emergency=draft.is_emergency,
        invoice_number=draft.invoice_number,
        treatment_notes=draft.treatment_notes,
    )


def take_in(services: Services, submission: Submission, reserved: Reserved) -> Receipt:
    """Land a claim, or refuse it (422) in the insurer's words; its owner is told."""
    policies = services.portfolio.policies_by_pet(submission.customer_id)
    if reason := refusal(submission, datetime.now(UTC).date(), policies):
        raise HTTPException(422, reason)
    record = claim_record(submission, reserved.token, reserved.made_at)
    receipt = land(services.lake, services.landed, "claims", record, reserved.made_at)
    _tell(services, submission, receipt)
    return receipt


def _tell(services: Services, submission: Submission, receipt: Receipt) -> None:
    what = DIAGNOSES[submission.diagnosis_code].description
    try:
        services.notices.tell(
            kind="claim_landed",
            title=f"Claim {receipt.number} has landed",
            body=f"{what}, ${submission.claim_amount:,.2f}: stored in the lake as {receipt.path}.",
            customer_id=submission.customer_id,
            audience="presenter",
            claim_id=receipt.id,
            data={"path": receipt.path, "size": receipt.size},
        )
    except SQLAlchemyError as error:  # the claim is stored; the tracker tells it later
        log.warning("a claim's landing was not told", claim=receipt.id, reason=str(error))

"""What clients see and say of decisions."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from app.journey.schemas import BrokenRule
from app.money import GivenMoney, Money
from insurance.vocabulary import DENIAL_REASONS

Verb = Literal["approve", "partly", "deny"]


def _known_reason(reason: str) -> str:
    """The reason, if it is one of the insurer's."""
    if reason not in DENIAL_REASONS:
        msg = f"the reason is one of {', '.join(DENIAL_REASONS)}"
        raise ValueError(msg)
    return reason


DenialReason = Annotated[
    str,
    AfterValidator(_known_reason),
    Field(examples=[DENIAL_REASONS[1]], json_schema_extra={"enum": list(DENIAL_REASONS)}),
]


class OpenClaim(BaseModel):
    """A claim that waits for its decision; verdict and flags are null until it gets there."""

    claim_id: str = Field(examples=["CLM-P-0A1B2C3D4E5F"])
    claim_number: str | None
    customer_id: str | None
    pet_id: str | None
    pet_name: str | None
    policy_id: str | None
    provider_id: str | None
    provider_name: str | None
    claim_type: str | None
    claim_category: str | None
    diagnosis_code: str | None
    diagnosis: str | None
    service_date: date | None
    submitted_date: date | None
    claim_amount: Money | None
    status: str
    is_emergency: bool | None
    landed_at: datetime | None
    is_valid: bool | None
    quality_score: float | None
    rules_broken: list[BrokenRule] | None
    fraud_flags: list[str] | None = Field(examples=[["is_repeated_invoice"]])
    suspected_fraud: bool | None


class OpenClaims(BaseModel):
    """Open claims, the newest first."""

    items: list[OpenClaim]
    page: int
    page_size: int
    total: int


class Finding(BaseModel):
    """One thing the plan asks of a claim, and whether it is so; null where it is not known."""

    name: str = Field(examples=["waiting_period_over"])
    ok: bool | None
    text: str = Field(examples=["Treated 40 days into the policy; the waiting period is 14 days."])
    denial_reason: DenialReason | None


class Proposal(BaseModel):
    """What the plan would pay, and what speaks against it; the presenter decides."""

    claim_id: str
    claim_amount: Money
    eligible_amount: Money = Field(description="The part of it that the plan would pay from.")
    plan_name: str | None
    reimbursement_percentage: int | None
    annual_deductible: Money | None
    deductible_left: Money | None
    coverage_limit: Money | None = Field(description="Null: the plan pays without limit.")
    coverage_left: Money | None
    deductible_applied: Money
    covered_amount: Money
    paid_amount: Money
    suggestion: Verb
    denial_reason: DenialReason | None
    findings: list[Finding]


class Decision(BaseModel):
    """The presenter's word on a claim.

    `partly` takes `approved_amount`, the eligible part of the claimed amount, from which the plan
    pays; `deny` takes a reason.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"decision": "approve"},
                {"decision": "partly", "approved_amount": 120.00},
                {"decision": "deny", "denial_reason": "Within waiting period"},
            ]
        },
    )

    decision: Verb
    approved_amount: GivenMoney | None = None
    denial_reason: DenialReason | None = None

    @model_validator(mode="after")
    def _fits(self) -> Decision:
        """Each decision brings what it needs and nothing else."""
        if (self.decision == "partly") != (self.approved_amount is not None):
            msg = "approved_amount belongs to the decision partly, and to no other"
            raise ValueError(msg)
        if self.decision == "deny" and self.denial_reason is None:
            msg = "the decision deny needs a denial_reason"
            raise ValueError(msg)
        if self.decision == "approve" and self.denial_reason is not None:
            msg = "the decision approve has no denial_reason"
            raise ValueError(msg)
        return self


class Decided(BaseModel):
    """A decision as it stands in the lake."""

    claim_id: str = Field(examples=["CLM-P-0A1B2C3D4E5F"])
    revision: int = Field(examples=[2])
    path: str = Field(examples=["raw/claims/CLM-P-0A1B2C3D4E5F.2.json"])
    status: str = Field(examples=["Partially Approved"])
    denial_reason: str | None
    claim_amount: Money
    deductible_applied: Money
    covered_amount: Money
    paid_amount: Money
    processing_days: int
    decided_at: datetime

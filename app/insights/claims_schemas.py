"""What clients see of claims."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from app.insights.answers import Insight, Page, Percent
from app.money import Money

FraudFlag = Literal[
    "is_repeated_invoice",
    "is_early_claim",
    "is_amount_outlier",
    "is_claim_burst",
    "is_provider_ring",
]


class ClaimRow(BaseModel):
    """A claim as view vw_claims_analytics has it."""

    claim_id: str = Field(examples=["CLM-P-0A1B2C3D4E5F"])
    claim_number: str | None
    customer_id: str | None
    pet_name: str | None
    species: str | None
    plan_name: str | None
    provider_id: str | None
    provider_name: str | None
    is_in_network: bool | None
    claim_type: str | None
    claim_category: str | None
    diagnosis_code: str | None
    service_date: date | None
    submitted_date: date | None
    status: str | None
    denial_reason: str | None
    claim_amount: Money | None
    paid_amount: Money | None
    out_of_pocket: Money | None
    size_band: str | None
    is_emergency: bool | None
    fraud_flags: list[FraudFlag]
    suspected_fraud: bool | None


class ClaimGroup(BaseModel):
    """Claims that have something in common."""

    name: str = Field(examples=["Illness"])
    claims: int
    claim_amount: Money
    paid_amount: Money
    average_claim_amount: Money | None
    approval_rate: Percent | None = Field(description="Approved in per cent of the decided.")


class FlagCount(BaseModel):
    """Claims that carry a sign of fraud."""

    flag: FraudFlag
    claims: int
    claim_amount: Money
    meaning: str = Field(examples=["Another claim carries the same invoice number."])


class SuspectedClaims(Page):
    """Claims suspected of fraud, the newest first."""

    items: list[ClaimRow]


class Claims(Insight):
    """Claims by whatever they have in common."""

    total: ClaimGroup
    by_month: list[ClaimGroup] = Field(description="By month of treatment, yyyy-MM.")
    by_type: list[ClaimGroup]
    by_category: list[ClaimGroup]
    by_status: list[ClaimGroup]
    by_size_band: list[ClaimGroup]
    fraud_flags: list[FlagCount]
    suspected: SuspectedClaims

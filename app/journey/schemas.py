"""What clients see of a claim's journey."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, Self

from pydantic import BaseModel, Field

from app.money import Money

Stage = Literal["raw", "bronze", "silver", "gold"]
Severity = Literal["error", "warning", "repair"]


class CommitSeen(BaseModel):
    """The commit of a Delta table that brought a row there."""

    version: int = Field(examples=[3])
    at: datetime
    run_id: str | None = Field(examples=["20261103091507"])
    by: str | None = Field(examples=["alex"])


class RawFile(BaseModel):
    """A file of the claim in container raw: revision 1 is the claim, later ones decide it."""

    revision: int
    path: str = Field(examples=["raw/claims/CLM-P-0A1B2C3D4E5F.json"])
    size: int
    modified: datetime
    etag: str | None


class BronzeHop(BaseModel):
    """The row of a file in petinsure_bronze.claims_raw."""

    revision: int
    table: str = "petinsure_bronze.claims_raw"
    source_file: str
    batch_id: str
    ingestion_timestamp: datetime
    quality: str = Field(description="parsed, rescued or corrupt", examples=["parsed"])
    commit: CommitSeen | None


class BrokenRule(BaseModel):
    """A quality rule that the row breaks, and what the rule asks."""

    name: str = Field(examples=["line_items_add_up"])
    severity: Severity
    meaning: str = Field(examples=["The lines of an invoice add up to its amount."])


class SilverHop(BaseModel):
    """The row of a file in petinsure_silver.fact_claims."""

    revision: int
    table: str = "petinsure_silver.fact_claims"
    source_file: str
    is_valid: bool
    quality_score: float
    rules_broken: list[BrokenRule]
    repairs: list[str]
    is_duplicate: bool
    duplicate_of: str | None = Field(
        description="The claim itself where a later revision stands for this row."
    )
    status: str | None
    processed_at: datetime
    commit: CommitSeen | None


class SignOfFraud(BaseModel):
    """A sign of fraud that gold sees in the claim, and what it says."""

    name: str = Field(examples=["is_repeated_invoice"])
    meaning: str = Field(examples=["Another claim carries the same invoice number."])


class GoldHop(BaseModel):
    """The row of the claim in petinsure_gold.claims_analytics."""

    table: str = "petinsure_gold.claims_analytics"
    view: str = "vw_claims_analytics"
    revision: int
    status: str
    denial_reason: str | None
    claim_amount: Money
    deductible_applied: Money | None
    covered_amount: Money | None
    paid_amount: Money
    out_of_pocket: Money | None
    size_band: str
    year_month: str
    plan_name: str | None
    provider_name: str | None
    is_in_network: bool | None
    days_to_submit: int | None
    days_to_process: int | None
    fraud_flags: list[SignOfFraud] | None = Field(
        description="For those who decide on claims; null for the customer."
    )
    suspected_fraud: bool | None = Field(description="Null for the customer, too.")
    processed_at: datetime
    commit: CommitSeen | None


class Journey(BaseModel):
    """A claim's way from its file to gold, as far as it has come.

    `stops_at` is the layer that the claim cannot leave, with the reason in `rules_broken` there.
    """

    claim_id: str
    claim_number: str | None
    customer_id: str | None
    pet_id: str | None
    service_date: date | None
    status: str | None = Field(description="Status by the newest file.")
    reached: Stage
    stops_at: Stage | None
    raw: list[RawFile]
    bronze: list[BronzeHop]
    silver: list[SilverHop]
    gold: GoldHop | None

    def without_signs(self) -> Self:
        """The same as its customer may read it: no word on signs of fraud."""
        untold = {"fraud_flags": None, "suspected_fraud": None}
        return self.model_copy(update={"gold": self.gold and self.gold.model_copy(update=untold)})

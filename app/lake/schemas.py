"""Schemas of what customers see of their pets, policies and claims."""

from __future__ import annotations

from datetime import date, datetime
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from app.money import Money

InLake = Literal["landed", "silver"]
"""How far a record has come: its file in container raw, or its row in silver."""

T = TypeVar("T")


class Row(BaseModel):
    """A record of the lake; fields it does not know are left out."""

    model_config = ConfigDict(extra="ignore")

    in_lake: InLake = Field(description="landed: a file in raw; silver: taken in by a run.")


class Pet(Row):
    """One pet."""

    pet_id: str = Field(examples=["DEMO-PET-001"])
    pet_name: str
    species: str
    breed: str | None
    gender: str | None
    date_of_birth: date | None
    weight_lbs: float | None
    color: str | None
    microchip_id: str | None = None
    is_neutered: bool | None
    pre_existing_conditions: str | None
    vaccination_status: str | None
    adoption_date: date | None
    is_active: bool | None = Field(description="False once the pet has died or moved on.")


class Policy(Row):
    """One policy year."""

    policy_id: str = Field(examples=["DEMO-POL-001"])
    policy_number: str | None
    pet_id: str
    plan_name: str
    monthly_premium: Money
    annual_deductible: Money
    coverage_limit: Money | None = Field(description="Null: the plan pays without limit.")
    reimbursement_percentage: int
    effective_date: date
    expiration_date: date
    cancellation_date: date | None
    status: str
    payment_method: str | None
    payment_frequency: str | None
    waiting_period_days: int
    includes_wellness: bool
    includes_dental: bool
    includes_behavioral: bool
    renewal_count: int
    in_force: bool = Field(description="Whether it covers today, by its dates.")


class LineItem(BaseModel):
    """One line of an invoice."""

    description: str
    amount: Money


class Claim(Row):
    """One claim, as the newest revision of it says."""

    claim_id: str = Field(examples=["CLM-P-0A1B2C3D4E5F"])
    claim_number: str | None
    customer_id: str
    pet_id: str | None
    pet_name: str | None = None
    policy_id: str | None
    plan_name: str | None = None
    provider_id: str | None
    provider_name: str | None = None
    claim_type: str | None
    claim_category: str | None
    diagnosis_code: str | None
    diagnosis: str | None = None
    service_date: date | None
    submitted_date: date | None
    claim_amount: Money
    deductible_applied: Money | None
    covered_amount: Money | None
    paid_amount: Money | None
    status: str
    denial_reason: str | None
    processing_days: int | None
    is_emergency: bool | None
    invoice_number: str | None
    treatment_notes: str | None
    line_items: list[LineItem] | None = None
    created_at: datetime | None
    updated_at: datetime | None
    is_valid: bool | None = Field(None, description="Silver's verdict; null before it has one.")
    quality_score: float | None = Field(None, description="Per cent; null before silver.")


class Page(BaseModel, Generic[T]):
    """One page of a list."""

    items: list[T]
    page: int
    page_size: int
    total: int


def page_of(items: list[T], page: int, page_size: int) -> Page[T]:
    """One page of all items."""
    start = (page - 1) * page_size
    return Page(
        items=items[start : start + page_size], page=page, page_size=page_size, total=len(items)
    )

"""Schemas of what customers hand in, and of what they get back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, EmailStr, Field, StrictBool

from app.accounts.password_rules import NewPassword
from app.intake.texts import Id, Line, Notes
from app.lake.landed import Kind
from app.money import Money

Billed = Annotated[
    Decimal,
    Field(
        ge=-1_000_000, le=1_000_000, decimal_places=2, description="US dollars.", examples=["62.00"]
    ),
]
"""An amount as it stands on an invoice; what makes no sense is judged, not refused."""


def _written(day: object) -> object:
    """A day as JSON writes it; a number is none, though it could be read as seconds."""
    if isinstance(day, int | float):
        msg = "a day is written as YYYY-MM-DD"
        raise ValueError(msg)
    return day


AS_WRITTEN = BeforeValidator(_written)
Day = Annotated[date, Field(ge=date(1990, 1, 1), le=date(2100, 1, 1)), AS_WRITTEN]


class Given(BaseModel):
    """Something handed in; what it does not know is refused."""

    model_config = ConfigDict(extra="forbid")


class BilledItem(Given):
    """One line of an invoice."""

    description: Line
    amount: Billed


class ClaimDraft(Given):
    """A claim as its form has it; all else is the insurer's to say."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "pet_id": "DEMO-PET-001",
                    "policy_id": "DEMO-POL-001",
                    "provider_id": "DEMO-VET-01",
                    "diagnosis_code": "EAR-01",
                    "service_date": "2026-11-20",
                    "line_items": [
                        {"description": "Office exam", "amount": "62.00"},
                        {"description": "Ear drops", "amount": "72.00"},
                    ],
                    "is_emergency": False,
                }
            ]
        },
    )

    pet_id: Id
    policy_id: Id | None = None
    provider_id: Id
    diagnosis_code: Id
    service_date: Day
    claim_amount: Billed | None = Field(None, description="Null: the sum of the line items.")
    line_items: list[BilledItem] = Field(max_length=50)
    is_emergency: StrictBool = False
    invoice_number: Id | None = Field(None, description="Null: the insurer numbers it.")
    treatment_notes: Notes = ""


class NewPet(Given):
    """A pet of the signed-in customer."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "pet_name": "Clover",
                    "species": "Dog",
                    "breed": "Labrador Retriever",
                    "gender": "Female",
                    "date_of_birth": "2023-05-01",
                    "weight_lbs": 61.5,
                    "color": "Yellow",
                }
            ]
        },
    )

    pet_name: Line
    species: Line
    breed: Line
    gender: Line
    date_of_birth: Day
    weight_lbs: Annotated[Decimal, Field(gt=0, le=400, decimal_places=1)]
    color: Line
    microchip_id: Annotated[str, Field(pattern=r"^\d{9,15}$")] | None = None
    is_neutered: StrictBool = False
    pre_existing_conditions: Line = "None"
    vaccination_status: Line = "Up to Date"
    adoption_date: Day | None = None


class NewPolicy(Given):
    """A policy for one of the customer's pets; the insurer sets its price and its terms."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"pet_id": "DEMO-PET-010", "plan_name": "Standard"}]},
    )

    pet_id: Id
    plan_name: Line
    payment_method: Line = "Credit Card"
    payment_frequency: Line = "Monthly"
    effective_date: Day | None = Field(None, description="Null: today; at most 60 days ahead.")


class NewCustomer(Given):
    """A new customer, and the account to sign in with."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "email": "jo.march@example.com",
                    "password": "correct horse battery",
                    "first_name": "Jo",
                    "last_name": "March",
                    "phone": "(978) 555-0100",
                    "address_line1": "399 Lexington Road",
                    "city": "Concord",
                    "state": "MA",
                    "zip_code": "01742",
                    "date_of_birth": "1990-11-29",
                }
            ]
        },
    )

    email: EmailStr = Field(max_length=254)
    password: NewPassword
    first_name: Line
    last_name: Line
    phone: Annotated[str, Field(pattern=r"^[0-9()+ .-]{7,20}$")]
    address_line1: Line
    city: Line
    state: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    zip_code: Annotated[str, Field(pattern=r"^\d{5}$")]
    date_of_birth: Annotated[date, Field(ge=date(1900, 1, 1), le=date(2100, 1, 1)), AS_WRITTEN]
    preferred_contact: Line = "Email"
    marketing_opt_in: StrictBool = False
    referral_source: Line = "Online Search"


class QuoteFor(Given):
    """What a price is asked for: a pet of one's own, or any pet described."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"pet_id": "DEMO-PET-001"}]}
    )

    pet_id: Id | None = None
    species: Line | None = None
    breed: Line | None = None
    date_of_birth: Day | None = None


class Quote(BaseModel):
    """One plan with its price for this pet."""

    plan_name: str
    monthly_premium: Money
    annual_deductible: Money
    coverage_limit: Money | None
    reimbursement_percentage: int
    waiting_period_days: int
    includes_wellness: bool
    includes_dental: bool
    includes_behavioral: bool


class Receipt(BaseModel):
    """Where in the lake a record landed, and when (UTC)."""

    kind: Kind
    id: str = Field(examples=["CLM-P-0A1B2C3D4E5F"])
    number: str | None = Field(description="The number that people use; none for pets.")
    path: str = Field(examples=["raw/claims/CLM-P-0A1B2C3D4E5F.json"])
    size: int = Field(description="Bytes.")
    landed_at: datetime

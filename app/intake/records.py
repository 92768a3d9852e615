"""Records: what was handed in as the source systems write it, the insurer's part filled in."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.intake.schemas import NewCustomer, NewPet, NewPolicy
from app.lake.schemas import Pet
from insurance.diagnoses import DIAGNOSES
from insurance.identities import add_years
from insurance.plans import PLANS, quote
from insurance.submission import Submission
from insurance.vocabulary import CLAIM_STATUSES

Record = dict[str, Any]


def claim_record(filed: Submission, token: str, now: datetime) -> Record:
    """A claim as it comes in: submitted now, undecided."""
    diagnosis = DIAGNOSES[filed.diagnosis_code]
    return {
        "claim_id": f"CLM-P-{token}",
        "claim_number": f"CN-P-{token}",
        "policy_id": filed.policy_id,
        "pet_id": filed.pet_id,
        "customer_id": filed.customer_id,
        "provider_id": filed.provider_id,
        "claim_type": diagnosis.claim_type,
        "claim_category": diagnosis.category,
        "service_date": filed.service_date.isoformat(),
        "submitted_date": now.date().isoformat(),
        "claim_amount": float(filed.claim_amount),
        "deductible_applied": 0.0,
        "covered_amount": 0.0,
        "paid_amount": 0.0,
        "status": CLAIM_STATUSES[0],
        "denial_reason": None,
        "processing_days": None,
        "diagnosis_code": filed.diagnosis_code,
        "treatment_notes": filed.treatment_notes,
        "invoice_number": filed.invoice_number or f"INV-P-{token}",
        "is_emergency": filed.is_emergency,
        "is_recurring": diagnosis.is_chronic,
        **_times(now),
        "line_items": [
            {"description": item.description, "amount": float(item.amount)}
            for item in filed.line_items
        ],
    }


def pet_record(new: NewPet, customer_id: str, token: str, now: datetime) -> Record:
    """A pet as its owner describes it."""
    return {
        "pet_id": f"PET-P-{token}",
        "customer_id": customer_id,
        "pet_name": new.pet_name,
        "species": new.species,
        "breed": new.breed,
        "gender": new.gender,
        "date_of_birth": new.date_of_birth.isoformat(),
        "weight_lbs": float(new.weight_lbs),
        "color": new.color,
        "microchip_id": new.microchip_id,
        "is_neutered": new.is_neutered,
        "pre_existing_conditions": new.pre_existing_conditions,
        "vaccination_status": new.vaccination_status,
        "adoption_date": new.adoption_date.isoformat() if new.adoption_date else None,
        "is_active": True,
        **_times(now),
    }


def policy_record(
    new: NewPolicy, pet: Pet, customer_id: str, begins: date, token: str, now: datetime
) -> Record:
    """The first policy year of a pet, priced by the price list."""
    plan = PLANS[new.plan_name]
    return {
        "policy_id": f"POL-P-{token}",
        "policy_number": f"PI-P-{token}-01",
        "customer_id": customer_id,
        "pet_id": pet.pet_id,
        "plan_name": plan.name,
        "monthly_premium": float(premium(plan.name, pet, begins)),
        "annual_deductible": float(plan.annual_deductible),
        "coverage_limit": None if plan.coverage_limit is None else float(plan.coverage_limit),
        "reimbursement_percentage": plan.reimbursement_percentage,
        "effective_date": begins.isoformat(),
        "expiration_date": add_years(begins, 1).isoformat(),
        "status": "Active" if begins <= now.date() else "Pending",
        "payment_method": new.payment_method,
        "payment_frequency": new.payment_frequency,
        "waiting_period_days": plan.waiting_period_days,
        "includes_wellness": plan.includes_wellness,
        "includes_dental": plan.includes_dental,
        "includes_behavioral": plan.includes_behavioral,
        "cancellation_date": None,
        "renewal_count": 0,
        **_times(now),
    }


def customer_record(new: NewCustomer, token: str, now: datetime) -> Record:
    """A customer who has registered; their password is not the lake's business."""
    return {
        "customer_id": f"CUST-P-{token}",
        "first_name": new.first_name,
        "last_name": new.last_name,
        "email": new.email.lower(),
        "phone": new.phone,
        "address_line1": new.address_line1,
        "city": new.city,
        "state": new.state,
        "zip_code": new.zip_code,
        "country": "USA",
        "date_of_birth": new.date_of_birth.isoformat(),
        "customer_since": now.date().isoformat(),
        "preferred_contact": new.preferred_contact,
        "marketing_opt_in": new.marketing_opt_in,
        "referral_source": new.referral_source,
        "customer_segment": "Prospect",
        "lifetime_value": 0.0,
        **_times(now),
    }


def premium(plan_name: str, pet: Pet, day: date) -> Decimal:
    """The pet's monthly premium for a policy that begins that day, in dollars.

    Raises `KeyError` for a breed that the price list does not know.
    """
    return quote(plan_name, pet.species, pet.breed or "", age_years(pet.date_of_birth or day, day))


def age_years(born: date, day: date) -> int:
    """Age in whole years on a day; not below 0."""
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def _times(now: datetime) -> Record:
    moment = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"created_at": moment, "updated_at": moment}

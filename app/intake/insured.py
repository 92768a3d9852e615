"""Insured: which pets can be described and insured, and for how much."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from fastapi import HTTPException

from app.intake.idempotency import Reserved
from app.intake.records import Record, policy_record, premium
from app.intake.schemas import NewPet, NewPolicy, Quote, QuoteFor
from app.lake.schemas import Pet
from app.services import Services
from insurance.plans import PLANS
from insurance.species import breed_of
from insurance.vocabulary import CATEGORIES

AHEAD = timedelta(days=60)
"""How far ahead a policy may begin."""


def require_known_pet(new: NewPet) -> None:
    """Raise 422 for a species, breed or gender that the insurer does not know, or a wrong day."""
    for name in ("species", "gender", "vaccination_status"):
        allowed = CATEGORIES["pets"][name]
        if getattr(new, name) not in allowed:
            raise HTTPException(422, f"{name} is one of {', '.join(allowed)}.")
    _require_breed(new.species, new.breed)
    if new.date_of_birth > datetime.now(UTC).date():
        raise HTTPException(422, "The date of birth lies in the future.")
    if new.adoption_date and new.adoption_date < new.date_of_birth:
        raise HTTPException(422, "A pet is born before it is adopted.")


def policy(services: Services, new: NewPolicy, customer_id: str, reserved: Reserved) -> Record:
    """The record of a new policy; 422 or 409 says what stands in its way."""
    pet = _own_pet(services, new.pet_id, customer_id)
    today = reserved.made_at.date()
    begins = new.effective_date or today
    if new.plan_name not in PLANS:
        raise HTTPException(422, f"plan_name is one of {', '.join(PLANS)}.")
    for name in ("payment_method", "payment_frequency"):
        allowed = CATEGORIES["policies"][name]
        if getattr(new, name) not in allowed:
            raise HTTPException(422, f"{name} is one of {', '.join(allowed)}.")
    if not today <= begins <= today + AHEAD:
        raise HTTPException(422, f"A policy begins today, or up to {AHEAD.days} days ahead.")
    if pet.is_active is False:
        raise HTTPException(422, f"{pet.pet_name} is not with you any more.")
    _require_breed(pet.species, pet.breed or "")
    _require_uninsured(services, pet, begins, customer_id, reserved)
    return policy_record(new, pet, customer_id, begins, reserved.token, reserved.made_at)


def quotes(services: Services, wanted: QuoteFor, customer_id: str) -> list[Quote]:
    """The price of every plan for a pet."""
    today = datetime.now(UTC).date()
    pet = _described(services, wanted, customer_id)
    _require_breed(pet.species, pet.breed or "")
    return [
        Quote(
            plan_name=plan.name,
            monthly_premium=premium(plan.name, pet, today),
            annual_deductible=plan.annual_deductible,
            coverage_limit=plan.coverage_limit,
            reimbursement_percentage=plan.reimbursement_percentage,
            waiting_period_days=plan.waiting_period_days,
            includes_wellness=plan.includes_wellness,
            includes_dental=plan.includes_dental,
            includes_behavioral=plan.includes_behavioral,
        )
        for plan in PLANS.values()
    ]


def _described(services: Services, wanted: QuoteFor, customer_id: str) -> Pet:
    if wanted.pet_id:
        return _own_pet(services, wanted.pet_id, customer_id)
    if not (wanted.species and wanted.breed and wanted.date_of_birth):
        raise HTTPException(422, "Name a pet_id, or species, breed and date_of_birth.")
    nothing = dict.fromkeys(Pet.model_fields)
    return Pet.model_construct(**{**nothing, **wanted.model_dump(exclude={"pet_id"})})


def _own_pet(services: Services, pet_id: str, customer_id: str) -> Pet:
    for pet in services.portfolio.pets(customer_id):
        if pet.pet_id == pet_id:
            return pet
    raise HTTPException(422, "This pet does not belong to the signed-in customer.")


def _require_breed(species: str, breed: str) -> None:
    try:
        breed_of(species, breed)
    except KeyError:
        raise HTTPException(422, f"There is no price for the breed {breed!r}.") from None


def _require_uninsured(
    services: Services, pet: Pet, begins: date, customer_id: str, reserved: Reserved
) -> None:
    for known in services.portfolio.policies(customer_id):
        end = min(known.expiration_date, known.cancellation_date or known.expiration_date)
        own = known.policy_id == f"POL-P-{reserved.token}"
        if known.pet_id == pet.pet_id and end > begins and not own:
            raise HTTPException(409, f"{pet.pet_name} is insured until {end} already.")

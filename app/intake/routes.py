"""Routes of the intake: claims, pets, policies, quotes and new customers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from fastapi import APIRouter, HTTPException, Request, Response
from pydantic import BaseModel

from app.accounts.accounts import register, require_free
from app.accounts.routes import address_of, wait_first, welcome
from app.accounts.schemas import Me
from app.dependencies import CustomerIdDep, ServicesDep
from app.intake import claims, insured
from app.intake.idempotency import IdempotencyKey, Reserved, digest, keep_answer, reserve
from app.intake.landing import land
from app.intake.records import customer_record, pet_record
from app.intake.schemas import (
    ClaimDraft,
    NewCustomer,
    NewPet,
    NewPolicy,
    Quote,
    QuoteFor,
    Receipt,
)
from app.services import Services
from app.web.errors import problems

router = APIRouter(tags=["intake"])
FAILURES = problems(401, 403, 409, 422, 503)
REPLAYED = "Idempotent-Replayed"


@router.post("/claims", status_code=201, responses=FAILURES)
def submit_claim(
    draft: ClaimDraft,
    services: ServicesDep,
    customer_id: CustomerIdDep,
    response: Response,
    key: IdempotencyKey = None,
) -> Receipt:
    """File a claim: it is a JSON file in container raw when this answers."""

    def taken_in(reserved: Reserved) -> Receipt:
        return claims.take_in(services, claims.filed(draft, customer_id), reserved)

    return _once(services, customer_id, "claims", key, draft, taken_in, response)


@router.post("/pets", status_code=201, responses=FAILURES)
def add_pet(
    new: NewPet,
    services: ServicesDep,
    customer_id: CustomerIdDep,
    response: Response,
    key: IdempotencyKey = None,
) -> Receipt:
    """Add a pet of one's own."""
    insured.require_known_pet(new)

    def taken_in(reserved: Reserved) -> Receipt:
        record = pet_record(new, customer_id, reserved.token, reserved.made_at)
        return land(services.lake, services.landed, "pets", record, reserved.made_at)

    return _once(services, customer_id, "pets", key, new, taken_in, response)


@router.post("/policies", status_code=201, responses=FAILURES)
def take_out_policy(
    new: NewPolicy,
    services: ServicesDep,
    customer_id: CustomerIdDep,
    response: Response,
    key: IdempotencyKey = None,
) -> Receipt:
    """Insure a pet; the price is the price list's."""

    def taken_in(reserved: Reserved) -> Receipt:
        record = insured.policy(services, new, customer_id, reserved)
        return land(services.lake, services.landed, "policies", record, reserved.made_at)

    return _once(services, customer_id, "policies", key, new, taken_in, response)


@router.post("/quotes", responses=problems(401, 403, 422, 503))
def quotes(wanted: QuoteFor, services: ServicesDep, customer_id: CustomerIdDep) -> list[Quote]:
    """What each plan would cost a month, as of today."""
    return insured.quotes(services, wanted, customer_id)


@router.post("/customers", status_code=201, responses=problems(409, 422, 429, 503))
def become_customer(
    new: NewCustomer, services: ServicesDep, request: Request, response: Response
) -> Me:
    """Register: the customer lands in container raw, then may sign in, and is signed in."""
    email = new.email.lower()
    if new.date_of_birth >= datetime.now(UTC).date():
        raise HTTPException(422, "The date of birth lies in the future.")
    wait_first(services.throttle.registration(address_of(request)))
    with services.sessions() as session:
        require_free(session, email)
    # Whoever was cut off between the file and the account comes back with the same words.
    words = digest(new)
    reserved = reserve(services.sessions, email, "customers", words, words)
    record = customer_record(new, reserved.token, reserved.made_at)
    receipt = land(services.lake, services.landed, "customers", record, reserved.made_at)
    with services.sessions.begin() as session:
        account = register(
            session,
            email=email,
            password=new.password.get_secret_value(),
            name=f"{new.first_name} {new.last_name}",
            customer_id=receipt.id,
        )
        return welcome(account, response, services)


def _once(
    services: Services,
    owner: str,
    route: str,
    key: str | None,
    body: BaseModel,
    take_in: Callable[[Reserved], Receipt],
    response: Response,
) -> Receipt:
    """Take something in once, however often it is sent under the same key."""
    reserved = reserve(services.sessions, owner, route, key, digest(body))
    if reserved.answer is not None:
        response.headers[REPLAYED] = "true"
        return Receipt.model_validate(reserved.answer)
    receipt = take_in(reserved)
    keep_answer(services.sessions, reserved, receipt)
    return receipt

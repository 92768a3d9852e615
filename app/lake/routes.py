"""Routes of what the lake knows: catalogue, pets, policies, claims."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from app.accounts.user import User
from app.dependencies import CustomerIdDep, ServicesDep, UserDep
from app.lake import catalogue
from app.lake.catalogue import Catalog, Provider, ScenarioOption
from app.lake.schemas import Claim, Page, Pet, Policy, page_of
from app.services import Services
from app.web.errors import problems
from lakehouse.lake_file import read_note

router = APIRouter(tags=["lake"])
FAILURES = problems(401, 403, 422, 503)

PageNumber = Annotated[int, Query(ge=1, le=100_000)]
PageSize = Annotated[int, Query(ge=1, le=100)]
Search = Annotated[str, Query(max_length=80)]
Choice = Annotated[str | None, Query(max_length=40)]

NO_SUCH_CLAIM = "There is no such claim."


@router.get("/catalog", responses=FAILURES)
def catalog(user: UserDep) -> Catalog:
    """What forms offer to choose from."""
    return catalogue.catalog()


@router.get("/providers", responses=FAILURES)
def providers(
    services: ServicesDep,
    user: UserDep,
    search: Search = "",
    page: PageNumber = 1,
    page_size: PageSize = 20,
) -> Page[Provider]:
    """Providers by name, place or id."""
    found = catalogue.matching(services.portfolio.providers(), search)
    return page_of(found, page, page_size)


@router.get("/scenarios", responses=FAILURES)
def scenarios(services: ServicesDep, customer_id: CustomerIdDep) -> list[ScenarioOption]:
    """Claims ready to be filed by the signed-in customer, each with what it will meet."""
    return catalogue.scenarios_of(customer_id, read_note(services.lake))


@router.get("/pets", responses=FAILURES)
def pets(services: ServicesDep, customer_id: CustomerIdDep) -> list[Pet]:
    """One's own pets."""
    return services.portfolio.pets(customer_id)


@router.get("/policies", responses=FAILURES)
def policies(services: ServicesDep, customer_id: CustomerIdDep) -> list[Policy]:
    """One's own policies, the newest first."""
    return services.portfolio.policies(customer_id)


@router.get("/claims", responses=FAILURES)
def claims(
    services: ServicesDep,
    user: UserDep,
    status: Choice = None,
    pet_id: Choice = None,
    search: Search = "",
    page: PageNumber = 1,
    page_size: PageSize = 20,
) -> Page[Claim]:
    """One's own claims, the newest first; for the presenter, all that the portal took in."""
    text = search.strip().lower()
    found = [
        claim
        for claim in _claims_for(services, user)
        if status in (None, claim.status)
        and pet_id in (None, claim.pet_id)
        and (not text or text in _searched(claim))
    ]
    return page_of(found, page, page_size)


@router.get("/claims/{claim_id}", responses={**FAILURES, **problems(404)})
def claim(claim_id: str, services: ServicesDep, user: UserDep) -> Claim:
    """One claim; somebody else's answers as one that is not there."""
    return visible_claim(services, user, claim_id)


def visible_claim(services: Services, user: User, claim_id: str) -> Claim:
    """A claim that a user may see; 404 for any other, whether there is one or not."""
    for found in _claims_for(services, user):
        if found.claim_id == claim_id:
            return found
    raise HTTPException(404, NO_SUCH_CLAIM)


def _claims_for(services: Services, user: User) -> list[Claim]:
    if user.role == "presenter":
        return services.portfolio.portal_claims()
    if user.customer_id is None:
        raise HTTPException(403, "Only customers and the presenter see single claims here.")
    return services.portfolio.claims(user.customer_id)


def _searched(claim: Claim) -> str:
    texts = (
        claim.claim_id,
        claim.claim_number,
        claim.diagnosis,
        claim.diagnosis_code,
        claim.provider_name,
        claim.pet_name,
    )
    return " ".join(text for text in texts if text).lower()

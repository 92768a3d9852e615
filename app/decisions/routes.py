"""Routes of decisions; the presenter's alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response

from app.decisions import deciding, queue
from app.decisions.case import case_of
from app.decisions.deciding import AlreadyDecided, NotOurs
from app.decisions.proposal import proposal_of
from app.decisions.revision import NotPayable
from app.decisions.schemas import Decided, Decision, OpenClaims, Proposal
from app.dependencies import PresenterDep, ServicesDep
from app.journey.routes import ClaimId
from app.lake.routes import visible_claim
from app.web.errors import problems

router = APIRouter(tags=["decisions"])

PageNumber = Annotated[int, Query(ge=1, le=100_000)]
PageSize = Annotated[int, Query(ge=1, le=100)]
ApprovedAmount = Annotated[
    Decimal | None,
    Query(gt=0, max_digits=8, decimal_places=2, description="Null: the whole claimed amount."),
]


@router.get("/decisions/queue", responses=problems(401, 403, 422, 503))
def open_claims(
    services: ServicesDep, user: PresenterDep, page: PageNumber = 1, page_size: PageSize = 20
) -> OpenClaims:
    """Portal claims that wait for a decision, the newest first."""
    return queue.open_claims(services, page, page_size)


@router.get("/decisions/{claim_id}/proposal", responses=problems(401, 403, 404, 422, 503))
def proposal(
    claim_id: ClaimId,
    services: ServicesDep,
    user: PresenterDep,
    approved_amount: ApprovedAmount = None,
) -> Proposal:
    """What the plan would pay, with what is left of deductible and coverage.

    With `approved_amount` of that part of the claim, before it is decided so.
    """
    case = case_of(services, visible_claim(services, user, claim_id))
    return proposal_of(case, approved_amount)


@router.post(
    "/claims/{claim_id}/decision",
    status_code=201,
    responses={
        200: {"model": Decided, "description": "The same decision again"},
        **problems(401, 403, 404, 409, 422, 503),
    },
)
def decide(
    claim_id: ClaimId,
    decision: Decision,
    services: ServicesDep,
    user: PresenterDep,
    response: Response,
) -> Decided:
    """Decide an open claim: a revision of its file, which the next run brings to gold.

    201 for the decision, 200 for the same one again; 409 where the claim is decided otherwise,
    or can only be denied.
    """
    claim = visible_claim(services, user, claim_id)
    try:
        decided, is_new = deciding.decide(services, claim, decision, user)
    except (AlreadyDecided, NotOurs, NotPayable) as error:
        raise HTTPException(409, str(error)) from error
    response.status_code = 201 if is_new else 200
    return decided

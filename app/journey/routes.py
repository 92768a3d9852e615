"""Routes of the journey."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from app.dependencies import ServicesDep, UserDep
from app.journey.journey import journey_of
from app.journey.schemas import Journey
from app.lake.routes import visible_claim
from app.web.errors import problems

router = APIRouter(tags=["claims"])

ClaimId = Annotated[str, Path(max_length=128, examples=["CLM-P-0A1B2C3D4E5F"])]


@router.get("/claims/{claim_id}/journey", responses=problems(401, 403, 404, 422, 503))
def journey(claim_id: ClaimId, services: ServicesDep, user: UserDep) -> Journey:
    """A claim's way from its file to gold, with table version and time at each hop.

    Somebody else's claim answers as one that is not there. Signs of fraud are told to those who
    decide, not to the customer.
    """
    found = journey_of(services, visible_claim(services, user, claim_id))
    return found if user.role == "presenter" else found.without_signs()

"""Queue: the portal's claims that wait for a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.decisions.schemas import OpenClaim, OpenClaims
from app.journey.rules import broken_rules
from app.lake.schemas import Claim
from app.services import Services
from app.tracker.sightings import FLAGS
from insurance.vocabulary import DECIDED_STATUSES
from lakehouse.errors import LakeEmpty
from lakehouse.serving import Console

BROKEN = """
SELECT claim_id, _rules_broken FROM petinsure_silver.fact_claims
WHERE claim_id IN (SELECT unnest($1)) AND NOT _is_duplicate
"""
SUSPECTED = f"""
SELECT claim_id, suspected_fraud, {", ".join(FLAGS)} FROM petinsure_gold.claims_analytics
WHERE claim_id IN (SELECT unnest($1))
"""  # noqa: S608  # names from the table's declaration


def open_claims(services: Services, page: int, page_size: int) -> OpenClaims:
    """One page of them, the newest first; raises `StorageUnavailable`."""
    waiting = [c for c in services.portfolio.portal_claims() if c.status not in DECIDED_STATUSES]
    shown = waiting[(page - 1) * page_size :][:page_size]
    names = [claim.claim_id for claim in shown]
    broken = _by_claim(services.console, BROKEN, names)
    suspected = _by_claim(services.console, SUSPECTED, names)
    return OpenClaims(
        items=[
            _open(c, _landed_at(services, c), broken.get(c.claim_id), suspected.get(c.claim_id))
            for c in shown
        ],
        page=page,
        page_size=page_size,
        total=len(waiting),
    )


def _open(
    claim: Claim,
    landed_at: datetime | None,
    broken: Sequence[Any] | None,
    suspected: Sequence[Any] | None,
) -> OpenClaim:
    marks = suspected[1:] if suspected else ()
    flags = [flag for flag, is_raised in zip(FLAGS, marks, strict=bool(marks)) if is_raised]
    return OpenClaim(
        **claim.model_dump(include=set(OpenClaim.model_fields)),
        landed_at=landed_at,
        rules_broken=broken_rules(broken[0]) if broken else None,
        fraud_flags=flags if suspected else None,
        suspected_fraud=suspected[0] if suspected else None,
    )


def _landed_at(services: Services, claim: Claim) -> datetime | None:
    files = services.landed.revisions("claims", claim.claim_id)
    return files[0].modified if files else claim.created_at


def _by_claim(console: Console, sql: str, names: list[str]) -> dict[str, Sequence[Any]]:
    if not names:
        return {}
    try:
        return {row[0]: row[1:] for row in console.query(sql, parameters=[names]).rows}
    except LakeEmpty:
        return {}

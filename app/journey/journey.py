"""Journey: a claim's files and rows put together, from raw to gold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.journey.hops import Hops
from app.journey.log import Log
from app.journey.schemas import BronzeHop, GoldHop, Journey, RawFile, SilverHop, Stage
from app.lake.landed import LandedFile
from app.lake.schemas import Claim
from app.services import Services
from app.tracker.progress import tracked_of
from lakehouse.journey.rows import bronze_rows, gold_rows, silver_rows
from lakehouse.serving.deadline import together
from lakehouse.storage import Lake


def journey_of(services: Services, claim: Claim) -> Journey:
    """The way of a claim, as far as it has come; raises `StorageUnavailable`."""
    console, lake, claim_id = services.console, services.lake, claim.claim_id
    files = services.landed.revisions("claims", claim_id)
    hops = Hops({f.path: f.revision for f in files}, tracked_of(services.sessions, claim_id))
    taken, judged, counted = together(
        partial(ask, console, claim_id) for ask in (bronze_rows, silver_rows, gold_rows)
    )
    bronze = hops.bronze(Log(lake, "claims_raw"), taken)
    silver = hops.silver(Log(lake, "fact_claims"), judged, bronze)
    logged = Log(lake, "claims_analytics")
    gold = next((hops.gold(logged, row, silver) for row in counted), None)
    return Journey(
        claim_id=claim_id,
        claim_number=claim.claim_number,
        customer_id=claim.customer_id,
        pet_id=claim.pet_id,
        service_date=claim.service_date,
        status=claim.status,
        reached=_reached(bronze, silver, gold),
        stops_at="silver" if silver and not silver[-1].is_valid else None,
        raw=_raw(lake, files, bronze),
        bronze=bronze,
        silver=silver,
        gold=gold,
    )


def _reached(
    bronze: Sequence[BronzeHop], silver: Sequence[SilverHop], gold: GoldHop | None
) -> Stage:
    if gold:
        return "gold"
    if silver:
        return "silver"
    return "bronze" if bronze else "raw"


def _raw(lake: Lake, files: Sequence[LandedFile], bronze: Sequence[BronzeHop]) -> list[RawFile]:
    """The portal's own files of the claim, and those of other systems that delivered it."""
    own = [
        RawFile(
            revision=file.revision,
            path=f"raw/{file.path}",
            size=file.size,
            modified=file.modified,
            etag=file.etag,
        )
        for file in files
    ]
    others = {hop.source_file for hop in bronze} - {file.path for file in own}
    if not others:
        return own
    delivered = [
        RawFile(
            revision=1,
            path=f"raw/{file.path}",
            size=file.size,
            modified=file.modified,
            etag=file.etag,
        )
        for file in lake.source_files()
        if f"raw/{file.path}" in others
    ]
    return [*delivered, *own]

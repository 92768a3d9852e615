"""Landing: one record becomes one JSON object in container raw, under a name we make."""

from __future__ import annotations

import json
from datetime import datetime

import structlog

from app.intake.records import Record
from app.intake.schemas import Receipt
from app.lake.landed import KEYS, Kind, Landed, LandedFile
from lakehouse.storage import Lake

NUMBERS: dict[Kind, str] = {"claims": "claim_number", "policies": "policy_number"}

log = structlog.get_logger("petinsure")


def land(lake: Lake, landed: Landed, kind: Kind, record: Record, at: datetime) -> Receipt:
    """Write a record, never over another one; a second attempt at the same one changes nothing.

    Raises `StorageUnavailable`; nothing was stored then that was acknowledged.
    """
    key = str(record[KEYS[kind]])
    path = f"{kind}/{key}.json"
    data = written(record)
    is_new = lake.create("raw", path, data)
    etag = None  # the mirror learns it at its next look
    landed.add(LandedFile(kind, key, 1, path, len(data), at, etag, record))
    log.info("landed", path=f"raw/{path}", size=len(data), new=is_new)
    return Receipt(
        kind=kind,
        id=key,
        number=record.get(NUMBERS.get(kind, "")),
        path=f"raw/{path}",
        size=len(data),
        landed_at=at,
    )


def written(record: Record) -> bytes:
    """A record as a JSON object on lines of its own, in ASCII so that nothing can be misread."""
    return (json.dumps(record, indent=2, allow_nan=False) + "\n").encode()

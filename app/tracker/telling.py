"""Telling: whether a claim's owner is told of what was seen, and what."""

from __future__ import annotations

from typing import Any

from app.lake.landed import LandedFile
from app.notifications.notice import Notice
from app.tracker import wording
from app.tracker.models import TrackedFile
from app.tracker.sightings import InBronze, InSilver
from app.tracker.watch import Sighting
from app.tracker.wording import Subject
from insurance.vocabulary import DECIDED_STATUSES


def told(tracked: TrackedFile, file: LandedFile) -> Notice | None:
    """What a file's landing means, unless its owner was told by whoever landed it."""
    claim = _subject(tracked)
    if claim is None:
        return None
    if file.revision == 1:
        return wording.landed(claim, file.path, file.size)
    if file.record.get("status") in DECIDED_STATUSES:
        return wording.decided(claim, file.revision, file.record)
    return None


def reached(file: TrackedFile, sighting: Sighting[Any]) -> Notice | None:
    """What a layer means to a claim's owner; of its revisions they know already."""
    claim, row = _subject(file), sighting.row
    if claim is None or file.revision != 1:
        return None
    version = sighting.arrival.version
    if isinstance(row, InBronze):
        return wording.reached_bronze(claim, version)
    if isinstance(row, InSilver):
        return wording.reached_silver(claim, version, row)
    return wording.reached_gold(claim, version)


def _subject(file: TrackedFile) -> Subject | None:
    """Of which claim to tell whom; None where nobody is to be told."""
    if file.quiet or file.customer_id is None:
        return None
    return Subject(file.claim_id, file.number, file.customer_id)

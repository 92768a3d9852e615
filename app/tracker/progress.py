"""Progress: how far each tracked file has come, in memory and in the portal's database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app.database import Sessions, utc_now
from app.lake.landed import LandedFile
from app.notifications.models import NoticeRow
from app.tracker.models import Beginning, TrackedFile
from lakehouse.table import LAYERS, Layer

CHUNK = 500
"""Names in one statement; SQLite takes no more than some thousands."""


@dataclass(frozen=True)
class Arrival:
    """The version of a layer's table that brought a row there, and when it was committed."""

    version: int
    at: datetime


def arrival(file: TrackedFile, layer: Layer) -> Arrival | None:
    """How a file came into a layer; None where it has not, or nobody saw it."""
    version, at = getattr(file, f"{layer}_version"), getattr(file, f"{layer}_at")
    return None if version is None else Arrival(version, at)


def waiting(files: Iterable[TrackedFile], layer: Layer) -> list[TrackedFile]:
    """The files that are in the layer before (bronze: in raw), but not in this one."""
    before = LAYERS[LAYERS.index(layer) - 1] if layer != LAYERS[0] else None
    return [
        file
        for file in files
        if arrival(file, layer) is None and (before is None or arrival(file, before))
    ]


def began(sessions: Sessions) -> datetime:
    """Since when this database tracks claims."""
    with sessions.begin() as session:
        session.execute(insert(Beginning).values(one=1, since=utc_now()).on_conflict_do_nothing())
        return session.scalars(select(Beginning.since)).one()


def tracked(sessions: Sessions) -> dict[str, TrackedFile]:
    """All tracked files by path."""
    with sessions() as session:
        return {file.path: file for file in session.scalars(select(TrackedFile))}


def tracked_of(sessions: Sessions, claim_id: str) -> dict[str, TrackedFile]:
    """The tracked files of one claim by path."""
    with sessions() as session:
        found = session.scalars(select(TrackedFile).where(TrackedFile.claim_id == claim_id))
        return {file.path: file for file in found}


def note(session: Session, layer: Layer, arrivals: Mapping[str, Arrival]) -> None:
    """Store that files came into a layer."""
    version, at = f"{layer}_version", f"{layer}_at"
    rows = [{"path": p, version: a.version, at: a.at} for p, a in arrivals.items()]
    if rows:
        session.execute(update(TrackedFile), rows)


def learn(session: Session, files: Iterable[LandedFile]) -> None:
    """Store what storage says of files that were tracked before it was asked."""
    rows = [{"path": f.path, "etag": f.etag, "modified": f.modified} for f in files]
    if rows:
        session.execute(update(TrackedFile), rows)


def forget(session: Session, files: Collection[TrackedFile]) -> None:
    """Forget files that are gone, and that their claims were told about: they may come again."""
    paths, claims = [f.path for f in files], list({f.claim_id for f in files})
    for first in range(0, len(paths), CHUNK):
        gone = paths[first : first + CHUNK]
        session.execute(delete(TrackedFile).where(TrackedFile.path.in_(gone)))
    for first in range(0, len(claims), CHUNK):
        told = NoticeRow.claim_id.in_(claims[first : first + CHUNK])
        session.execute(update(NoticeRow).where(told).values(once=None))

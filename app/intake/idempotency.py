"""Idempotency: the same request twice is one record; a key names the request.

The record's id and time are reserved before anything is written, so an attempt that was cut off
goes on with the same file under the same name, to the last byte.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Header
from pydantic import BaseModel
from sqlalchemy import JSON, String, UniqueConstraint, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base, Sessions, utc_now
from lakehouse.errors import PetInsureError

IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        pattern=r"^[\x21-\x7e]{8,128}$",
        description="Names this request: sent again, it gets the same answer and lands once.",
    ),
]


class KeyUsedOtherwise(PetInsureError):
    """An idempotency key came with another body."""


class Reservation(Base):
    """A request that was begun, and its answer once there is one."""

    __tablename__ = "reservations"
    __table_args__ = (UniqueConstraint("owner", "route", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(String(260))
    route: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(260))
    body: Mapped[str] = mapped_column(String(64))
    token: Mapped[str] = mapped_column(String(24))
    made_at: Mapped[datetime]
    answer: Mapped[dict[str, Any] | None] = mapped_column(JSON)


@dataclass(frozen=True)
class Reserved:
    """What a request may use: the token of its ids, its time (UTC), an answer given before."""

    id: int | None
    token: str
    made_at: datetime
    answer: dict[str, Any] | None = None


def digest(body: BaseModel) -> str:
    """What tells one body from another; passwords are left out."""
    text = body.model_dump_json(exclude={"password"})
    return hashlib.sha256(text.encode()).hexdigest()


def reserve(sessions: Sessions, owner: str, route: str, key: str | None, body: str) -> Reserved:
    """Reserve the ids of a request, or find what an earlier attempt of it reserved.

    Raises `KeyUsedOtherwise` where the key came with another body.
    """
    token, now = secrets.token_hex(6).upper(), utc_now()
    if key is None:
        return Reserved(None, token, now)
    values = {"owner": owner, "route": route, "key": key}
    with sessions.begin() as session:
        session.execute(
            insert(Reservation)
            .values(body=body, token=token, made_at=now, **values)
            .on_conflict_do_nothing()
        )
        found = session.scalars(select(Reservation).filter_by(**values)).one()
    if found.body != body:
        msg = "This Idempotency-Key was used for another request; send a new key."
        raise KeyUsedOtherwise(msg)
    return Reserved(found.id, found.token, found.made_at.replace(tzinfo=UTC), found.answer)


def keep_answer(sessions: Sessions, reserved: Reserved, answer: BaseModel) -> None:
    """Keep the answer for whoever asks again."""
    if reserved.id is None:
        return
    given = answer.model_dump(mode="json")
    with sessions.begin() as session:
        wanted = update(Reservation).where(Reservation.id == reserved.id)
        session.execute(wanted.values(answer=given))

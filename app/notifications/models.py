"""Models of notifications in the portal's database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, DateTime, Index, String
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from app.database import Base


class UtcMoment(TypeDecorator[datetime]):
    """A point in time; SQLite forgets the zone, which is always UTC here."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: object) -> datetime | None:
        """As stored: UTC without its zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: object) -> datetime | None:
        """As read: with its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


class NoticeRow(Base):
    """One thing that was told, to a customer or to an audience; ids only ever grow.

    `once` names what must not be told twice, such as `claim_in_gold:CLM-P-0A1B2C3D4E5F`.
    """

    __tablename__ = "notices"
    __table_args__ = (
        Index("notices_of_customer", "customer_id", "id"),
        Index("notices_of_audience", "audience", "id"),
        CheckConstraint("customer_id IS NOT NULL OR audience IS NOT NULL", "notice_for_someone"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[str | None] = mapped_column(String(64))
    audience: Mapped[str | None] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(32))
    title: Mapped[str]
    body: Mapped[str]
    claim_id: Mapped[str | None] = mapped_column(String(128), index=True)
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    once: Mapped[str | None] = mapped_column(unique=True)


class ReadMark(Base):
    """Up to which notice someone has read theirs."""

    __tablename__ = "notices_read"

    reader: Mapped[str] = mapped_column(primary_key=True)
    up_to: Mapped[int]


class Epoch(Base):
    """One row: the name of this database, so that a cursor of another one is not misread."""

    __tablename__ = "notices_epoch"

    one: Mapped[int] = mapped_column(primary_key=True)
    epoch: Mapped[str]

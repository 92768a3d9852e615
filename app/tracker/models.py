"""Models of the tracker in the portal's database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base
from app.notifications.models import UtcMoment


class TrackedFile(Base):
    """A claim's file, and how far it has come: table version and commit time by layer."""

    __tablename__ = "tracked_files"

    path: Mapped[str] = mapped_column(primary_key=True)
    etag: Mapped[str | None]
    modified: Mapped[datetime] = mapped_column(UtcMoment)
    claim_id: Mapped[str] = mapped_column(String(128), index=True)
    number: Mapped[str]
    revision: Mapped[int]
    customer_id: Mapped[str | None] = mapped_column(String(64))
    quiet: Mapped[bool]
    bronze_version: Mapped[int | None]
    bronze_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    silver_version: Mapped[int | None]
    silver_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    gold_version: Mapped[int | None]
    gold_at: Mapped[datetime | None] = mapped_column(UtcMoment)


class Beginning(Base):
    """One row: since when claims are tracked; files older than that are not told about."""

    __tablename__ = "tracking_since"

    one: Mapped[int] = mapped_column(primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcMoment)

"""Model of the schedule in the portal's database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base
from app.notifications.models import UtcMoment


class ScheduleRow(Base):
    """One row: how often a run starts by itself, when the next one does, and who wanted it."""

    __tablename__ = "pipeline_schedule"

    one: Mapped[int] = mapped_column(primary_key=True)
    every_minutes: Mapped[int]
    next_at: Mapped[datetime] = mapped_column(UtcMoment)
    by: Mapped[str]

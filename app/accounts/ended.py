"""Ended sessions: those that were signed out, whose tokens would still be good."""

from __future__ import annotations

import threading
from datetime import datetime

from sqlalchemy import String, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Mapped, mapped_column

from app.accounts.tokens import LONGEST
from app.accounts.user import User
from app.database import Base, Sessions, utc_now


class EndedSession(Base):
    """A session that was signed out, kept until its last token has ended by itself."""

    __tablename__ = "ended_sessions"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    until: Mapped[datetime]


class EndedSessions:
    """Known in memory, as there is one process, and in the database, for the next one."""

    def __init__(self, sessions: Sessions) -> None:
        """Those that earlier processes ended."""
        self._sessions = sessions
        self._lock = threading.Lock()
        with sessions.begin() as session:
            session.execute(delete(EndedSession).where(EndedSession.until < utc_now()))
            self._ids = set(session.scalars(select(EndedSession.id)))

    def end(self, user: User) -> None:
        """End a session: none of its tokens is good from now on."""
        with self._lock:
            self._ids.add(user.session_id)
        ended = insert(EndedSession).values(id=user.session_id, until=user.began + LONGEST)
        with self._sessions.begin() as session:
            session.execute(ended.on_conflict_do_nothing())

    def __contains__(self, session_id: str) -> bool:
        return session_id in self._ids

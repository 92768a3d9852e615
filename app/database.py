"""Database: SQLite for what is not the lake's business: accounts, notifications, idempotency."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

from app.places import database_file
from app.turns import take_turns

Sessions = sessionmaker[Session]

PATIENCE = 15.0
"""Seconds for which a writer waits for the one before."""


class Base(DeclarativeBase):
    """Base of the portal's own tables."""


def open_database(home: Path) -> Engine:
    """The database of a home, its tables made where they are missing."""
    place = database_file(home)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_engine(
        f"sqlite:///{place}",
        connect_args={"timeout": PATIENCE},
        # Threads are bounded already, and one that waits for a password's check has a connection.
        max_overflow=-1,
        # What a failed statement carried is people's data, and errors go to the log.
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    take_turns(engine, PATIENCE)
    Base.metadata.create_all(engine)
    return engine


def sessions(engine: Engine) -> Sessions:
    """What opens a session; used as `with sessions.begin() as session`."""
    return sessionmaker(engine, expire_on_commit=False)


def is_busy(error: OperationalError) -> bool:
    """Whether a statement failed because others wrote all the time; it may be tried again."""
    return "database is locked" in str(error.orig)


def utc_now() -> datetime:
    """Now, in UTC, to the millisecond."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


def _prepare(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    # Readers do not wait for the writer, and a crash loses nothing that was acknowledged.
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()

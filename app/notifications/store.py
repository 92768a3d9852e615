"""Store: notices kept in SQLite, in the order in which they were told."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app.notifications.models import Epoch, NoticeRow, ReadMark
from app.notifications.readers import Reader

KEPT = 5_000
"""Newest notices kept of each customer and audience."""


def epoch(session: Session) -> str:
    """The name of this database; given with the first question for it."""
    fresh = insert(Epoch).values(one=1, epoch=secrets.token_hex(8))
    session.execute(fresh.on_conflict_do_nothing())
    return session.scalars(select(Epoch.epoch)).one()


def of_reader(reader: Reader) -> ColumnElement[bool]:
    """The condition that a notice is one of the reader's."""
    return or_(
        NoticeRow.customer_id == reader.customer_id if reader.customer_id else False,
        NoticeRow.audience.in_(reader.audiences),
    )


def after(session: Session, reader: Reader, id_: int, most: int) -> Sequence[NoticeRow]:
    """The reader's notices behind a place, oldest first."""
    wanted = select(NoticeRow).where(of_reader(reader), NoticeRow.id > id_)
    return session.scalars(wanted.order_by(NoticeRow.id).limit(most)).all()


def newest(
    session: Session, reader: Reader, most: int, *, before: int | None = None
) -> Sequence[NoticeRow]:
    """The reader's newest notices (before a place), newest first."""
    wanted = select(NoticeRow).where(of_reader(reader))
    if before is not None:
        wanted = wanted.where(NoticeRow.id < before)
    return session.scalars(wanted.order_by(NoticeRow.id.desc()).limit(most)).all()


def last_id(session: Session) -> int:
    """The id of the newest notice there is, whoever's; 0 where there is none."""
    return session.scalar(select(func.max(NoticeRow.id))) or 0


def count_after(session: Session, reader: Reader, id_: int) -> int:
    """How many of the reader's notices stand behind a place."""
    wanted = select(func.count()).select_from(NoticeRow)
    return session.scalar(wanted.where(of_reader(reader), NoticeRow.id > id_)) or 0


def read_mark(session: Session, reader: Reader) -> int:
    """The place up to which the reader has read; 0 where they have not begun."""
    return session.scalar(select(ReadMark.up_to).where(ReadMark.reader == reader.name)) or 0


def mark_read(session: Session, reader: Reader, up_to: int) -> None:
    """Move the reader's mark forward; it never goes back, nor beyond what was told."""
    place = min(up_to, last_id(session))
    new = insert(ReadMark).values(reader=reader.name, up_to=place)
    later = func.max(ReadMark.up_to, new.excluded.up_to)
    session.execute(new.on_conflict_do_update(index_elements=["reader"], set_={"up_to": later}))


def trim(session: Session, told: Iterable[tuple[str | None, str | None]], kept: int = KEPT) -> None:
    """Forget the oldest notices of these customers and audiences, beyond what is kept."""
    customers, audiences = zip(*told, strict=True)
    for column, names in ((NoticeRow.customer_id, customers), (NoticeRow.audience, audiences)):
        for name in {name for name in names if name}:
            newest_first = select(NoticeRow.id).where(column == name).order_by(NoticeRow.id.desc())
            edge = newest_first.offset(kept).limit(1).scalar_subquery()
            session.execute(delete(NoticeRow).where(column == name, NoticeRow.id <= edge))

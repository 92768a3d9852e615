"""Routes of notifications: the list, and what was read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import ServicesDep, UserDep
from app.notifications import store
from app.notifications.cursor import position, written
from app.notifications.readers import reader_of
from app.notifications.schemas import Notification, NotificationList, ReadUpTo, Unread
from app.web.errors import problems

router = APIRouter(prefix="/notifications", tags=["notifications"])

Limit = Annotated[int, Query(ge=1, le=200)]
Before = Annotated[str | None, Query(max_length=64, description="Cursor of the last one seen.")]


@router.get("", responses=problems(401))
def notifications(
    services: ServicesDep, user: UserDep, limit: Limit = 50, before: Before = None
) -> NotificationList:
    """The reader's newest notifications, newest first; `before` pages on to older ones."""
    notices, reader = services.notices, reader_of(user)
    end = position(before, notices.epoch) if before else None
    with services.sessions() as session:
        place = store.last_id(session)
        mark = store.read_mark(session, reader)
        rows = store.newest(session, reader, limit, before=end)
        unread = store.count_after(session, reader, mark)
    if rows and end is None:
        place = max(place, rows[0].id)  # it may have been told after the place was read
    return NotificationList(
        items=[Notification.of(row, epoch=notices.epoch, read_up_to=mark) for row in rows],
        unread=unread,
        cursor=written(notices.epoch, place),
    )


@router.post("/read", responses=problems(401))
def mark_read(body: ReadUpTo, services: ServicesDep, user: UserDep) -> Unread:
    """Mark everything up to a place as read; a mark never moves back."""
    notices, reader = services.notices, reader_of(user)
    with services.sessions.begin() as session:
        store.mark_read(session, reader, position(body.up_to, notices.epoch))
        unread = store.count_after(session, reader, store.read_mark(session, reader))
    return Unread(unread=unread)

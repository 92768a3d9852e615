"""Stream: a reader's notices over a WebSocket, those missed first, then each as it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import suppress

from fastapi import WebSocket, WebSocketDisconnect
from pydantic import BaseModel

from app.notifications import store
from app.notifications.cursor import position, written
from app.notifications.models import NoticeRow
from app.notifications.notices import Notices
from app.notifications.readers import Reader
from app.notifications.schemas import Notification, Told, Welcome

REPLAYED = 500
"""Missed notices that are sent again; of more than these only the newest."""
BATCH = 100
"""Notices read from the database at a time; all that a stream ever holds in memory."""
PATIENCE = 20.0
"""Seconds in which a client must take a frame."""

SESSION_ENDED = 4401
TOO_SLOW = 4408


class Stream:
    """One open stream; the client has been accepted."""

    def __init__(self, websocket: WebSocket, notices: Notices, reader: Reader) -> None:
        """Nothing is sent yet."""
        self._websocket = websocket
        self._notices = notices
        self._reader = reader

    async def serve(self, cursor: str | None, news: asyncio.Event, seconds: float) -> None:
        """Send what is behind the cursor (none: behind now) until the client leaves.

        Closes with 4401 after `seconds`, when the session ends, and with 4408 where the client
        takes too long; it comes back with its cursor, and a session, and has missed nothing.
        """
        parts = [asyncio.create_task(x) for x in (self._send(cursor, news), self._listen())]
        try:
            done, _ = await asyncio.wait(
                parts, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
            )
            if not done:
                await self._close(SESSION_ENDED, "The session has ended; sign in again.")
            for part in done:
                part.result()
        except TimeoutError:
            await self._close(TOO_SLOW, "The client is too slow; reconnect with its cursor.")
        except WebSocketDisconnect:
            pass
        finally:
            for part in parts:
                part.cancel()
            await asyncio.gather(*parts, return_exceptions=True)

    async def _send(self, cursor: str | None, news: asyncio.Event) -> None:
        place, welcome = await asyncio.to_thread(self._begin, cursor)
        await self._frame(welcome)
        while True:
            news.clear()  # before reading: what is told meanwhile sets it again
            rows, mark = await asyncio.to_thread(self._behind, place)
            for row in rows:
                told = Notification.of(row, epoch=self._notices.epoch, read_up_to=mark)
                await self._frame(Told(notification=told))
                place = row.id
            if len(rows) < BATCH:
                await news.wait()

    async def _listen(self) -> None:
        """Until the client leaves; what it says is of no interest."""
        while (await self._websocket.receive())["type"] != "websocket.disconnect":
            pass

    async def _frame(self, frame: BaseModel) -> None:
        await self._in_time(self._websocket.send_text(frame.model_dump_json()))

    async def _close(self, code: int, reason: str) -> None:
        with suppress(TimeoutError, RuntimeError, WebSocketDisconnect):  # it may be gone already
            await self._in_time(self._websocket.close(code, reason))

    async def _in_time(self, sending: Awaitable[None]) -> None:
        async with asyncio.timeout(PATIENCE):
            await sending

    def _begin(self, cursor: str | None) -> tuple[int, Welcome]:
        with self._notices.sessions() as session:
            last = store.last_id(session)
            place = last if cursor is None else position(cursor, self._notices.epoch)
            if place > last:  # of a database that was put back since
                place = 0
            missed = store.count_after(session, self._reader, place)
            if missed > REPLAYED:
                oldest = store.newest(session, self._reader, REPLAYED)[-1]
                place = oldest.id - 1
            unread = store.count_after(
                session, self._reader, store.read_mark(session, self._reader)
            )
        welcome = Welcome(
            cursor=written(self._notices.epoch, place),
            unread=unread,
            skipped=max(missed - REPLAYED, 0),
        )
        return place, welcome

    def _behind(self, place: int) -> tuple[list[NoticeRow], int]:
        with self._notices.sessions() as session:
            rows = store.after(session, self._reader, place, BATCH)
            return list(rows), store.read_mark(session, self._reader)

"""Socket: the address of the stream; who may open it is settled before it is accepted."""

from __future__ import annotations

from datetime import UTC, datetime

from fastapi import APIRouter, WebSocket
from fastapi.responses import JSONResponse

from app.dependencies import ServicesDep, user_of
from app.notifications.hub import TooManyStreams
from app.notifications.readers import reader_of
from app.notifications.stream import Stream
from app.web.origin import same_origin

router = APIRouter(prefix="/notifications", tags=["notifications"])

REFUSALS = {
    401: "Sign in first.",
    403: "This stream is opened from another site; open the portal itself.",
    429: "There are too many open streams of this account; close some.",
}


@router.websocket("/stream")
async def stream(websocket: WebSocket, services: ServicesDep, cursor: str | None = None) -> None:
    """The reader's notifications behind a cursor (without one: from now on), as they are told.

    The session's cookie and the Origin are checked at the handshake, which browsers send along
    for any site: 401, 403 or 429 instead of a stream. It is closed with 4401 when the session
    ends, 4408 where the client is too slow, 1012 when the server stops.
    """
    if not same_origin(websocket):
        await _refuse(websocket, 403)
        return
    user = user_of(websocket)
    if user is None:
        await _refuse(websocket, 401)
        return
    reader = reader_of(user)
    try:
        with services.notices.hub.listening(reader) as news:
            await websocket.accept()
            seconds = (user.ends - datetime.now(UTC)).total_seconds()
            await Stream(websocket, services.notices, reader).serve(cursor, news, seconds)
    except TooManyStreams:
        await _refuse(websocket, 429)


async def _refuse(websocket: WebSocket, status: int) -> None:
    answer = {"title": "Refused", "status": status, "detail": REFUSALS[status]}
    await websocket.send_denial_response(
        JSONResponse(answer, status, media_type="application/problem+json")
    )

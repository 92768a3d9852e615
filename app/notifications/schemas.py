"""What clients see of notifications."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from app.notifications.cursor import written
from app.notifications.models import NoticeRow
from app.notifications.notice import Kind

Cursor = Annotated[
    str,
    Field(
        description="A place among the notifications; opaque, and good for this database only.",
        max_length=64,
        examples=["8b24387727a3ed19:1042"],
    ),
]


class Notification(BaseModel):
    """One thing that was told to the reader."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "cursor": "8b24387727a3ed19:1042",
                    "id": 1042,
                    "kind": "claim_in_silver",
                    "created_at": "2026-11-03T09:15:08.214000Z",
                    "title": "Claim CN-P-0A1B2C3D4E5F is checked",
                    "body": "Every rule is kept; quality score 100.",
                    "claim_id": "CLM-P-0A1B2C3D4E5F",
                    "data": {"version": 3, "is_valid": True, "quality_score": 100.0},
                    "read": False,
                }
            ]
        }
    )

    cursor: Cursor
    id: int
    kind: Kind
    created_at: datetime
    title: str
    body: str
    claim_id: str | None
    data: dict[str, Any]
    read: bool

    @classmethod
    def of(cls, row: NoticeRow, *, epoch: str, read_up_to: int) -> Notification:
        """The notification of a stored notice."""
        return cls(
            cursor=written(epoch, row.id),
            id=row.id,
            kind=row.kind,  # type: ignore[arg-type]  # stored from a Notice
            created_at=row.created_at,
            title=row.title,
            body=row.body,
            claim_id=row.claim_id,
            data=row.data,
            read=row.id <= read_up_to,
        )


class NotificationList(BaseModel):
    """The newest notifications, newest first.

    `cursor` is the place behind all that was told so far: a stream opened with it goes on there.
    """

    items: list[Notification]
    unread: int = Field(description="How many of the reader's are unread, listed or not.")
    cursor: Cursor


class ReadUpTo(BaseModel):
    """Up to where the reader has read."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"up_to": "8b24387727a3ed19:1042"}]}
    )

    up_to: Cursor


class Unread(BaseModel):
    """What is left to read."""

    unread: int


class Welcome(BaseModel):
    """First frame of a stream: what follows are the notifications behind the given cursor.

    `skipped` counts older ones that are not sent because there are too many: list them instead.
    """

    type: Literal["welcome"] = "welcome"
    cursor: Cursor
    unread: int
    skipped: int


class Told(BaseModel):
    """Every other frame of a stream."""

    type: Literal["notification"] = "notification"
    notification: Notification


class StreamFrame(RootModel[Annotated[Welcome | Told, Field(discriminator="type")]]):
    """What a stream sends, each as a message of text."""

"""Notices: whatever happens is told here, stored first and then told live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app.database import Sessions, utc_now
from app.notifications import store
from app.notifications.hub import Hub
from app.notifications.models import NoticeRow
from app.notifications.notice import Kind, Notice
from app.notifications.readers import Audience


class Notices:
    """Tells customers and staff; from any thread.

    A notice counts from the moment it is stored: streams read it from the database, so one that
    is away, or slow, misses nothing.
    """

    def __init__(self, sessions: Sessions) -> None:
        """Notices in the portal's database."""
        self.sessions = sessions
        self.hub = Hub()
        with sessions.begin() as session:
            self.epoch = store.epoch(session)

    def tell(
        self,
        *,
        kind: Kind,
        title: str,
        body: str,
        customer_id: str | None = None,
        audience: Audience | None = None,
        claim_id: str | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        """Tell a customer, an audience, or both; stored when this returns.

        What happens to a claim (and to a revision, where `data` has one) is told once only: a
        second time changes nothing.
        """
        self.publish(
            Notice(
                kind=kind,
                title=title,
                body=body,
                customer_id=customer_id,
                audience=audience,
                claim_id=claim_id,
                data=data or {},
            )
        )

    def publish(self, notice: Notice) -> None:
        """Tell what a notice says; stored when this returns."""
        with self.sessions.begin() as session:
            self.record(session, [notice])
        self.wake([notice])

    def record(self, session: Session, notices: Sequence[Notice]) -> None:
        """Store notices within a transaction of the caller's, who calls `wake` once it is done."""
        if not notices:
            return
        now = utc_now()
        values = [
            {
                "customer_id": notice.customer_id,
                "audience": notice.audience,
                "kind": notice.kind,
                "title": notice.title,
                "body": notice.body,
                "claim_id": notice.claim_id,
                "data": dict(notice.data),
                "created_at": now,
                "once": notice.once,
            }
            for notice in notices
        ]
        session.execute(insert(NoticeRow).on_conflict_do_nothing(), values)
        store.trim(session, {(n.customer_id, n.audience) for n in notices})

    def wake(self, notices: Sequence[Notice]) -> None:
        """Let the open streams know that notices were stored."""
        for customer_id, audience in {(n.customer_id, n.audience) for n in notices}:
            self.hub.wake(customer_id, audience)

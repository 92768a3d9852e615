"""Notifications listed, read and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.database import Sessions, open_database, sessions
from app.notifications import store
from app.notifications.notice import Notice
from app.notifications.notices import Notices
from app.notifications.readers import Reader
from tests.app.server import Portal

MAYA = Reader("demo1@demologin.com", "DEMO-001", ())
PRESENTER = Reader("presenter@demologin.com", None, ("staff", "presenter"))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Sessions]:
    engine = open_database(tmp_path)
    yield sessions(engine)
    engine.dispose()


def told(notices: Notices, reader: Reader) -> list[str]:
    with notices.sessions() as session:
        return [row.title for row in store.newest(session, reader, 10_000)]


def test_what_happens_to_a_claim_is_told_once(opened: Sessions) -> None:
    notices = Notices(opened)
    for title in ("first", "second"):
        notices.tell(
            kind="claim_in_gold", title=title, body="", customer_id="DEMO-001", claim_id="CLM-1"
        )
    notices.tell(kind="claim_in_gold", title="other", body="", customer_id="DEMO-001", claim_id="2")
    assert told(notices, MAYA) == ["other", "first"]


def test_each_revision_is_decided_once(opened: Sessions) -> None:
    notices = Notices(opened)
    for revision in (2, 2, 3):
        notices.tell(
            kind="claim_decided",
            title=f"revision {revision}",
            body="",
            customer_id="DEMO-001",
            claim_id="CLM-1",
            data={"revision": revision},
        )
    assert told(notices, MAYA) == ["revision 3", "revision 2"]


def test_runs_are_told_each_time(opened: Sessions) -> None:
    notices = Notices(opened)
    for _ in range(2):
        notices.tell(kind="run_started", title="A run", body="", audience="staff")
    assert told(notices, PRESENTER) == ["A run", "A run"]


def test_the_newest_are_kept_of_everyone(opened: Sessions) -> None:
    notices = Notices(opened)
    notices.tell(kind="run_started", title="A run", body="", audience="staff")
    many = [
        Notice(kind="claim_landed", title=str(n), body="", customer_id="DEMO-001", claim_id=str(n))
        for n in range(store.KEPT + 10)
    ]
    with opened.begin() as session:
        notices.record(session, many)
    kept = told(notices, MAYA)
    assert len(kept) == store.KEPT
    assert kept[0] == str(store.KEPT + 9)
    assert kept[-1] == "10"
    assert told(notices, PRESENTER) == ["A run"]


def test_a_database_keeps_its_name(opened: Sessions, tmp_path: Path) -> None:
    other = open_database(tmp_path / "other")
    assert Notices(opened).epoch == Notices(opened).epoch
    assert Notices(opened).epoch != Notices(sessions(other)).epoch
    other.dispose()


def test_reading_moves_forward_only(portal: Portal) -> None:
    client = portal.maya()
    for number in range(3):
        portal.services.notices.tell(
            kind="claim_landed",
            title="t",
            body="",
            customer_id="DEMO-001",
            claim_id=f"CLM-READ-{number}",
        )
    listed = client.get("/api/notifications").json()
    assert listed["unread"] == 3
    newest, _, oldest = [each["cursor"] for each in listed["items"]]
    marked = [
        client.post("/api/notifications/read", json={"up_to": cursor}).json()["unread"]
        for cursor in (oldest, newest, oldest)
    ]
    assert marked == [2, 0, 0]
    assert all(each["read"] for each in client.get("/api/notifications").json()["items"])
    foreign = client.post("/api/notifications/read", json={"up_to": "0123456789abcdef:99"})
    assert foreign.json() == {"unread": 0}


def test_the_list_is_paged_by_cursor(portal: Portal) -> None:
    client = portal.daniel()
    for number in range(5):
        portal.services.notices.tell(
            kind="claim_landed",
            title=str(number),
            body="",
            customer_id="DEMO-002",
            claim_id=f"CLM-PAGE-{number}",
        )
    first = client.get("/api/notifications?limit=3").json()["items"]
    rest = client.get("/api/notifications", params={"before": first[-1]["cursor"]}).json()["items"]
    assert [each["title"] for each in first + rest] == ["4", "3", "2", "1", "0"]


def test_only_who_is_signed_in_has_notifications(portal: Portal) -> None:
    assert portal.visitor().get("/api/notifications").status_code == 401

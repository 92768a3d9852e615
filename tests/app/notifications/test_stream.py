"""The stream on the real server: who gets it, and that nothing is lost, doubled or misread."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from app.accounts.accounts import account_of
from app.accounts.cookie import COOKIE
from app.accounts.signing import signing_key
from app.accounts.tokens import Tokens
from app.notifications import stream as streaming
from app.notifications.hub import MOST_STREAMS
from lakehouse.settings import Settings
from tests.app.server import PATIENCE, Portal, serving
from tests.app.streams import frame, open_stream, told

MAYA, DANIEL = "DEMO-001", "DEMO-002"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A portal without a lake, of the test's own."""
    return Settings(home=tmp_path, storage="local")


@pytest.fixture
def quiet(settings: Settings) -> Iterator[Portal]:
    with serving(settings) as running:
        yield running


def tell(portal: Portal, number: int, customer_id: str = MAYA) -> None:
    portal.services.notices.tell(
        kind="claim_landed",
        title=f"Claim {number}",
        body="It has landed.",
        customer_id=customer_id,
        claim_id=f"CLM-{customer_id}-{number}",
        data={"number": number},
    )


def test_what_is_told_arrives_at_once_in_order(quiet: Portal) -> None:
    with open_stream(quiet, quiet.maya()) as stream:
        assert frame(stream)["type"] == "welcome"
        for number in range(3):
            tell(quiet, number)
        arrived = told(stream, 3)
    assert [each["data"]["number"] for each in arrived] == [0, 1, 2]
    assert arrived[0]["claim_id"] == "CLM-DEMO-001-0"
    assert arrived[0]["read"] is False


def test_nobody_else_hears_it(quiet: Portal) -> None:
    with (
        open_stream(quiet, quiet.maya()) as mayas,
        open_stream(quiet, quiet.daniel()) as daniels,
        open_stream(quiet, quiet.presenter()) as presenters,
    ):
        for stream in (mayas, daniels, presenters):
            frame(stream)
        tell(quiet, 1, MAYA)
        tell(quiet, 2, DANIEL)
        quiet.services.notices.tell(
            kind="run_started", title="A run", body="It began.", audience="staff"
        )
        assert [n["data"] for n in told(mayas)] == [{"number": 1}]
        assert [n["data"] for n in told(daniels)] == [{"number": 2}]
        assert [n["kind"] for n in told(presenters)] == ["run_started"]
    listed = quiet.daniel().get("/api/notifications").json()["items"]
    assert [each["title"] for each in listed] == ["Claim 2"]
    assert quiet.analyst().get("/api/notifications").json()["unread"] == 1


def test_without_a_session_there_is_no_stream(quiet: Portal) -> None:
    forged = quiet.visitor()
    forged.cookies.set(COOKIE, "eyJhbGciOiJub25lIn0.e30.")
    for client in (quiet.visitor(), forged):
        with pytest.raises(InvalidStatus) as refused, open_stream(quiet, client):
            pass
        assert refused.value.response.status_code == 401


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1.evil.example"]
)
def test_another_site_gets_no_stream_though_the_browser_sends_the_cookie(
    quiet: Portal, origin: str
) -> None:
    with pytest.raises(InvalidStatus) as refused, open_stream(quiet, quiet.maya(), origin=origin):
        pass
    assert refused.value.response.status_code == 403


def test_a_reconnect_gets_what_was_missed_and_nothing_twice(quiet: Portal) -> None:
    client = quiet.maya()
    with open_stream(quiet, client) as stream:
        frame(stream)
        tell(quiet, 1)
        [first] = told(stream)
    for number in range(2, 250):
        tell(quiet, number)
    with open_stream(quiet, client, first["cursor"]) as stream:
        assert frame(stream)["skipped"] == 0
        arrived = told(stream, 248)
        tell(quiet, 250)
        arrived += told(stream)
    assert [each["data"]["number"] for each in arrived] == list(range(2, 251))


def test_a_server_restart_loses_nothing(settings: Settings) -> None:
    with serving(settings) as before, open_stream(before, before.maya()) as stream:
        frame(stream)
        tell(before, 1)
        [first] = told(stream)
        tell(before, 2)
    with serving(settings) as after:
        tell(after, 3)
        with open_stream(after, after.maya(), first["cursor"]) as stream:
            frame(stream)
            tell(after, 4)
            arrived = told(stream, 3)
    assert [each["data"]["number"] for each in arrived] == [2, 3, 4]


def test_the_server_says_that_it_goes_away(settings: Settings) -> None:
    with ExitStack() as opened:
        with serving(settings) as portal:
            stream = opened.enter_context(open_stream(portal, portal.maya()))
            frame(stream)
        with pytest.raises(ConnectionClosed) as closed:
            stream.recv(timeout=PATIENCE)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1012


@pytest.mark.parametrize("cursor", ["0123456789abcdef:7", "nonsense", "0123456789abcdef:-1", ""])
def test_a_cursor_of_another_database_begins_anew(quiet: Portal, cursor: str) -> None:
    for number in range(3):
        tell(quiet, number)
    with open_stream(quiet, quiet.maya(), cursor) as stream:
        frame(stream)
        assert [each["data"]["number"] for each in told(stream, 3)] == [0, 1, 2]


def test_a_cursor_beyond_the_end_begins_anew(quiet: Portal) -> None:
    tell(quiet, 1)
    epoch = quiet.services.notices.epoch
    with open_stream(quiet, quiet.maya(), f"{epoch}:999") as stream:
        frame(stream)
        assert told(stream)[0]["data"] == {"number": 1}


def test_too_much_to_send_again_is_said(quiet: Portal) -> None:
    missed = streaming.REPLAYED + 20
    for number in range(missed):
        tell(quiet, number)
    with open_stream(quiet, quiet.maya(), "from-the-beginning") as stream:
        assert frame(stream)["skipped"] == 20
        arrived = told(stream, streaming.REPLAYED)
    assert [each["data"]["number"] for each in arrived] == list(range(20, missed))


def test_a_stream_ends_with_its_session(quiet: Portal) -> None:
    short = Tokens(signing_key(quiet.settings), timedelta(seconds=3))
    with quiet.services.sessions() as session:
        account = account_of(session, "demo1@demologin.com")
        assert account is not None
        token = short.of(account)
    client = quiet.visitor()
    client.cookies.set(COOKIE, token)
    with open_stream(quiet, client) as stream:
        frame(stream)
        with pytest.raises(ConnectionClosed) as closed:
            stream.recv(timeout=PATIENCE)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == streaming.SESSION_ENDED
    with pytest.raises(InvalidStatus), open_stream(quiet, client):
        pass


def test_streams_of_one_account_are_bounded(quiet: Portal) -> None:
    client = quiet.maya()
    with ExitStack() as opened:
        for _ in range(MOST_STREAMS):
            opened.enter_context(open_stream(quiet, client))
        with pytest.raises(InvalidStatus) as refused, open_stream(quiet, client):
            pass
        assert refused.value.response.status_code == 429
        with open_stream(quiet, quiet.daniel()) as other:
            assert frame(other)["type"] == "welcome"


def test_many_tellers_and_listeners_agree(quiet: Portal) -> None:
    client = quiet.maya()

    def tell_some(teller: int) -> None:
        for number in range(25):
            tell(quiet, teller * 100 + number)

    with ExitStack() as opened:
        streams = [opened.enter_context(open_stream(quiet, client)) for _ in range(5)]
        for stream in streams:
            frame(stream)
        with ThreadPoolExecutor(8) as tellers:
            tellers.map(tell_some, range(8))
        heard = [[each["id"] for each in told(stream, 200)] for stream in streams]
    assert heard == [sorted(heard[0])] * 5
    assert len(set(heard[0])) == 200
    listed = client.get("/api/notifications?limit=200").json()["items"]
    assert [each["id"] for each in reversed(listed)] == heard[0]

"""The portal's database under a crowd."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import Engine, event, select

from app.accounts.models import Account
from app.database import open_database, sessions, utc_now
from app.notifications.models import ReadMark

WRITERS = 24
EACH = 8


def test_writers_queue_and_none_is_turned_away(tmp_path: Path) -> None:
    engine = open_database(tmp_path)
    opened = sessions(engine)
    at_once = most_at_once(engine)

    def write(writer: int) -> None:
        for number in range(EACH):
            with opened.begin() as session:
                session.add(ReadMark(reader=f"{writer}-{number}", up_to=number))
                session.flush()
                session.add(ReadMark(reader=f"{writer}-{number}-again", up_to=number))

    with ThreadPoolExecutor(WRITERS) as crowd:
        list(crowd.map(write, range(WRITERS)))
    with opened() as session:
        written = Counter(mark.up_to for mark in session.scalars(select(ReadMark)))
    assert written == Counter(dict.fromkeys(range(EACH), 2 * WRITERS))
    assert at_once == {1}
    engine.dispose()


def test_a_writer_that_fails_gives_its_turn_on(tmp_path: Path) -> None:
    engine = open_database(tmp_path)
    opened = sessions(engine)
    for _ in range(2):
        try:
            with opened.begin() as session:
                session.add(ReadMark(reader="once", up_to=1))
                session.flush()
                msg = "it goes wrong"
                raise LookupError(msg)
        except LookupError:
            pass
    with opened.begin() as session:
        session.add(ReadMark(reader="once", up_to=2))
    with opened() as session:
        assert session.scalars(select(ReadMark.up_to)).all() == [2]
    engine.dispose()


def test_readers_do_not_wait_for_a_writer(tmp_path: Path) -> None:
    engine = open_database(tmp_path)
    opened = sessions(engine)
    with opened.begin() as writer:
        writer.add(
            Account(email="a@b.c", name="A", role="analyst", password_hash="", created_at=utc_now())
        )
        writer.flush()
        with opened() as reader:
            assert reader.scalars(select(Account)).all() == []
    with opened() as reader:
        assert len(reader.scalars(select(Account)).all()) == 1
    engine.dispose()


def most_at_once(engine: Engine) -> set[int]:
    """How many transactions were seen to have written and not yet ended, at each write."""
    seen, writing = set(), set()

    def wrote(connection: object, _: object, statement: str, *__: object) -> None:
        if statement.startswith("INSERT"):
            writing.add(id(connection))
            seen.add(len(writing))

    def ended(connection: object) -> None:
        writing.discard(id(connection))

    event.listen(engine, "after_cursor_execute", wrote)
    event.listen(engine, "commit", ended)
    return seen

"""Turns: the writers of this process queue before SQLite, which would let them jostle.

A writer that finds the database locked sleeps and tries again; among fifty, some sleep until their
patience ends. Here each waits in line, and SQLite sees one at a time.
"""

from __future__ import annotations

from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, event

WRITES = ("INSERT", "UPDATE", "DELETE")
MINE = "has its turn"


def take_turns(engine: Engine, patience: float) -> None:
    """Let transactions of an engine write one after the other.

    A turn begins with the first statement that writes and ends when the connection is given back;
    after `patience` seconds a writer tries without one.
    """
    turn = Lock()

    def begin(connection: Connection, cursor: Any, statement: str, *_: Any) -> None:
        writes = statement.lstrip().upper().startswith(WRITES)
        if writes and MINE not in connection.info and turn.acquire(timeout=patience):
            connection.info[MINE] = True

    def end(_: Any, record: Any) -> None:
        if record.info.pop(MINE, False):
            turn.release()

    event.listen(engine, "before_cursor_execute", begin)
    event.listen(engine, "checkin", end)

"""Portal database: copied with the lake and put back with it, since both tell one story."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

SIDES = ("-wal", "-shm")
"""Files that SQLite keeps beside a database."""
EPOCHS = "notices_epoch"
RENAMED = "UPDATE notices_epoch SET epoch = ?"


def copy_database(place: Path, copy: Path) -> None:
    """Copy the database, what is in its log included; nothing where there is none."""
    if not place.exists():
        return
    with closing(sqlite3.connect(place)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def restore_database(copy: Path, place: Path) -> None:
    """Put a copy in the place of the database, which nobody has open; none means none.

    It gets another name of its own: what browsers remember of the one before is no guide to it.
    """
    for side in ("", *SIDES):
        place.with_name(place.name + side).unlink(missing_ok=True)
    if not copy.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.copyfile(copy, place)
    with closing(sqlite3.connect(place)) as database, database:
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
        if EPOCHS in tables:
            database.execute(RENAMED, [secrets.token_hex(8)])

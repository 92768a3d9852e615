"""Cursor: a place in the notices of one database, as clients keep it."""

from __future__ import annotations

import re

SHAPE = re.compile(r"([0-9a-f]{16}):([0-9]{1,18})")


def written(epoch: str, id_: int) -> str:
    """The cursor behind a notice."""
    return f"{epoch}:{id_}"


def position(cursor: str, epoch: str) -> int:
    """The id that a cursor stands behind; 0, the beginning, for one of another database."""
    found = SHAPE.fullmatch(cursor)
    return int(found[2]) if found and found[1] == epoch else 0

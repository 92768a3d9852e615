"""History: who did what to a table and when, from its log."""

from __future__ import annotations

from itertools import islice

from lakehouse.commits import Commit, commits
from lakehouse.errors import LakeEmpty
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from lakehouse.tables import table_named


def history(settings: Settings, name: str, *, most: int | None = None) -> list[Commit]:
    """The commits of a table, newest first.

    Raises `UnknownTable` for a name no table has, `LakeEmpty` where it was not built yet.
    """
    table = table_named(name)
    found = list(islice(commits(Lake(settings), table), most))
    if not found:
        msg = f"{table.full_name} is not built yet; build it with `./petinsure run`."
        raise LakeEmpty(msg)
    return found

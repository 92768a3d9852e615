"""Which tables are in the lake, and at which version, before a statement reads them."""

from __future__ import annotations

from functools import partial

from lakehouse.commits import latest_version
from lakehouse.errors import LakeEmpty
from lakehouse.serving.deadline import together
from lakehouse.serving.guard import Statement
from lakehouse.settings import Settings
from lakehouse.storage import Lake, unavailable
from lakehouse.table import Table
from lakehouse.tables import tables

PATIENCE = 5.0
"""Seconds in which storage must say which versions there are."""

Versions = dict[Table, int]


class Presence:
    """Asks storage for the newest versions; no engine is needed."""

    def __init__(self, settings: Settings) -> None:
        """Storage is not contacted yet."""
        self._settings = settings
        self._lake = Lake(settings)

    def versions(self, statement: Statement) -> Versions:
        """Newest versions of the tables that a statement needs.

        Raises `LakeEmpty` for one that is not there, `StorageUnavailable` where storage does not
        answer within `PATIENCE`.
        """
        named = {relation.table: relation.full_name for relation in statement.relations}
        wanted = list(tables().values()) if statement.catalogue else list(named)
        if not wanted:
            return {}
        asked = [partial(latest_version, self._lake, table) for table in wanted]
        try:
            answers = together(asked, PATIENCE)
        except TimeoutError as error:
            raise unavailable(self._settings, error) from error
        pairs = zip(wanted, answers, strict=True)
        found = {table: version for table, version in pairs if version is not None}
        for table, name in named.items():
            if table not in found:
                msg = f"{name} is not in the lake yet; build it with `./petinsure run`."
                raise LakeEmpty(msg)
        if not found:
            msg = "The lake has no tables yet; fill it with `./petinsure up`, or `./petinsure run`."
            raise LakeEmpty(msg)
        return found

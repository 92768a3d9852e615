"""Session of a run: opened once a table has work for the engine, and not before."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

from lakehouse.errors import PetInsureError
from lakehouse.pipeline.left_behind import end_all, forget_session, note_session
from lakehouse.storage import Lake

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


class RunSession:
    """One session for all tables of a run, whichever thread asks first.

    What is up to date is known from the tables' logs: a run without news needs no engine.
    """

    def __init__(self, lake: Lake, start: Callable[[str], SparkSession]) -> None:
        """Nothing is opened yet; `start` opens the session of an id."""
        self._lake = lake
        self._start = start
        self._lock = threading.Lock()
        self._spark: SparkSession | None = None

    def opened(self) -> SparkSession:
        """The session; raises `EngineUnavailable` where the engine does not answer."""
        with self._lock:
            if self._spark is None:
                session_id = str(uuid4())
                note_session(self._lake, session_id)
                self._spark = self._start(session_id)
            return self._spark

    def end(self) -> None:
        """Give the session back, if there is one, and all that still goes on in it."""
        if self._spark is None:
            return
        end_all(self._spark)
        with suppress(PetInsureError):  # storage is away: whoever comes next ends it once more
            forget_session(self._lake)

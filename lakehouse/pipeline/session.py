"""Session of a run: opened once a table has work for the engine, and not before."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from lakehouse.spark import end_session

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


class RunSession:
    """One session for all tables of a run, whichever thread asks first.

    What is up to date is known from the tables' logs: a run without news needs no engine.
    """

    def __init__(self, start: Callable[[], SparkSession]) -> None:
        """Nothing is opened yet."""
        self._start = start
        self._lock = threading.Lock()
        self._spark: SparkSession | None = None

    def opened(self) -> SparkSession:
        """The session; raises `EngineUnavailable` where the engine does not answer."""
        with self._lock:
            if self._spark is None:
                self._spark = self._start()
            return self._spark

    def end(self) -> None:
        """Give the session back, if there is one."""
        if self._spark is not None:
            end_session(self._spark)

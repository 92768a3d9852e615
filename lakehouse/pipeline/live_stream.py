"""Live stream: a bronze table whose stream goes on, and what of it is not in silver yet."""

from __future__ import annotations

from dataclasses import dataclass

from pyspark.sql.streaming.query import StreamingQuery

from lakehouse.commits import read_commit
from lakehouse.errors import RunFailed
from lakehouse.ingest.checkpoint import taken
from lakehouse.ingest.stream import is_late_file
from lakehouse.pipeline.context import RunContext
from lakehouse.pipeline.ingestion import Ingestion, stream_failed, take_in
from lakehouse.pipeline.state import TableState, table_state
from lakehouse.storage import Lake
from lakehouse.table import Table

BATCHES = 50
"""Commits after which a stream is started anew: its notes tell the version it began behind, and
whoever looks for someone else's commits reads them all from there."""


@dataclass(frozen=True)
class News:
    """What a stream has committed since one looked last."""

    table: Table
    version: int
    files: int
    rows: int
    seconds: float


class LiveStream:
    """The stream of one bronze table, from one start to the next."""

    def __init__(self, lake: Lake, table: Table) -> None:
        """Nothing is started yet."""
        self.table = table
        self._lake = lake
        self._query: StreamingQuery | None = None
        self._began = 0
        self._version = -1
        self._files = 0

    @property
    def id(self) -> str | None:
        """The running query's id, the same after every start from its checkpoint."""
        return self._query.id if self._query else None

    @property
    def worn(self) -> bool:
        """Whether it has gone on for long enough."""
        return self._version - self._began >= BATCHES

    def start(self, run: RunContext, plan: Ingestion) -> None:
        """Start the stream, anew where it runs; all files there are have been taken in then."""
        if self._query:
            self._query.stop()
        if self._version < 0:
            self._seen(plan.state)
        self._query = take_in(run, self.table, plan, goes_on=True)
        self._began = self._version

    def catch_up(self) -> None:
        """Take all that was committed for known."""
        self._seen(table_state(self._lake, self.table))

    def has_news(self) -> bool:
        """Whether the table has a version that was not looked at."""
        return read_commit(self._lake, self.table, self._version + 1) is not None

    def news(self) -> News | None:
        """What the stream has committed since; None where it needs a start with a plan.

        That is where a commit is someone else's.
        """
        state = table_state(self._lake, self.table)
        if state.foreign or state.version is None:
            return None
        before, files = self._version, self._files
        self._seen(state)
        versions = range(before + 1, self._version + 1)
        commits = [read_commit(self._lake, self.table, version) for version in versions]
        rows = sum(commit.rows_written for commit in commits if commit)
        return News(self.table, self._version, self._files - files, rows, self._seconds())

    def failure(self) -> RunFailed | None:
        """Why the stream has stopped; None where a CSV came whose header is to be read first."""
        error = self._query.exception() if self._query else None
        if error is None:
            msg = f"The stream of {self.table.full_name} was stopped by somebody else."
            return RunFailed(msg)
        return None if is_late_file(error) else stream_failed(self.table, error)

    def _seen(self, state: TableState) -> None:
        self._version = -1 if state.version is None else state.version
        self._files = len(taken(self._lake, self.table, state.generation).files)

    def _seconds(self) -> float:
        progress = self._query.lastProgress if self._query else None
        durations = progress.durationMs if progress else {}
        return durations.get("triggerExecution", 0) / 1000

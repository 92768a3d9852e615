"""Context of a run: its engine, its lake, its moment, and what it notes with every commit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lakehouse.observation.shapes import Observer
from lakehouse.pipeline.events import OnEvent, Warned
from lakehouse.pipeline.lease import actor
from lakehouse.pipeline.session import RunSession
from lakehouse.settings import Settings
from lakehouse.storage import Lake, LakeFile
from lakehouse.transform import Moment

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@dataclass(frozen=True)
class RunContext:
    """All that the work on one table needs to know of the run."""

    settings: Settings
    lake: Lake
    session: RunSession
    run_id: str
    moment: Moment
    files: tuple[LakeFile, ...]
    full: bool
    on_event: OnEvent
    observer: Observer

    @property
    def spark(self) -> SparkSession:
        """The run's session; opened by the first who asks."""
        return self.session.opened()

    def notes(self, **facts: Any) -> str:
        """JSON for a commit's userMetadata: who ran it, and the facts the next run reads."""
        return json.dumps({"run": self.run_id, "by": actor(self.settings)} | facts)

    def warn(self, message: str) -> None:
        """Tell the user something; the run goes on."""
        self.on_event(Warned(run_id=self.run_id, message=message))

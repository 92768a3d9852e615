"""The pipeline: one run takes new files through bronze, silver and gold."""

from __future__ import annotations

from lakehouse.pipeline.events import Event
from lakehouse.pipeline.report import RunReport
from lakehouse.pipeline.run import run

__all__ = ["Event", "RunReport", "run"]

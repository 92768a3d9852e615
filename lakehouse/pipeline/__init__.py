"""The pipeline: one run takes new files through bronze, silver and gold."""

from __future__ import annotations

from lakehouse.pipeline.events import Event
from lakehouse.pipeline.run import RunReport, run

__all__ = ["Event", "RunReport", "run"]

"""What clients see of the pipeline."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool

Layer = Literal["bronze", "silver", "gold"]
State = Literal["idle", "running", "live"]
TableState = Literal["waiting", "working", "built", "unchanged"]
Minutes = Annotated[int, Field(strict=True, ge=1, le=1440, examples=[15])]


class TableProgress(BaseModel):
    """Where a table stands in the run that goes on, or in the last one this server saw."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "table": "petinsure_gold.claims_analytics",
                    "layer": "gold",
                    "state": "built",
                    "version": 12,
                    "rows": 15032,
                    "seconds": 1.8,
                    "reason": "new version of fact_claims",
                }
            ]
        }
    )

    table: str
    layer: Layer
    state: TableState
    version: int | None = Field(description="The new version, once built.")
    rows: int | None = Field(description="Rows that the new version wrote.")
    seconds: float | None
    reason: str | None = Field(description="Why the table is built.")


class BuiltTable(BaseModel):
    """A new version of a table."""

    table: str
    version: int
    rows: int
    seconds: float


class PastRun(BaseModel):
    """What a run did; `ok` is false where it ended early."""

    run_id: str = Field(description="The run's start as yyyymmddHHMMSS.")
    by: str
    started_at: datetime
    seconds: float
    ok: bool
    built: list[BuiltTable]
    unchanged: list[str]
    error: str | None


class Schedule(BaseModel):
    """When runs start by themselves; both null: never."""

    every_minutes: Minutes | None
    next_at: datetime | None


class Pipeline(BaseModel):
    """What the pipeline does now, and what it did last.

    `by` and `since` name whoever holds the pipeline: the portal, or somebody's command line.
    """

    state: State
    by: str | None = Field(examples=["presenter@demologin.com"])
    since: datetime | None
    ours: bool = Field(description="The portal started what goes on, and can end it.")
    run_id: str | None = Field(examples=["20261103091500"])
    new_files: int | None
    tables: list[TableProgress]
    warnings: list[str] = Field(description="What the run in view warned of.")
    error: str | None = Field(
        description="Why what the portal started last ended early, until any run does well."
    )
    schedule: Schedule
    last_runs: list[PastRun]


class RunOrder(BaseModel):
    """What to run: all layers, or one; `full` rebuilds what is up to date too."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{}, {"layer": "gold", "full": True}]}
    )

    layer: Layer | None = None
    full: StrictBool = False


class ScheduleOrder(BaseModel):
    """How often to run; null stops the schedule."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"every_minutes": 15}]}
    )

    every_minutes: Minutes | None


class LiveOrder(BaseModel):
    """Whether tables follow their files all the time."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"on": True}]})

    on: StrictBool

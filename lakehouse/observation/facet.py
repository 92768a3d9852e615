"""Facet: what the engine wrote of one column in its own event, while that event is still there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lakehouse.observation.events import COMPLETE
from lakehouse.observation.listener import events_file
from lakehouse.observation.names import located, place_of
from lakehouse.observation.tail import PUT_AWAY
from lakehouse.settings import Settings


def facet_of(settings: Settings, table: str, column: str) -> dict[str, Any] | None:
    """The part of the newest event on a table that tells of a column; None where it is put away.

    `table` is the short name, such as `gold.monthly_kpis`. The file keeps some megabytes of events;
    what older ones told is remembered without them.
    """
    place = place_of(settings)
    for line in _newest_first(events_file(settings)):
        if COMPLETE not in line or '"columnLineage"' not in line:
            continue
        event = json.loads(line)
        for output in event.get("outputs", []):
            facet = output.get("facets", {}).get("columnLineage", {})
            told = facet.get("fields", {}).get(column)
            if told and located(output["namespace"], output["name"]) == (place, table):
                return {
                    "eventTime": event["eventTime"],
                    "job": event["job"]["name"],
                    "output": {"namespace": output["namespace"], "name": output["name"]},
                    "columnLineage": {"fields": {column: told}},
                }
    return None


def _newest_first(events: Path) -> Iterator[str]:
    for file in (events, events.with_name(PUT_AWAY)):
        if file.exists():
            lines = file.read_text(errors="replace").splitlines(keepends=True)
            yield from (line for line in reversed(lines) if line.endswith("\n"))

"""Events: what one OpenLineage event tells of a write to a table of the lake."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from lakehouse.observation.names import located

Kind = Literal[
    "identity",
    "transformation",
    "aggregation",
    "conditional",
    "window",
    "sort",
    "join",
    "filter",
    "group_by",
]
"""How a column goes into another: its value (the first three), or by what it decides."""
KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}
COMPLETE = '"eventType":"COMPLETE"'

Pair = tuple[str, str, str, tuple[Kind, ...]]
"""Column written, dataset and column it is made of, and how; of rows, the first is empty."""


@dataclass(frozen=True)
class Observed:
    """A finished write: to which table of which lake, when (UTC), from what.

    `operation` is Spark's name of the command, `streaming` whether a stream wrote.
    """

    place: str
    table: str
    at: datetime
    operation: str
    streaming: bool
    pairs: tuple[Pair, ...]


def observed(line: str) -> list[Observed]:
    """The writes that a line of the events file tells of: none, one, or several.

    Raises `ValueError` or `KeyError` for a line that is no event.
    """
    if COMPLETE not in line:
        return []  # most lines: the start of a statement, which may come to nothing
    event = json.loads(line)
    job = event["job"]
    kind = job["facets"].get("jobType", {}).get("processingType")
    found = []
    for output in event.get("outputs", []):
        facet = output.get("facets", {}).get("columnLineage")
        target = located(output["namespace"], output["name"])
        if facet and target:
            place, table = target
            found.append(
                Observed(
                    place=place,
                    table=table,
                    at=datetime.fromisoformat(event["eventTime"]),
                    operation=job["name"].partition(".")[2].partition(".")[0],
                    streaming=kind == "STREAMING",
                    pairs=tuple(sorted(_pairs(facet, place, table))),
                )
            )
    return found


def _pairs(facet: dict[str, Any], place: str, table: str) -> set[Pair]:
    """What the facet says, source by source; a table as its own source is left out.

    Dataset-wide entries decide about rows, whatever kind the join key itself was made by.
    """
    pairs = {
        (column, *source)
        for column, entry in facet.get("fields", {}).items()
        for source in _sources(entry["inputFields"], place)
    }
    pairs |= {("", *source) for source in _sources(facet.get("dataset", []), place)}
    return {pair for pair in pairs if pair[1] != table}


def _sources(
    inputs: Iterable[dict[str, Any]], place: str
) -> Iterable[tuple[str, str, tuple[Kind, ...]]]:
    for entry in inputs:
        target = located(entry["namespace"], entry["name"])
        if target is None or target[0] != place:
            continue
        told = {str(how.get("subtype", "")).lower() for how in entry.get("transformations", [])}
        yield target[1], entry["field"], tuple(KINDS[kind] for kind in KINDS if kind in told)

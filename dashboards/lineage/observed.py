"""Observed: the lake's lineage for all pages, read once until a table or the engine tells more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboards import queries
from dashboards.evidence import stopwatch
from lakehouse.lineage import ColumnRef, Lineage, PersonalColumn, lineage_of, personal_columns
from lakehouse.observation.facet import facet_of
from lakehouse.observation.listener import events_file
from lakehouse.settings import Settings

CODE = "lineage = lineage_of(settings)"


@dataclass(frozen=True)
class Observed:
    """The lineage as of now, and the seconds that it took to read it."""

    lineage: Lineage
    seconds: float


def observed() -> Observed:
    """What is known of every column now; raises `StorageUnavailable`."""
    of = queries.settings()
    return _observed(of, queries.versions(), _told(of))


def personal() -> tuple[tuple[PersonalColumn, ...], float]:
    """Where personal data flows, and the seconds that it took to find out."""
    of = queries.settings()
    return _personal(of, queries.versions(), _told(of))


def event_on(ref: ColumnRef) -> tuple[dict[str, Any] | None, float]:
    """What the engine's own event says of a column, where it is still there, and the seconds."""
    of = queries.settings()
    return _event(of, _told(of), ref)


def _told(of: Settings) -> int:
    """Bytes that the engine has told by now: of a build it tells some time after its commit."""
    file = events_file(of)
    return file.stat().st_size if file.exists() else 0


# As resources, which are handed out as they are: all of it is frozen, and much of it.
@st.cache_resource(show_spinner=False, max_entries=5, hash_funcs={Settings: str})
def _observed(of: Settings, seen: queries.Versions, told: int) -> Observed:
    with stopwatch() as watch:
        lineage = lineage_of(of)
    return Observed(lineage, watch.seconds)


@st.cache_resource(show_spinner=False, max_entries=5, hash_funcs={Settings: str})
def _personal(
    of: Settings, seen: queries.Versions, told: int
) -> tuple[tuple[PersonalColumn, ...], float]:
    lineage = _observed(of, seen, told).lineage
    with stopwatch() as watch:
        found = personal_columns(lineage)
    return found, watch.seconds


@st.cache_resource(show_spinner=False, max_entries=200, hash_funcs={Settings: str, ColumnRef: str})
def _event(of: Settings, told: int, ref: ColumnRef) -> tuple[dict[str, Any] | None, float]:
    with stopwatch() as watch:
        found = facet_of(of, ref.dataset, ref.column)
    return found, watch.seconds

"""Claim's way: the hops of one claim as rows and as a drawing, each with its version and time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import streamlit as st

from dashboards import queries
from dashboards.evidence import stopwatch
from dashboards.lineage.drawing import Card, Drawing, Link, Mark
from lakehouse.journey import Hop, Way, way_of
from lakehouse.settings import Settings
from lakehouse.storage import Lake, LakeFile

CODE = 'way_of(console, Lake(settings), "{claim_id}")'
COLUMNS = ["hop", "rows", "version", "at (UTC)", "seconds after", "run", "by", "batch"]


@dataclass(frozen=True)
class Followed:
    """A claim's way as of now, and the seconds that it took to find it."""

    way: Way
    seconds: float


def followed_way(claim_id: str) -> Followed:
    """How far a claim has come, kept until a table has a new version."""
    return _way(queries.settings(), queries.versions(), claim_id)


def table_of(way: Way) -> pd.DataFrame:
    """One row per hop, from the file on; seconds count from the moment the first file landed."""
    landed = min((file.modified for file in way.files), default=None)
    rows = [
        (f"raw/{file.path}", 1, None, _second(file.modified), 0.0, "", "", "") for file in way.files
    ]
    rows += [_row(hop, landed) for hop in way.hops]
    return pd.DataFrame(rows, columns=COLUMNS)


def way_drawing(way: Way, chosen: str) -> Drawing:
    """Files, tables and views on the way, each with what brought the claim there."""
    cards = [_file_card(file) for file in way.files]
    links: list[Link] = []
    for hop in way.hops:
        layer, name = _layer(hop), hop.table.rpartition(".")[2]
        mark: Mark = "start" if hop.table == chosen else ""
        hint = f"run {hop.commit.run_id}, by {hop.commit.by}" if hop.commit else name
        cards.append(Card(hop.table, layer, name, _arrival(hop), hint, mark))
        links += [Link(source, hop.table) for source in _before(way, layer)]
        if hop.view:
            cards.append(Card(hop.view, "view", hop.view, _counted(hop)))
            links.append(Link(hop.table, hop.view))
    return Drawing(f"The way of claim {way.claim_id}", tuple(cards), tuple(links))


def _before(way: Way, layer: str) -> list[str]:
    if layer == "bronze":
        return [f"raw/{file.path}" for file in way.files]
    came = {"silver": "bronze", "gold": "silver"}[layer]
    return [hop.table for hop in way.hops if _layer(hop) == came]


def _row(hop: Hop, landed: datetime | None) -> tuple[Any, ...]:
    commit = hop.commit
    batches = dict.fromkeys(str(row["_batch_id"]) for row in hop.rows if "_batch_id" in row)
    batch = ", ".join(batches)
    if commit is None:
        return (hop.table, len(hop.rows), None, None, None, "", "", batch)
    after = round((commit.timestamp - landed).total_seconds(), 1) if landed else None
    told = (commit.run_id or "", commit.by or "", batch)
    return (hop.table, len(hop.rows), commit.version, _second(commit.timestamp), after, *told)


def _file_card(file: LakeFile) -> Card:
    note = f"{file.size:,} bytes, {file.modified:%H:%M:%S}"
    return Card(f"raw/{file.path}", "raw", file.path.rpartition("/")[2], note, file.path)


def _arrival(hop: Hop) -> str:
    if hop.commit is None:
        return "the log does not tell when"
    return f"version {hop.commit.version}, {hop.commit.timestamp:%H:%M:%S}"


def _counted(hop: Hop) -> str:
    return f"{len(hop.rows)} {'row' if len(hop.rows) == 1 else 'rows'}"


def _layer(hop: Hop) -> str:
    return hop.table.partition(".")[0].removeprefix("petinsure_")


def _second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None)


@st.cache_resource(show_spinner=False, max_entries=50, hash_funcs={Settings: str})
def _way(of: Settings, seen: queries.Versions, claim_id: str) -> Followed:
    with stopwatch() as watch:
        way = way_of(queries.console(of), Lake(of), claim_id)
        if not way.hops:  # nobody has taken it in: its file is all there is
            files = Lake(of).files("raw", "claims/")
            own = [file for file in files if file.path == f"claims/{claim_id}.json"]
            way = replace(way, files=tuple(own))
    return Followed(way, watch.seconds)

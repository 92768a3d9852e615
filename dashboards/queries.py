"""Queries: what many pages ask, asked once for all viewers until a table has a new version."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pandas as pd
import streamlit as st

from dashboards.portal import PRESENTER, Portal
from dashboards.work import Job
from lakehouse.serving import Console, Result
from lakehouse.settings import Settings, addresses_file, get_settings
from lakehouse.status import last_run, layers
from lakehouse.storage import Lake
from lakehouse.table import Table
from lakehouse.tables import tables

Versions = tuple[tuple[str, int, str], ...]
"""Table, newest version, and a mark of that commit: after a reset another one has its number."""

COMMIT = re.compile(r"/\d{20}\.json$")

_read_at: dict[str, float] = {}


def settings() -> Settings:
    """The settings as the running kit announces them now: its ports may have moved."""
    announced = _announced(get_settings())
    if announced != _read_at.get("addresses"):
        get_settings.cache_clear()
        _read_at["addresses"] = announced
    return get_settings()


def versions() -> Versions:
    """The newest commit of every table that is built; what follows from tables is kept by it."""
    return _versions(settings(), Job.ended)


def status() -> dict[str, Any]:
    """Files in raw, rows and versions of every table, and the last run."""
    of = settings()
    raw = {"files": len(Lake(of).source_files())}
    return {"layers": {**_layers(of, versions()), "raw": raw}, "last_run": last_run(of)}


def ask(sql: str) -> Result:
    """Ask the SQL views; an answer is kept until a table has a new version.

    Raises what `Console.query` does.
    """
    return _ask(settings(), versions(), sql)


def frame(sql: str) -> pd.DataFrame:
    """The rows that the SQL views give."""
    answer = ask(sql)
    return pd.DataFrame(answer.rows, columns=list(answer.columns))


def portal(email: str = PRESENTER) -> Portal:
    """The portal's API, signed in with a demo login; by default the presenter's.

    Raises `PortalUnavailable`.
    """
    return _portal(settings(), email)


@st.cache_resource(show_spinner=False, max_entries=10, hash_funcs={Settings: str})
def _portal(of: Settings, email: str) -> Portal:
    return Portal(of, email)


@st.cache_resource(show_spinner=False, hash_funcs={Settings: str})
def console(of: Settings) -> Console:
    """The one console of all pages; it may be asked from any thread."""
    return Console(of)


@st.cache_data(show_spinner=False, ttl=1, max_entries=10, hash_funcs={Settings: str})
def _versions(of: Settings, works_ended: int) -> Versions:
    lake = Lake(of)
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda table: _newest(lake, table), tables().values())
        return tuple(each for each in found if each is not None)


def _newest(lake: Lake, table: Table) -> tuple[str, int, str] | None:
    log = lake.files(table.layer, f"{table.name}/_delta_log/")
    commits = [file for file in log if COMMIT.search(file.path)]
    if not commits:
        return None
    last = max(commits, key=lambda file: file.path)
    mark = f"{last.modified.isoformat()} {last.etag}"
    return table.full_name, int(last.path[-25:-5]), mark


@st.cache_data(show_spinner=False, max_entries=20, hash_funcs={Settings: str})
def _layers(of: Settings, seen: Versions) -> dict[str, Any]:
    return layers(of)


@st.cache_data(show_spinner=False, max_entries=500, hash_funcs={Settings: str})
def _ask(of: Settings, seen: Versions, sql: str) -> Result:
    return console(of).query(sql)


def _announced(of: Settings) -> float:
    file = addresses_file(of.home)
    return file.stat().st_mtime if file.exists() else 0.0

"""Queries: what many pages ask, asked once for all viewers until a table has a new version."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pandas as pd
import streamlit as st

from dashboards.portal import PRESENTER, Portal
from lakehouse.commits import latest_version
from lakehouse.serving import Console, Result
from lakehouse.settings import Settings, addresses_file, get_settings
from lakehouse.status import last_run, layers
from lakehouse.storage import Lake
from lakehouse.tables import tables

Versions = tuple[tuple[str, int], ...]


_read_at: dict[str, float] = {}


def settings() -> Settings:
    """The settings as the running kit announces them now: its ports may have moved."""
    announced = _announced(get_settings())
    if announced != _read_at.get("addresses"):
        get_settings.cache_clear()
        _read_at["addresses"] = announced
    return get_settings()


def versions() -> Versions:
    """The newest version of every table that is built; what follows from tables is kept by it."""
    return _versions(settings())


def status() -> dict[str, Any]:
    """Files in raw, rows and versions of every table, and the last run."""
    return _status(settings(), versions())


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


@st.cache_data(show_spinner=False, ttl=1, hash_funcs={Settings: str})
def _versions(of: Settings) -> Versions:
    lake = Lake(of)
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(
            lambda table: (table.full_name, latest_version(lake, table)), tables().values()
        )
        return tuple((name, version) for name, version in found if version is not None)


@st.cache_data(show_spinner=False, max_entries=20, ttl=60, hash_funcs={Settings: str})
def _status(of: Settings, seen: Versions) -> dict[str, Any]:
    return {"layers": layers(of), "last_run": last_run(of)}


@st.cache_data(show_spinner=False, max_entries=500, hash_funcs={Settings: str})
def _ask(of: Settings, seen: Versions, sql: str) -> Result:
    return console(of).query(sql)


def _announced(of: Settings) -> float:
    file = addresses_file(of.home)
    return file.stat().st_mtime if file.exists() else 0.0

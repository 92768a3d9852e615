"""Health: whether storage, engine and portal answer just now, by asking them."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import httpx
import streamlit as st

from dashboards.portal import portal_url
from dashboards.queries import settings
from lakehouse.errors import StorageUnavailable
from lakehouse.settings import Settings
from lakehouse.spark import require_engine
from lakehouse.storage import Lake, blob_endpoint

SECONDS = 2.0


@dataclass(frozen=True)
class Health:
    """One service: its name in the kit, what it is, where, and whether it answers."""

    service: str
    title: str
    url: str
    answers: bool


def health() -> list[Health]:
    """All services but this one, which shows by showing."""
    return _health(settings())


def answers(service: str) -> bool:
    """Whether a service of the kit answers: `azurite`, `spark` or `portal`."""
    return any(each.answers for each in health() if each.service == service)


def ask_anew() -> None:
    """Forget what was heard a moment ago."""
    _health.clear()


@st.cache_data(show_spinner=False, ttl=2, hash_funcs={Settings: str})
def _health(of: Settings) -> list[Health]:
    engine = of.spark_remote or f"sc://localhost:{of.spark_port}"
    asked = {
        "azurite": ("Azure storage", blob_endpoint(of), _storage),
        "spark": ("Spark engine", engine, _engine),
        "portal": ("Customer portal", portal_url(of), _portal),
    }
    with ThreadPoolExecutor(len(asked)) as pool:
        heard = pool.map(lambda each: each[2](of), asked.values())
        pairs = zip(asked.items(), heard, strict=True)
        return [Health(name, title, url, ok) for (name, (title, url, _)), ok in pairs]


def _storage(of: Settings) -> bool:
    if of.storage == "azurite":
        try:
            socket.create_connection((of.host, of.azurite_port), timeout=SECONDS).close()
        except OSError:
            return False
        return True
    try:
        Lake(of).folders("raw")
    except StorageUnavailable:
        return False
    return True


def _engine(of: Settings) -> bool:
    from lakehouse.errors import EngineUnavailable

    try:
        require_engine(of)
    except EngineUnavailable:
        return False
    return True


def _portal(of: Settings) -> bool:
    try:
        return httpx.get(f"{portal_url(of)}/api/health", timeout=SECONDS).is_success
    except httpx.HTTPError:
        return False

"""Containers: raw, bronze, silver and gold, made where they are missing."""

from __future__ import annotations

from lakehouse.settings import Settings
from lakehouse.storage import CONTAINERS, make_container


def create_containers(settings: Settings) -> None:
    """Create the lake's containers, or folders in `local`; those that exist stay as they are.

    Raises `StorageUnavailable` where storage does not answer.
    """
    for name in CONTAINERS:
        make_container(settings, name)

"""Quests: in a sandbox on the stage's tables, as a viewer's workbench opens it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from dashboards.sandbox import Sandbox
from dashboards.workbench.running import bench

if TYPE_CHECKING:
    from lakehouse.settings import Settings


@pytest.fixture(scope="module")
def own(lake: Settings) -> Iterator[Sandbox]:
    """The sandbox of a viewer, in which bare names are tables of its own."""
    with bench(lake, "quest001") as opened:
        yield opened

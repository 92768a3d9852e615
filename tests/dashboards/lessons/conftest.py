"""Lessons: on copies of the stage's tables, which the session's engine knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from dashboards.sandbox import Sandbox, sandbox

if TYPE_CHECKING:
    from lakehouse.settings import Settings


@pytest.fixture(scope="module")
def own(lake: Settings) -> Iterator[Sandbox]:
    """The sandbox of a viewer."""
    with sandbox(lake, "ada00001") as opened:
        yield opened

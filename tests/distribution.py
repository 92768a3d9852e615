"""Distribution: which tests share a process where several run the suite, and in what order."""

from __future__ import annotations

from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

HERE = Path(__file__).parent
TOGETHER = ("app", "browser", "dashboards", "generator", "lakehouse/lineage", "lakehouse/serving")
"""Folders whose tests share a lake that is slow to make."""
ORDER = (
    "dashboards",
    "kit/test_up.py",
    "app",
    "browser",
    "kit",
    "lakehouse",
    "generator",
    "insurance",
)
"""Long work first and short last, so that no process is left alone with a long one.

While one process builds the lake of today for both, the other starts a kit of its own.
"""


class ByLake(LoadScopeScheduling):  # type: ignore[misc]  # xdist ships no types
    """Keep in one process the tests of a file, and of a folder that shares a lake."""

    def __init__(self, config: pytest.Config, log: Producer | None = None) -> None:
        """Hand the groups out in the order they were collected in."""
        super().__init__(config, log)
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0].removeprefix(f"{HERE.name}/")
        return next((name for name in TOGETHER if file.startswith(f"{name}/")), file)


def long_ones_first(items: list[pytest.Item]) -> None:
    """Order collected tests by their folder, or by their file where it has a place of its own."""

    def place(item: pytest.Item) -> int:
        file = item.path.relative_to(HERE)
        name = str(file) if str(file) in ORDER else file.parts[0]
        return ORDER.index(name)

    items.sort(key=place)

"""One small lake for the lineage tests, and its lineage once the engine has told of every build."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic

import pytest

from lakehouse.lineage import Lineage, lineage_of
from lakehouse.settings import Settings
from tests.lakehouse.lakes import seeded, versions

PATIENCE = 120
"""Seconds after which an event that has not come never will."""

UntilObserved = Callable[[Settings], Lineage]


@pytest.fixture(scope="session")
def until_observed() -> UntilObserved:
    """The lineage of a lake once the newest version of every table is in it."""

    def wait(settings: Settings) -> Lineage:
        pause, began = Event(), monotonic()
        while monotonic() - began < PATIENCE:
            lineage = lineage_of(settings)
            if not missing(settings, lineage):
                return lineage
            pause.wait(0.3)
        msg = f"nobody told of {missing(settings, lineage)}"
        raise AssertionError(msg)

    return wait


def missing(settings: Settings, lineage: Lineage) -> dict[str, int]:
    """Tables whose newest version is not the build that was observed."""
    built = {
        dataset.name.partition(".")[2]: dataset.build.version
        for dataset in lineage.datasets.values()
        if dataset.build and dataset.name not in lineage.unobserved
    }
    return {name: v for name, v in versions(settings).items() if built.get(name) != v}


@pytest.fixture(scope="session")
def observed_lake(new_lake: Callable[[], Settings]) -> Settings:
    """A lake as set-up leaves it; tests read it only."""
    return seeded(new_lake())


@pytest.fixture(scope="session")
def lineage(observed_lake: Settings, until_observed: UntilObserved) -> Lineage:
    """The lineage of that lake."""
    return until_observed(observed_lake)

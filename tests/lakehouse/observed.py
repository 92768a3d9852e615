"""Observed: a lake's lineage once the engine, in its own time, has told of every build."""

from __future__ import annotations

from threading import Event
from time import monotonic

from lakehouse.lineage import Lineage, lineage_of
from lakehouse.settings import Settings
from tests.lakehouse.lakes import versions

PATIENCE = 120
"""Seconds after which an event that has not come never will."""


def once_observed(settings: Settings) -> Lineage:
    """The lineage of a lake once the newest version of every table is in it."""
    pause, began = Event(), monotonic()
    while monotonic() - began < PATIENCE:
        lineage = lineage_of(settings)
        if not missing(settings, lineage):
            return lineage
        pause.wait(0.3)
    msg = f"nobody told of {missing(settings, lineage)}"
    raise AssertionError(msg)


def missing(settings: Settings, lineage: Lineage) -> dict[str, int]:
    """Tables whose newest version is not the build that was observed."""
    built = {
        dataset.name.partition(".")[2]: dataset.build.version
        for dataset in lineage.datasets.values()
        if dataset.build and dataset.name not in lineage.unobserved
    }
    return {name: v for name, v in versions(settings).items() if built.get(name) != v}

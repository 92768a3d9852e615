"""One small lake for the lineage tests, and its lineage once the engine has told of every build."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lakehouse.lineage import Lineage
from lakehouse.settings import Settings
from tests.lakehouse.lakes import seeded
from tests.lakehouse.observed import once_observed

UntilObserved = Callable[[Settings], Lineage]


@pytest.fixture(scope="session")
def until_observed() -> UntilObserved:
    """The lineage of a lake once the newest version of every table is in it."""
    return once_observed


@pytest.fixture(scope="session")
def observed_lake(new_lake: Callable[[], Settings]) -> Settings:
    """A lake as set-up leaves it; tests read it only."""
    return seeded(new_lake())


@pytest.fixture(scope="session")
def lineage(observed_lake: Settings, until_observed: UntilObserved) -> Lineage:
    """The lineage of that lake."""
    return until_observed(observed_lake)

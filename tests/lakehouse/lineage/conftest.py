"""One small lake for the lineage tests, and its lineage once the engine has told of every build."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lakehouse.lineage import Lineage
from lakehouse.settings import Settings
from tests.conftest import CopyOf
from tests.lakehouse.observed import once_observed

UntilObserved = Callable[[Settings], Lineage]


@pytest.fixture(scope="session")
def until_observed() -> UntilObserved:
    """The lineage of a lake once the newest version of every table is in it."""
    return once_observed


@pytest.fixture(scope="session")
def observed_lake(seeded_lake: Settings, copy_of: CopyOf) -> Settings:
    """A lake as set-up leaves it, for the tests of lineage."""
    return copy_of(seeded_lake)


@pytest.fixture(scope="session")
def lineage(observed_lake: Settings, until_observed: UntilObserved) -> Lineage:
    """The lineage of that lake."""
    return until_observed(observed_lake)

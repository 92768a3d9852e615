"""Lakes that many tests begin with: built once; who changes one takes a copy."""

from __future__ import annotations

import pytest

from lakehouse.settings import Settings
from tests.conftest import CopyOf, NewLake
from tests.lakehouse.copies import Shelf
from tests.lakehouse.lakes import built, with_portal_claims


@pytest.fixture(scope="session")
def built_lake(new_lake: NewLake, shelf: Shelf) -> Settings:
    """The small lake after its first run, over the source files; tests read it only."""
    return shelf.copy("built", lambda: built(new_lake()))


@pytest.fixture(scope="session")
def seeded_lake(built_lake: Settings, copy_of: CopyOf, shelf: Shelf) -> Settings:
    """The small lake as set-up leaves it, portal claims in a run of their own; read only."""
    return shelf.copy("seeded", lambda: with_portal_claims(copy_of(built_lake)))

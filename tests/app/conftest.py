from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lakehouse.settings import Settings
from tests.app.server import Portal, serving


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of the module's own, without a lake."""
    return tmp_path_factory.mktemp("portal")


@pytest.fixture(scope="module")
def portal(home: Path) -> Iterator[Portal]:
    """A portal over an empty lake in a plain folder."""
    with serving(Settings(home=home, storage="local")) as running:
        yield running

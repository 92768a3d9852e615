from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from structlog.processors import KeyValueRenderer
from structlog.stdlib import BoundLogger, LoggerFactory

from lakehouse.settings import Settings
from tests.app.followed import Followed, follow
from tests.app.server import Portal, serving
from tests.conftest import CopyOf


@pytest.fixture(scope="session", autouse=True)
def _log_lines_go_where_pytest_collects_them() -> None:
    structlog.configure(
        processors=[KeyValueRenderer()], logger_factory=LoggerFactory(), wrapper_class=BoundLogger
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of the module's own, without a lake."""
    return tmp_path_factory.mktemp("portal")


@pytest.fixture(scope="module")
def portal(home: Path) -> Iterator[Portal]:
    """A portal over an empty lake in a plain folder."""
    with serving(Settings(home=home, storage="local")) as running:
        yield running


@pytest.fixture(scope="session")
def todays_lake(lake_of_today: Settings, copy_of: CopyOf) -> Settings:
    """A small lake as of today, built to gold twice; whoever uses it adds to it."""
    return copy_of(lake_of_today)


@pytest.fixture(scope="module")
def insurer(todays_lake: Settings) -> Iterator[Portal]:
    """A portal over that lake."""
    with serving(todays_lake) as running:
        yield running


@pytest.fixture(scope="session")
def followed(todays_lake: Settings) -> Followed:
    """Claims that were followed through that lake and decided."""
    return follow(todays_lake)

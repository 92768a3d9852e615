"""Storage that is not there, or does not answer: one sentence, and not for ever."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from lakehouse.errors import StorageUnavailable
from lakehouse.serving import Console, query
from lakehouse.settings import Settings

STATEMENTS = ("SELECT * FROM vw_customer_360", "SHOW TABLES", "DESCRIBE customer_360")


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def closed_port() -> int:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


@pytest.mark.parametrize("statement", STATEMENTS)
def test_storage_that_is_down_is_named(tmp_path: Path, closed_port: int, statement: str) -> None:
    settings = Settings(home=tmp_path, azurite_port=closed_port)
    with pytest.raises(
        StorageUnavailable, match=rf"^Storage at http://127\.0\.0\.1:{closed_port}/"
    ):
        query(settings, statement)


def test_storage_that_keeps_silent_is_not_waited_for(tmp_path: Path, silent_port: int) -> None:
    """Left alone, the libraries below would wait for minutes."""
    settings = Settings(home=tmp_path, azurite_port=silent_port)
    with pytest.raises(
        StorageUnavailable, match=r"does not answer \(no answer in time\); start it"
    ):
        query(settings, "SELECT * FROM vw_customer_360")


def test_what_needs_no_storage_runs_without(tmp_path: Path, closed_port: int) -> None:
    with Console(Settings(home=tmp_path, azurite_port=closed_port)) as console:
        assert console.query("SELECT 1 + 1").rows == [(2,)]

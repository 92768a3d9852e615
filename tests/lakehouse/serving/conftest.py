"""Lakes to serve: one with a version of every table, on Azurite and in a folder, and empty ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lakehouse.serving import Console
from lakehouse.settings import Settings
from tests.conftest import NewLake
from tests.lakehouse.serving.canary import Canary, put_canary
from tests.lakehouse.serving.delta_tables import write_every_table

STORAGES = ("azurite", "local")


def local_lake(home: Path) -> Settings:
    """Settings of an empty lake in a folder."""
    return Settings(home=home, storage="local")


@pytest.fixture(scope="session", params=STORAGES)
def lake(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a lake with three rows in every table; tests leave it as it is."""
    if request.param == "azurite":
        new_storage: NewLake = request.getfixturevalue("new_storage")
        settings = new_storage()
    else:
        settings = local_lake(tmp_path_factory.mktemp("local"))
    write_every_table(settings)
    return settings


@pytest.fixture(scope="session")
def console(lake: Settings) -> Iterator[Console]:
    """A console on the lake with every table."""
    with Console(lake) as console:
        yield console


@pytest.fixture(scope="session")
def local_console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """A console on a lake in a folder, for tests to which the storage is all one."""
    settings = local_lake(tmp_path_factory.mktemp("local"))
    write_every_table(settings)
    with Console(settings) as console:
        yield console


@pytest.fixture
def empty(tmp_path: Path) -> Settings:
    """Settings of an empty lake in a folder."""
    return local_lake(tmp_path)


@pytest.fixture(params=STORAGES)
def changing(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of an empty lake, on either storage, for a test to write to."""
    if request.param == "local":
        return local_lake(tmp_path)
    storage: Settings = request.getfixturevalue("storage")
    return storage


@pytest.fixture(scope="session")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Canary:
    """Files outside every lake."""
    return put_canary(tmp_path_factory.mktemp("outside"))

"""Fixtures of the whole suite: the session's Azurite and Spark engine, and a fresh lake a test.

Servers start with the first test that asks for them, on free ports, in a home of their own;
the tools (jars, Azurite) are those that set-up put into the kit's home.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from pydantic import SecretStr

from kit.lake.containers import create_containers
from kit.services.azurite import AZURITE
from kit.services.engine import ENGINE
from kit.services.launch import start, stop, wait_until_it_answers
from kit.services.ports import any_free_port
from kit.services.process import Process
from kit.services.service import Service
from kit.services.site import Site
from kit.setup.places import default_home
from kit.toolchain import Toolchain
from lakehouse.settings import AZURITE_ACCOUNT, AZURITE_KEY, Settings
from lakehouse.spark import spark_session
from tests.distribution import ByLake, long_ones_first
from tests.lakehouse.copies import Shelf, copy_lake
from tests.lakehouse.lakes import seeded, small_as_of_today

if TYPE_CHECKING:
    from pyspark.sql import SparkSession
    from xdist.remote import Producer

pytest.register_assert_rewrite("tests.lakehouse.silver_cases")  # its asserts then show values

AZURITE_IMAGE = "mcr.microsoft.com/azure-storage/azurite:3.37.0"
HOST = "127.0.0.1"
ACCOUNTS = [f"lake{number:03}" for number in range(500)]
"""Accounts that the session's Azurite knows besides its own; each lake of a test is one."""
SUITE = "LAKEHOUSE_TEST_SUITE"
"""Environment variable that marks all processes of one run of the suite."""
WORKERS = 2
ROOM = 6 * 2**30
"""Bytes that a process of the suite takes with its engine and those that its tests start."""
TOOLS = Toolchain.of(default_home())

NewLake = Callable[[], Settings]
CopyOf = Callable[[Settings], Settings]


@cache
def docker_runs() -> bool:
    """Whether containers can be started here."""
    if shutil.which("docker") is None:
        return False
    asked = subprocess.run(["docker", "info"], capture_output=True, check=False, timeout=20)
    return asked.returncode == 0


def pytest_xdist_auto_num_workers() -> int:
    """How many processes share the suite: each wants a core and room for an engine of its own."""
    room = psutil.virtual_memory().available // ROOM
    return max(1, min(WORKERS, os.cpu_count() or 1, room))


def pytest_configure() -> None:
    """End on SIGTERM as on Ctrl-C: the servers of the session are stopped, none is left behind."""

    def interrupt(signum: int, frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    # pytest takes away the filter that a Spark session sets; the session retries after it, too.
    warnings.filterwarnings("ignore", r"\[RETRIES_EXCEEDED\]", UserWarning)
    os.environ.setdefault(SUITE, str(os.getpid()))  # what the suite starts inherits it


def pytest_unconfigure() -> None:
    """End what processes of the suite that were cut off left running."""
    if os.environ[SUITE] != str(os.getpid()):
        return
    left = [process for process in psutil.process_iter() if _is_of_this_suite(process)]
    for process in left:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.terminate()
    psutil.wait_procs(left, timeout=60)


def _is_of_this_suite(process: psutil.Process) -> bool:
    try:
        mark = process.environ().get(SUITE)
    except psutil.Error:
        return False
    return mark == os.environ[SUITE] and process.pid != os.getpid()


def pytest_report_header() -> str:
    """Say which Azurite the session uses."""
    return f"azurite: {f'container {AZURITE_IMAGE}' if docker_runs() else 'npm package, no Docker'}"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByLake:
    """Share the suite out by lakes."""
    return ByLake(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark tests by the servers they use; collect container tests where containers can be had."""
    long_ones_first(items)
    for item in items:
        used = getattr(item, "fixturenames", ())
        for fixture, marker in (("engine", "spark"), ("azurite", "azurite")):
            if fixture in used:
                item.add_marker(marker)
    wanting = [item for item in items if item.get_closest_marker("docker")]
    if wanting and not docker_runs():
        config.hook.pytest_deselected(items=wanting)
        items[:] = [item for item in items if item not in wanting]


@pytest.fixture(scope="session", autouse=True)
def _nothing_set_from_outside() -> Iterator[None]:
    """Tests see no setting of the person who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("PETINSURE_")]:
            patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def tools() -> Toolchain:
    """The tools that set-up made."""
    return TOOLS


@pytest.fixture(scope="session")
def session_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Home of the session's servers; never the kit's own."""
    return tmp_path_factory.mktemp("home")


@contextlib.contextmanager
def running(service: Service, site: Site) -> Iterator[Process]:
    """A service for as long as the block lasts."""
    child = start(service, site)
    process = Process.of(child.pid)
    try:
        wait_until_it_answers(service, site, process)
        yield process
    finally:
        stop(service, process)
        child.wait()


@pytest.fixture(scope="session")
def azurite(session_home: Path) -> Iterator[int]:
    """Port of the session's Azurite: a container where Docker runs, else the npm package."""
    accounts = ";".join(f"{name}:{AZURITE_KEY}" for name in [AZURITE_ACCOUNT, *ACCOUNTS])
    environment = {"AZURITE_ACCOUNTS": accounts}
    if docker_runs():
        from testcontainers.azurite import AzuriteContainer

        command = "azurite-blob --blobHost 0.0.0.0 --silent --skipApiVersionCheck"
        container = AzuriteContainer(AZURITE_IMAGE, ports_to_expose=[10000])
        with container.with_envs(**environment).with_command(command):
            yield int(container.get_exposed_port(10000))
    else:
        settings = Settings(home=session_home, azurite_port=any_free_port(HOST))
        with running(AZURITE, Site(settings, TOOLS, environment=environment)):
            yield settings.azurite_port


@pytest.fixture(scope="session")
def engine(session_home: Path, azurite: int) -> Iterator[Settings]:
    """Settings of the session's one Spark engine; it reaches every account of its Azurite."""
    settings = Settings(
        home=session_home,
        azurite_port=azurite,
        spark_port=any_free_port(HOST),
        spark_token=SecretStr("a-token-for-tests"),
    )
    one_key_for_all_accounts = {
        "spark.hadoop.fs.azure.account.auth.type": "SharedKey",
        "spark.hadoop.fs.azure.account.key": AZURITE_KEY,
    }
    with running(ENGINE, Site(settings, TOOLS, spark_conf=one_key_for_all_accounts)):
        yield settings


@pytest.fixture(scope="session")
def new_storage(azurite: int, tmp_path_factory: pytest.TempPathFactory) -> NewLake:
    """At every call the settings of an empty lake, an account of its own; without an engine."""
    accounts = iter(ACCOUNTS)

    def make() -> Settings:
        home = tmp_path_factory.mktemp("lake")
        settings = Settings(home=home, azurite_port=azurite, account=next(accounts))
        settings = settings.model_copy(update={"account_key": SecretStr(AZURITE_KEY)})
        create_containers(settings)
        return settings

    return make


@pytest.fixture(scope="session")
def new_lake(engine: Settings, new_storage: NewLake) -> NewLake:
    """At every call the settings of an empty lake, which the session's engine reaches."""

    def make() -> Settings:
        shared = {
            "spark_port": engine.spark_port,
            "spark_token": engine.spark_token,
            "lineage": engine.lineage_folder,  # where that engine notes what it observes
        }
        return new_storage().model_copy(update=shared)

    return make


@pytest.fixture(scope="session")
def copy_of(new_lake: NewLake) -> CopyOf:
    """At every call a copy of a lake, with a history of its own from then on."""
    return lambda lake: copy_lake(lake, new_lake())


@pytest.fixture(scope="session")
def shelf(new_lake: NewLake, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Lakes that one process of the suite builds for all."""
    own = tmp_path_factory.getbasetemp()
    return Shelf((own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "lakes", new_lake)


@pytest.fixture(scope="session")
def new_lake_of_today(new_lake: NewLake) -> Settings:
    """A small lake as of today, built to gold twice by this process: no copy."""
    return seeded(new_lake(), small_as_of_today())


@pytest.fixture(scope="session")
def lake_of_today(shelf: Shelf, request: pytest.FixtureRequest) -> Settings:
    """A copy of such a lake; tests copy it and change what they copied."""
    return shelf.copy("of-today", lambda: request.getfixturevalue("new_lake_of_today"))


@pytest.fixture
def storage(new_storage: NewLake) -> Settings:
    """Settings of an empty lake of the test's own; without an engine."""
    return new_storage()


@pytest.fixture
def settings(new_lake: NewLake) -> Settings:
    """Settings of an empty lake of the test's own, which the session's engine reaches."""
    return new_lake()


@pytest.fixture(scope="session")
def spark(engine: Settings) -> Iterator[SparkSession]:
    """A Spark session on the session's engine, for rows made by hand."""
    session = spark_session(engine)
    yield session
    session.stop()

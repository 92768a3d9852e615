from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from kit.console import Narration
from kit.errors import AlreadyRunning, PortsTaken, ServiceFailed
from kit.home import Home
from kit.lake.containers import create_containers
from kit.restarting import restart
from kit.services import ports
from kit.services.addresses import settle
from kit.services.azurite import AZURITE
from kit.services.launch import start, stop, wait_until_it_answers
from kit.services.process import Process
from kit.services.record import Entry, Record, changing, read
from kit.services.site import Site
from kit.services.supervisor import Supervisor
from lakehouse.settings import Settings, get_settings
from lakehouse.storage import Lake
from tests.conftest import HOST, running

ENDED = """
import sys
from kit.services.process import Process
process = Process(int(sys.argv[1]), float(sys.argv[2]))
process.ask_to_end()
print(process.ended_within(600))
"""
SLOW = """
import signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: (time.sleep(1), sys.exit(3)))
print("ready", flush=True)
signal.pause()
"""


@pytest.fixture
def settings(home: Path) -> Settings:
    """A kit without an engine: Azurite alone shows how services are kept."""
    port = ports.any_free_port(HOST)
    return Settings(
        home=home,
        azurite_port=port,
        app_port=ports.any_free_port(HOST),
        walkthrough_port=ports.any_free_port(HOST),
        spark_remote="sc://elsewhere",
    )


@pytest.fixture
def supervisor(settings: Settings) -> Iterator[Supervisor]:
    found = Supervisor(settings, Narration(), threading.Event())
    yield found
    found.stop()


def azurite_of(settings: Settings) -> Entry:
    return read(Home(settings.home)).services["azurite"]


def test_a_taken_port_gives_way_to_the_next_free_one(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server((HOST, settings.azurite_port)):
        settled = settle(settings, Record(), Narration())
    assert settled.azurite_port > settings.azurite_port
    told = f"port {settings.azurite_port} is taken; Azure storage uses {settled.azurite_port}"
    assert told in capsys.readouterr().out
    assert Settings(home=settings.home).azurite_port == settled.azurite_port


def test_a_port_that_was_taken_meanwhile_is_given_up(
    supervisor: Supervisor, settings: Settings
) -> None:
    supervisor.start()
    supervisor.await_answer(AZURITE)
    azurite_of(settings).process.kill()
    assert azurite_of(settings).process.ended_within(10)
    with socket.create_server((HOST, azurite_of(settings).port)):
        supervisor.look()
        assert AZURITE.answers(supervisor.site)
    announced = Settings(home=settings.home).azurite_port
    assert announced == azurite_of(settings).port != settings.azurite_port


def test_fifty_taken_ports_are_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "is_free", lambda host, port: False)
    with pytest.raises(PortsTaken, match="Ports 10000 to 10049 are all taken"):
        ports.free_port(HOST, 10000)


def test_the_token_is_for_its_owner_alone(settings: Settings) -> None:
    settled = settle(settings, Record(), Narration())
    file = Home(settings.home).addresses
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    token = settled.spark_token
    assert token is not None
    assert json.loads(file.read_text())["spark_token"] == token.get_secret_value()


def test_a_process_is_known_by_its_start_not_only_its_number() -> None:
    ourselves = Process.of(os.getpid())
    assert ourselves.alive()
    assert not Process(ourselves.pid, ourselves.started - 3600).alive()


def test_what_azurite_acknowledged_survives_its_stop(settings: Settings) -> None:
    site = Site.of(settings)
    with running(AZURITE, site):
        create_containers(settings)
        Lake(settings).write("raw", "customers.csv", b"customer_id\n")
    with running(AZURITE, site) as process:
        assert Lake(settings).read("raw", "customers.csv") == b"customer_id\n"
    assert not process.alive()


DEAF = (
    "import signal, threading; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    "print('up', flush=True); threading.Event().wait(60)"
)
"""A server that does not end when asked to."""


def test_azurite_is_never_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", DEAF], start_new_session=True, stdout=subprocess.PIPE
    ) as child:
        process = Process.of(child.pid)
        assert child.stdout is not None
        child.stdout.readline()
        with pytest.raises(ServiceFailed, match="does not end; it is not killed"):
            stop(replace(AZURITE, seconds_to_stop=0.5), process)
        assert child.poll() is None
        stop(replace(AZURITE, seconds_to_stop=0.5, may_be_killed=True), process)
        assert not process.alive()


def test_a_service_that_ends_at_once_says_why(settings: Settings) -> None:
    with socket.create_server((HOST, settings.azurite_port)):
        site = Site.of(settings)
        process = Process.of(start(AZURITE, site).pid)
        with pytest.raises(ServiceFailed, match=r"Azure storage ended at its start: .* \(log: "):
            wait_until_it_answers(AZURITE, site, process)


def test_the_supervisor_brings_back_what_dies(supervisor: Supervisor, settings: Settings) -> None:
    supervisor.start()
    supervisor.await_answer(AZURITE)
    first = azurite_of(settings).process
    first.kill()
    assert first.ended_within(10)
    supervisor.look()
    again = azurite_of(settings)
    assert again.process != first
    assert again.state == "running"
    assert AZURITE.answers(supervisor.site)


def test_a_restart_of_what_is_just_being_started_waits_for_it(
    supervisor: Supervisor, settings: Settings
) -> None:
    supervisor.start()
    begun = azurite_of(settings)
    assert begun.state == "starting"
    restarted = restart(Settings(home=settings.home), "azurite")
    assert restarted.pid == begun.process.pid
    assert azurite_of(settings).process.alive()
    assert AZURITE.answers(supervisor.site)
    assert restart(Settings(home=settings.home), "azurite").pid != begun.process.pid


def test_a_restart_by_someone_else_while_it_waits_starts_no_second_one(
    supervisor: Supervisor, settings: Settings
) -> None:
    supervisor.start()
    supervisor.await_answer(AZURITE)
    supervisor.settle_in(AZURITE)
    restarted: list[int] = []

    def silent_until_someone_restarts_it(site: Site) -> bool:
        if not restarted:
            restarted.append(restart(Settings(home=settings.home), "azurite").pid)
            return False
        return AZURITE.answers(site)

    second_tries: list[Site] = []

    def try_again(site: Site) -> bool:
        second_tries.append(site)
        return True

    service = replace(AZURITE, answers=silent_until_someone_restarts_it, second_try=try_again)
    supervisor.await_answer(service)
    assert azurite_of(settings).process.pid == restarted[0]
    assert azurite_of(settings).process.alive()
    assert AZURITE.answers(supervisor.site)
    assert second_tries == []


def test_it_leaves_alone_what_dies_three_times_in_a_row(
    supervisor: Supervisor, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    supervisor.start()
    for _ in range(3):
        supervisor.await_answer(AZURITE)
        azurite_of(settings).process.kill()
        assert azurite_of(settings).process.ended_within(10)
        supervisor.look()
    assert azurite_of(settings).state == "failed"
    assert "died 3 times in a row and is left alone" in capsys.readouterr().out


def test_a_stop_leaves_no_process_and_no_address(
    supervisor: Supervisor, settings: Settings
) -> None:
    supervisor.start()
    supervisor.await_answer(AZURITE)
    process = azurite_of(settings).process
    supervisor.stop()
    assert not process.alive()
    assert not psutil.pid_exists(process.pid)
    assert read(Home(settings.home)) == Record()
    assert not Home(settings.home).addresses.exists()


def test_what_a_killed_supervisor_left_is_taken_over(
    supervisor: Supervisor, settings: Settings
) -> None:
    supervisor.start()
    supervisor.await_answer(AZURITE)
    left = azurite_of(settings)
    with changing(Home(settings.home)) as record:
        record.watcher = Process(record.watcher.pid, 0.0) if record.watcher else None
    elsewhere = settings.model_copy(update={"azurite_port": ports.any_free_port(HOST)})
    second = Supervisor(elsewhere, Narration(), threading.Event())
    second.start()
    assert azurite_of(settings).process == left.process
    assert second.site.settings.azurite_port == left.port


def test_one_supervisor_a_home(settings: Settings) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        with changing(Home(settings.home)) as record:
            record.watcher = Process.of(other.pid)
        with pytest.raises(AlreadyRunning, match="already running"):
            Supervisor(settings, Narration(), threading.Event()).start()
        other.send_signal(signal.SIGTERM)
    get_settings.cache_clear()


def test_a_process_that_nobody_asks_after_has_ended_all_the_same() -> None:
    child = subprocess.Popen([sys.executable, "-c", SLOW], stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"ready\n"
    process = Process.of(child.pid)
    assert not process.ended_within(0)
    asked = subprocess.run(  # by somebody else, to whom it stays a zombie
        [sys.executable, "-c", ENDED, str(process.pid), str(process.started)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert asked.stdout.strip() == "True"
    assert child.wait() == 3

"""Stage: a lake, a portal and a walkthrough of the rehearsal's own, far from the presenter's."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr

from kit.console import Narration
from kit.errors import NotRunning, ServiceFailed
from kit.home import Home
from kit.lake.jumping import jump
from kit.services.all import SERVICES
from kit.services.ports import any_free_port
from kit.services.record import read
from kit.toolchain import Toolchain
from lakehouse.settings import AZURITE_ACCOUNT, AZURITE_KEY, Settings

HOST = "127.0.0.1"


class Stage:
    """A running kit; `settings` are those that it announced."""

    def __init__(self, settings: Settings) -> None:
        """Use the kit that runs with these settings."""
        self.settings = settings

    @property
    def portal(self) -> str:
        """Address of the portal."""
        return f"http://{self.settings.host}:{self.settings.app_port}"

    @property
    def walkthrough(self) -> str:
        """Address of the walkthrough."""
        return f"http://{self.settings.host}:{self.settings.walkthrough_port}"

    def pid(self, service: str) -> int:
        """Process of a service as it runs now."""
        return read(Home(self.settings.home)).services[service].process.pid

    def kill(self, service: str) -> int:
        """Kill a service of this stage; its process number."""
        pid = self.pid(service)
        os.kill(pid, signal.SIGKILL)
        return pid


def settings_of(home: Path) -> Settings:
    """Settings of the kit in a home: nothing that a presenter set leads to another lake."""
    return Settings(
        home=home,
        storage="azurite",
        account=AZURITE_ACCOUNT,
        account_key=SecretStr(AZURITE_KEY),
        host=HOST,
        spark_remote=None,
        lineage=None,
        deployment="local",
    )


@contextmanager
def stage(tools: Toolchain, logs: Path) -> Iterator[Stage]:
    """A kit of its own on free ports, seeded, for as long as the block lasts.

    Its logs are kept in `logs`. Raises `ServiceFailed` where it does not come up.
    """
    with tempfile.TemporaryDirectory(prefix="petinsure-rehearsal-") as name:
        home = Path(name).resolve()
        (home / "tools").symlink_to(tools.root)
        environment = environment_of(home)
        try:
            if _kit(environment, "up", "--detach", "--no-browser"):
                msg = f"The rehearsal's own kit did not start; its logs are in {logs}."
                raise ServiceFailed(msg)
            yield Stage(settings_of(home))
        finally:
            _kit(environment, "down")
            shutil.copytree(home / "logs", logs, dirs_exist_ok=True)


@contextmanager
def stage_here(settings: Settings, narration: Narration) -> Iterator[Stage]:
    """The kit that runs with these settings, brought to its seeded state before and after.

    Raises `NotRunning` where none runs, and what a jump raises.
    """
    record = read(Home(settings.home))
    if not (record.watched() and record.ready):
        msg = "There is no kit to rehearse on here; start it with `./petinsure up`."
        raise NotRunning(msg)
    jump(settings, "seeded", narration.say)
    try:
        yield Stage(settings)
    finally:
        jump(settings, "seeded", narration.say)


def environment_of(home: Path) -> dict[str, str]:
    """This process's environment without what the presenter set for their own kit."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PETINSURE_")}
    ports = {
        f"PETINSURE_{service.port_setting.upper()}": str(any_free_port(HOST))
        for service in SERVICES
    }
    # CI: no second engine learns on the side while this one is timed.
    return {**kept, **ports, "PETINSURE_HOME": str(home), "CI": "1"}


def _kit(environment: dict[str, str], *arguments: str) -> int:
    command = [sys.executable, "-m", "kit", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode

"""Tools: second stage of set-up: certificates, jars, Azurite, the portal, the AOT cache."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kit.setup.azurite import ensure_azurite
from kit.setup.jars import ensure_jars
from kit.setup.lock import setup_lock
from kit.setup.outcome import exit_code
from kit.setup.places import default_home
from kit.setup.portal import ensure_portal
from kit.setup.progress import begin, say
from kit.setup.truststore import ensure_trust_store
from kit.toolchain import Toolchain


def main() -> int:
    """Put every tool in place, unless it is; 0 when all are."""
    options = argparse.ArgumentParser(prog="kit.setup.tools")
    options.add_argument("--no-train", action="store_true", help="leave the JVM's AOT cache out")
    arguments = options.parse_args()
    begin()
    return exit_code(lambda: _complete(default_home(), train=not arguments.no_train), "make setup")


def _complete(home: Path, *, train: bool) -> None:
    with setup_lock(home):
        ensure_tools(home)
    if train:
        from kit.training import ensure_trained, wanted  # heavy, and the last thing to do

        if wanted():
            ensure_trained(home)
    say("set-up", f"complete in {home}")


def ensure_tools(home: Path) -> None:
    """Certificates first, since Java needs them to fetch jars; jars and Azurite side by side."""
    tools, logs = Toolchain.of(home), home / "logs"
    tools.root.mkdir(parents=True, exist_ok=True)
    ensure_trust_store(tools)
    with ThreadPoolExecutor() as pool:
        for step in [
            pool.submit(ensure_jars, tools, logs),
            pool.submit(ensure_azurite, tools, logs),
            pool.submit(ensure_portal, tools, logs),
        ]:
            step.result()


if __name__ == "__main__":
    sys.exit(main())

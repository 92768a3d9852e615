"""Tools: second stage of set-up: certificates, jars, Azurite, the portal, the AOT cache."""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kit.setup.azurite import ensure_azurite
from kit.setup.jars import ensure_jars
from kit.setup.lock import setup_lock
from kit.setup.places import default_home
from kit.setup.portal import ensure_portal
from kit.setup.progress import begin, say
from kit.setup.running import SetupError
from kit.setup.truststore import ensure_trust_store
from kit.toolchain import Toolchain


def main() -> int:
    """Put every tool in place, unless it is; 0 when all are."""
    options = argparse.ArgumentParser(prog="kit.setup.tools")
    options.add_argument("--no-train", action="store_true", help="leave the JVM's AOT cache out")
    arguments = options.parse_args()
    begin()
    home = default_home()
    try:
        with setup_lock(home):
            ensure_tools(home)
        if not arguments.no_train:
            from kit.training import ensure_trained, wanted  # heavy, and the last thing to do

            if wanted():
                ensure_trained(home)
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"Set-up cannot write: {error}; run `make setup` again once mended.\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted; `make setup` carries on from here.\n")
        return 130
    say("set-up", f"complete in {home}")
    return 0


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

"""Browser: what `make test` drives: found on this machine, else installed; demos need none."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from kit.browser import Browser, find_browser
from kit.setup.lock import setup_lock
from kit.setup.outcome import exit_code
from kit.setup.places import default_home
from kit.setup.progress import begin, say
from kit.setup.running import SetupError, run
from kit.toolchain import Toolchain
from lakehouse.settings import Settings

REMEDY = "install Chrome or Chromium, or name one: PETINSURE_BROWSER=/path/to/chrome make test"

Installer = Callable[[Toolchain, Path], None]


def main() -> int:
    """Find or install a browser; 0 when there is one."""
    begin()
    return exit_code(lambda: _ensure_alone(default_home()), "make test")


def _ensure_alone(home: Path) -> None:
    with setup_lock(home):
        browser = ensure_browser(Settings(home=home), Toolchain.of(home), home / "logs")
    say("browser", f"{browser.version} at {browser.program}")


def ensure_browser(settings: Settings, tools: Toolchain, logs: Path) -> Browser:
    """The browser of this machine, else one of Debian's package, else Playwright's own.

    Raises `SetupError` where the one that is named does not start, or none can be had.
    """
    found = find_browser(settings, tools)
    if found:
        return found
    if settings.browser:
        msg = f"{settings.browser} is no Chrome or Chromium that starts; {REMEDY}."
        raise SetupError(msg)
    failures = []
    for name, install in installers().items():
        say("browser", f"none found; installing Chromium by {name}")
        try:
            install(tools, logs)
        except SetupError as error:
            failures.append(str(error).rstrip("."))
            continue
        found = find_browser(settings, tools)
        if found:
            return found
        failures.append(f"the Chromium that {name} installed does not start")
    msg = f"The tests need a browser and none could be had ({'; '.join(failures)}): {REMEDY}."
    raise SetupError(msg)


def installers() -> dict[str, Installer]:
    """The ways to a browser that are open on this machine, in their order."""
    ways: dict[str, Installer] = {}
    if apt_get() is not None:
        ways["Debian's package"] = install_package
    ways["Playwright"] = download
    return ways


def apt_get() -> list[str] | None:
    """The command of Debian's packages, where it may be used without a question, else None.

    Ubuntu's package of that name is a snap, which Playwright cannot drive.
    """
    if not shutil.which("apt-get") or distribution() != "debian":
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    if shutil.which("sudo") and not _fails(["sudo", "-n", "true"]):
        return ["sudo", "-n", "apt-get"]
    return None


def distribution() -> str:
    """Id of this Linux, such as debian; nothing where it has none."""
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


def install_package(tools: Toolchain, logs: Path) -> None:
    """Install Debian's chromium, its list of packages renewed where that is needed."""
    command, log = apt_get() or ["apt-get"], logs / "setup-browser-apt.log"
    install = [*command, "install", "--yes", "--no-install-recommends", "chromium"]
    what, env = "Debian's package chromium", {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run(install, log=log, reaching=what, env=env)
    except SetupError:
        run([*command, "update"], log=log, reaching="Debian's list of packages", env=env)
        run(install, log=log, reaching=what, env=env)


def download(tools: Toolchain, logs: Path) -> None:
    """Let Playwright fetch its own Chromium, into the kit's tools."""
    run(
        [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"],
        log=logs / "setup-browser-playwright.log",
        reaching="Playwright's Chromium",
        env={"PLAYWRIGHT_BROWSERS_PATH": str(tools.browser), "NODE_USE_SYSTEM_CA": "1"},
    )


def _fails(command: list[str]) -> bool:
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main())

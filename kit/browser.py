"""Browser: the Chrome or Chromium of this machine, and how tests and rehearsals start it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.toolchain import Toolchain
from lakehouse.settings import Settings

NAMES = ("google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome")
"""What the program is called on PATH."""
APPLICATIONS = ("Google Chrome.app", "Chromium.app")
"""What it is called among a Mac's applications."""
APPLICATION_FOLDERS = (Path("/Applications"), Path("~/Applications"))
"""Where a Mac keeps its applications."""
PLACES = (Path("/opt/google/chrome/chrome"), Path("/usr/lib/chromium/chromium"))
"""Where Linux packages put it when PATH does not say."""
DOWNLOADED = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
"""Where Playwright's own download puts it, below the folder that it is given."""
SECONDS = 20

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""A browser that asks nobody but the page it is sent to."""


@dataclass(frozen=True)
class Browser:
    """A browser that starts."""

    program: Path
    version: str
    """As it says itself, such as Chromium 156.0.8078.108."""

    def options(self) -> dict[str, Any]:
        """Arguments for Playwright's `chromium.launch`; Chromium has no sandbox for root."""
        sandbox = os.geteuid() != 0
        return {
            "executable_path": str(self.program),
            "chromium_sandbox": sandbox,
            "args": list(FLAGS),
        }


def find_browser(settings: Settings, tools: Toolchain) -> Browser | None:
    """The browser that the settings name, else the first that starts, else None."""
    named = settings.browser
    candidates = iter([named]) if named else _usual_places(tools)
    return next(filter(None, map(started, candidates)), None)


def started(program: Path) -> Browser | None:
    """The browser behind a path, or None where it is none or does not start."""
    if not program.is_file() or _is_snap(program):
        return None
    try:
        asked = subprocess.run(
            [program, "--version"], capture_output=True, text=True, check=False, timeout=SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    told = re.search(r"(?:Google Chrome|Chromium)\D* [\d.]+", asked.stdout)
    return Browser(program, told[0]) if told and asked.returncode == 0 else None


def _usual_places(tools: Toolchain) -> Iterator[Path]:
    on_path = (shutil.which(name) for name in NAMES)
    yield from (Path(found) for found in on_path if found)
    for folder in APPLICATION_FOLDERS:
        for app in APPLICATIONS:
            yield folder.expanduser() / app / "Contents/MacOS" / app.removesuffix(".app")
    yield from PLACES
    for pattern in DOWNLOADED:
        yield from sorted(tools.browser.glob(pattern))


def _is_snap(program: Path) -> bool:
    """Whether it runs in Ubuntu's snap, which does not see the folders that Playwright uses."""
    if program.resolve().name == "snap":
        return True
    with program.open("rb") as content:
        start = content.read(4096)
    return start.startswith(b"#!") and b"/snap/" in start

"""Main: the rehearsal from its first command to its report; the exit code says how it went."""

from __future__ import annotations

import os
import platform
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import psutil
from streamlit.logger import set_log_level

from kit.browser import Browser, find_browser
from kit.console import Narration
from kit.errors import NotSetUp
from kit.rehearsal.played import Rehearsed
from kit.rehearsal.rehearse import rehearse
from kit.rehearsal.report import write
from kit.rehearsal.stage import stage, stage_here
from kit.setup.browser import REMEDY
from kit.toolchain import Toolchain
from lakehouse.settings import Settings


def run(settings: Settings, folder: Path, *, here: bool = False) -> int:
    """Rehearse the whole demo and write its report into a folder: 0, or 1 where anything failed.

    On a kit of its own, or on the one that runs `here`, whose lake is brought to its seeded state.
    Raises `NotSetUp` without a browser, `ServiceFailed` where the own kit does not start,
    `NotRunning` where there is none here.
    """
    set_log_level("ERROR")  # pages are looked up here, not served
    tools, narration = Toolchain.of(settings.home), Narration()
    browser = _browser(settings, tools)
    for name in ("pictures", "logs"):
        shutil.rmtree(folder / name, ignore_errors=True)
    told, began = Rehearsed(datetime.now(UTC), _machine()), time.monotonic()
    with stage_here(settings, narration) if here else stage(tools, folder / "logs") as found:
        told.setting_up = time.monotonic() - began
        narration.say(f"the kit to rehearse on is ready, at {found.walkthrough}")
        rehearse(found, browser, folder / "pictures", told, narration)
    told.seconds = time.monotonic() - began
    html, pdf = write(told, folder, tools.portal / "assets", browser)
    _conclude(told, narration, html, pdf)
    return 1 if told.failures else 0


def _browser(settings: Settings, tools: Toolchain) -> Browser:
    found = find_browser(settings, tools)
    if found is None:
        msg = f"There is no browser to rehearse in; {REMEDY.replace('make test', 'make rehearse')}."
        raise NotSetUp(msg)
    return found


def _conclude(told: Rehearsed, narration: Narration, html: Path, pdf: Path) -> None:
    for line in told.failures:
        narration.say(line, style="red")
    wrong = len(told.failures)
    verdict = f"{wrong} failed" if wrong else "all held"
    style = "bold red" if wrong else "bold green"
    narration.say(
        f"{len(told.played)} steps and pages, {told.claims} claims checked, {verdict}; "
        f"{told.seconds:.0f} s, {told.setting_up:.0f} of them to set up",
        style=style,
    )
    narration.say(f"report: {html}")
    narration.say(f"hand-out: {pdf}")


def _machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}"

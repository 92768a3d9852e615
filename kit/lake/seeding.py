"""Seeding: from an empty lake to one whose tables have history, and the snapshot of it.

The pipeline runs twice, over the five source files and over the portal claims that came since,
so that every table has versions before anyone does anything. Each step is left out where it is
done already, so a seeding that was cut off carries on. Runs as a process of its own.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time
from datetime import UTC, datetime

from generator import Request
from kit.console import Narration
from kit.errors import ServiceFailed
from kit.failures import guarded
from kit.home import Home
from kit.lake.containers import create_containers
from kit.lake.filling import clear, has_data, land_portal_claims, land_source_files
from kit.lake.progress import generator_progress
from kit.lake.snapshots import SEEDED, available, remove, take
from kit.run_view import RunView
from kit.services.engine import ENGINE
from kit.services.record import read
from kit.services.site import Site
from lakehouse.errors import LakeEmpty
from lakehouse.lake_file import read_note
from lakehouse.settings import Settings, get_settings
from lakehouse.storage import Lake


def is_seeded(settings: Settings) -> bool:
    """Whether the lake was filled, built and copied (a real account is not copied)."""
    try:
        read_note(Lake(settings))
    except LakeEmpty:
        return False
    if settings.storage == "adls":
        return bool(Lake(settings).files("gold"))
    return any(snapshot.name == SEEDED for snapshot in available(Home(settings.home)))


def seed(settings: Settings, narration: Narration, request: Request) -> None:
    """Fill, build and copy the lake, from where an earlier seeding was cut off."""
    create_containers(settings)
    try:
        note = read_note(Lake(settings))
        request = Request(seed=note.seed, as_of=note.as_of, scale=note.scale)
    except LakeEmpty:
        if has_data(settings):
            clear(settings)
        narration.say(f"source files as of {request.as_of}")
        with generator_progress() as progress:
            rows = land_source_files(settings, request, progress)
        narration.say(f"{rows:,} rows landed in container raw")
    _await_engine(settings)
    _run(settings, narration, "raw → bronze → silver → gold")
    claims = land_portal_claims(settings, request)
    _run(settings, narration, f"{claims} portal claims on their way to gold")
    if settings.storage != "adls":
        taken = take(settings, SEEDED)
        narration.say(f"snapshot {taken.name} taken, {taken.size / 1e6:.0f} MB")


def start_anew(settings: Settings) -> None:
    """Remove the lake and its seeded snapshot, which tells a whole lake from half of one."""
    home = Home(settings.home)
    if any(snapshot.name == SEEDED for snapshot in available(home)):
        remove(home, SEEDED)
    clear(settings)


def _run(settings: Settings, narration: Narration, what: str) -> None:
    from lakehouse.pipeline.run import run

    narration.say(what)
    with RunView() as view:
        run(settings, on_event=view.on_event)


def _await_engine(settings: Settings) -> None:
    if settings.spark_remote:
        return
    site, until = Site.of(settings), time.monotonic() + ENGINE.seconds_to_start
    pause = threading.Event()
    while not ENGINE.answers(site):
        entry = read(site.home).services.get(ENGINE.name)
        moved = entry is not None and entry.port != settings.spark_port
        if moved or time.monotonic() > until or (entry and entry.state == "failed"):
            msg = f"The Spark engine does not answer; see {site.home.log(ENGINE.name)}"
            raise ServiceFailed(msg)
        pause.wait(0.2)


def main() -> None:
    """Seed the lake of the running kit."""
    options = argparse.ArgumentParser(prog="kit.lake.seeding")
    options.add_argument("--anew", action="store_true", help="replace what is there")
    options.add_argument("--began", type=float, help="epoch seconds of the command's start")
    settings, wanted = get_settings(), options.parse_args()
    if wanted.anew:
        start_anew(settings)
    seed(settings, Narration(wanted.began), Request(as_of=datetime.now(UTC).date()))


if __name__ == "__main__":
    sys.exit(guarded(main))

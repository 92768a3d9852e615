"""Generating: a lake of source files alone, in place of what was there."""

from __future__ import annotations

from generator import Request
from kit.console import Narration
from kit.lake.containers import create_containers
from kit.lake.filling import clear, land_portal_claims, land_source_files
from kit.lake.progress import generator_progress
from lakehouse.pipeline.lease import run_lease
from lakehouse.settings import Settings
from lakehouse.storage import CONTAINERS, Lake


def would_replace(settings: Settings) -> str | None:
    """What of the lake generating would remove, in words; None where there is nothing."""
    create_containers(settings)
    lake = Lake(settings)
    if not any(lake.files(container) for container in CONTAINERS):
        return None
    files = len(lake.source_files())
    tables = " and its tables, their history and checkpoints" if lake.files("bronze") else ""
    return f"the lake's {files:,} source files{tables}"


def generate(settings: Settings, request: Request) -> None:
    """Empty the lake, then land the five source files and the portal claims.

    Raises `RunInProgress` during a run, whose files it would take away.
    """
    narration = Narration()
    create_containers(settings)
    with run_lease(settings, "generating"):
        pass
    clear(settings)
    with generator_progress() as progress:
        rows = land_source_files(settings, request, progress)
    claims = land_portal_claims(settings, request)
    narration.say(
        f"{rows:,} rows in 5 source files and {claims} portal claims, as of {request.as_of} "
        f"(seed {request.seed}, scale {request.scale:g}); `./petinsure run` builds the tables"
    )

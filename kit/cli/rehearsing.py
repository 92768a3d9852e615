"""Rehearsing command: the whole demo played in a real browser, its numbers checked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.signals import interrupted_by_any
from lakehouse.settings import get_settings


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(rehearse)


def rehearse(
    folder: Annotated[
        Path | None,
        typer.Option(help="Where the report goes; by default `rehearsal` in the kit's home."),
    ] = None,
    here: Annotated[
        bool,
        typer.Option(
            "--here",
            help="On the kit that runs here: what was done in it since it was seeded is lost.",
        ),
    ] = False,
) -> None:
    """Play the whole demo in a browser, on a kit of its own, and write a timed report."""
    from kit.rehearsal.main import run

    settings = get_settings()
    with interrupted_by_any():  # so that whatever was started is stopped
        place = (folder or settings.home / "rehearsal").resolve()
        raise typer.Exit(run(settings, place, here=here))

"""Landing command: put a file of one's own into container raw, as a source system would."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kit.console import OUT
from lakehouse.settings import get_settings


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(land)


def land(
    files: Annotated[list[Path], typer.Argument(help="Files: .csv, .jsonl or .json.")],
) -> None:
    """Put source files into container raw; the next `run` takes them in.

    An object (.json) goes to the folder of its kind; other files keep their names.
    """
    from kit.lake.landing import land_file

    settings = get_settings()
    for file in files:
        OUT.print(f"{land_file(settings, file)} landed; `./petinsure run` takes it in.")

"""Running command: run."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from lakehouse.settings import get_settings

Layer = Literal["bronze", "silver", "gold"]


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(run)


def run(
    layer: Annotated[Layer | None, typer.Option(help="Only this layer.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Rebuild what is up to date too.")] = False,
    events: Annotated[
        Literal["json"] | None, typer.Option(help="One event a line, for programs.")
    ] = None,
) -> None:
    """Bring the tables up to date with the files in container raw."""
    from kit.run_view import RunView
    from lakehouse.pipeline.run import run as run_pipeline

    settings = get_settings()
    if events:
        report = run_pipeline(
            settings,
            layer=layer,
            full=full,
            on_event=lambda event: typer.echo(json.dumps(event.as_dict())),
        )
    else:
        with RunView() as view:
            report = run_pipeline(settings, layer=layer, full=full, on_event=view.on_event)
    raise typer.Exit(0 if report.ok else 1)

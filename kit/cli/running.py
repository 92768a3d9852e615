"""Running command: run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kit.console import OUT
from kit.signals import interrupted_by_any, orderly_stop, set_when_unheard
from lakehouse.settings import get_settings

if TYPE_CHECKING:
    from lakehouse.pipeline.events import Event

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
    live: Annotated[
        bool, typer.Option("--live", help="Go on, within seconds of each new file, until Ctrl-C.")
    ] = False,
) -> None:
    """Bring the tables up to date with the files in container raw."""
    if live and (layer or full):
        msg = "live mode follows all layers, and new files alone: --live stands by itself"
        raise typer.BadParameter(msg, param_hint="--live")
    if live:
        _live(as_json=events is not None)
        return
    from kit.run_view import RunView
    from lakehouse.pipeline.run import run as run_pipeline

    settings = get_settings()
    with interrupted_by_any():
        if events:
            report = run_pipeline(settings, layer=layer, full=full, on_event=_tell)
        else:
            with RunView() as view:
                report = run_pipeline(settings, layer=layer, full=full, on_event=view.on_event)
    raise typer.Exit(0 if report.ok else 1)


def _live(*, as_json: bool) -> None:
    from kit.run_view import show_line
    from lakehouse.pipeline.live import run_live

    with orderly_stop() as stopping:
        if as_json:
            set_when_unheard(stopping)
        else:
            OUT.print("live mode: new files are followed to gold; Ctrl-C ends it")
        run_live(get_settings(), stopping=stopping, on_event=_tell if as_json else show_line)


def _tell(event: Event) -> None:
    typer.echo(json.dumps(event.as_dict()))

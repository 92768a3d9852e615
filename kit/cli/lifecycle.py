"""Lifecycle commands: up, down and status."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from kit.console import OUT
from lakehouse.settings import get_settings


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(up)
    app.command()(down)
    app.command()(status)


def up(
    detach: Annotated[bool, typer.Option("--detach", help="Return once all is ready.")] = False,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no page.")] = False,
) -> None:
    """Start everything, seed the lake where it is empty, and watch it until Ctrl-C."""
    from kit.doctor import require_sound
    from kit.up import up as bring_up

    settings = get_settings()
    require_sound(settings)
    if detach:
        from kit.detached import up_detached

        raise typer.Exit(up_detached(settings, browser=not no_browser))
    raise typer.Exit(bring_up(settings, browser=not no_browser))


def down() -> None:
    """Stop everything; the lake stays as it is."""
    from kit.down import down as bring_down

    bring_down(get_settings())


def status(
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Show what runs, what is in each layer, and the last run."""
    from kit.logins import demo_logins
    from kit.status import shown, status_of

    settings = get_settings()
    found = status_of(settings)
    if as_json:
        typer.echo(json.dumps(found, indent=2))
    else:
        OUT.print(shown(found, demo_logins(settings)))

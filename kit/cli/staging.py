"""Staging commands: jump and restart, by which the walkthrough drives the kit on stage."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Literal

import typer

from kit.console import OUT
from kit.signals import interrupted_by_any
from lakehouse.settings import get_settings


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(jump)
    app.command()(restart)


def jump(
    state: Annotated[
        Literal["seeded", "claimed", "refined"],
        typer.Argument(help="As seeded; with a claim submitted; with that claim in gold."),
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs, which ask first.")] = False,
) -> None:
    """Bring lake and portal to what a step of the demo needs; a run that goes on is ended."""
    from kit.lake.jumping import jump as jump_to

    if not (yes or as_json):
        typer.confirm("What was done in the lake and the portal since is lost. Go on?", abort=True)
    tell = _tell if as_json else _say
    with interrupted_by_any():  # so that whatever was stopped is started again
        jumped = jump_to(get_settings(), state, tell)
    if as_json:
        typer.echo(json.dumps({"jumped": asdict(jumped)}))
    else:
        follow = f"; follow claim {jumped.claim_id}" if jumped.claim_id else ""
        OUT.print(f"The lake is {jumped.state}, in {jumped.seconds} s{follow}.", soft_wrap=True)


def restart(
    service: Annotated[str, typer.Argument(help="Such as spark; `status` names them.")],
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Stop one service and start it again, the others left alone."""
    from kit.restarting import restart as restart_service

    with interrupted_by_any():
        restarted = restart_service(get_settings(), service)
    if as_json:
        typer.echo(json.dumps({"restarted": asdict(restarted)}))
    else:
        OUT.print(f"{restarted.service} answers again, after {restarted.seconds} s.")


def _tell(text: str) -> None:
    typer.echo(json.dumps({"doing": text}))


def _say(text: str) -> None:
    OUT.print(f"  {text}", markup=False, soft_wrap=True)

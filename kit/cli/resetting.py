"""Resetting commands: snapshot and reset."""

from __future__ import annotations

import json
import time
from dataclasses import asdict
from typing import Annotated

import typer

from kit.console import OUT
from lakehouse.settings import get_settings


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(snapshot)
    app.command()(reset)


def snapshot(
    name: Annotated[str | None, typer.Argument(help="Its name; without one, all are listed.")] = (
        None
    ),
    remove: Annotated[bool, typer.Option("--remove", help="Delete it instead.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Replace one of that name unasked.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Copy the lake as it is, to go back to with `reset`; or list the copies."""
    from kit.home import Home
    from kit.lake import snapshots

    settings, began = get_settings(), time.monotonic()
    home = Home(settings.home)
    if name is None:
        found = snapshots.available(home)
        if as_json:
            typer.echo(json.dumps([asdict(each) for each in found], indent=2))
            return
        for each in found:
            OUT.print(f"{each.name}: {each.taken_at}, {each.size / 1e6:.0f} MB", soft_wrap=True)
        if not found:
            OUT.print("No snapshots yet; `./petinsure snapshot NAME` takes one.")
        return
    if remove:
        snapshots.remove_by_hand(home, name)
        OUT.print(f"Snapshot {name} removed.")
        return
    if any(each.name == name for each in snapshots.available(home)) and not (yes or as_json):
        typer.confirm(f"Snapshot {name} is there already. Replace it?", abort=True)
        began = time.monotonic()
    _report("taken", asdict(snapshots.take(settings, name)), began, as_json=as_json)


def reset(
    name: Annotated[str, typer.Argument(help="The snapshot to go back to.")] = "seeded",
    anew: Annotated[bool, typer.Option("--anew", help="A new lake as of today instead.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before --anew.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Bring files, tables, checkpoints and history back to a snapshot, in seconds."""
    from kit.lake import resetting

    settings, began = get_settings(), time.monotonic()
    if anew:
        if not yes:
            typer.confirm("All that is in the lake gives way to new data. Go on?", abort=True)
        resetting.seed_anew(settings)
        return
    restored = resetting.reset(settings, name)
    _report("restored", asdict(restored), began, as_json=as_json)


def _report(done: str, what: dict[str, object], began: float, *, as_json: bool) -> None:
    seconds = round(time.monotonic() - began, 1)
    if as_json:
        typer.echo(json.dumps({done: what, "seconds": seconds}))
    else:
        OUT.print(f"Snapshot {what['name']} {done} in {seconds} s.")

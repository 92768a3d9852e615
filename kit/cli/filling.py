"""Filling command: generate."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from kit.console import OUT
from kit.errors import WrongOption
from lakehouse.settings import get_settings


def add_to(app: typer.Typer) -> None:
    """Add this command."""
    app.command()(generate)


def generate(
    seed: Annotated[int, typer.Option(help="Another seed, another insurer.")] = 360,
    as_of: Annotated[
        str | None, typer.Option(help="Day the data ends before, as 2026-01-31 (UTC); today.")
    ] = None,
    scale: Annotated[float, typer.Option(help="1 is 15,000 claims.")] = 1.0,
    yes: Annotated[bool, typer.Option("--yes", help="Replace what is there unasked.")] = False,
) -> None:
    """Put the source files of the insurer's systems into container raw, tables emptied."""
    from generator import Request
    from kit.lake.generating import generate as fill
    from kit.lake.generating import would_replace

    day = _day(as_of)
    if seed < 0:
        msg = f"--seed is a whole number from 0 on, not {seed}."
        raise WrongOption(msg)
    try:
        request = Request(seed=seed, as_of=day, scale=scale)
    except ValueError as error:
        msg = f"--scale makes no sense: {error}."
        raise WrongOption(msg) from error
    settings = get_settings()
    if not yes and (loss := would_replace(settings)):
        OUT.print(f"This replaces {loss}; `./petinsure reset` brings the seeded lake back.")
        typer.confirm("Go on?", abort=True)
    fill(settings, request)


def _day(text: str | None) -> date:
    today = datetime.now(UTC).date()
    if text is None:
        return today
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"--as-of is a day like {today}, not {text!r}."
        raise WrongOption(msg) from None

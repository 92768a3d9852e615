"""Main: all subcommands, and every failure as one sentence."""

from __future__ import annotations

import sys

import typer

from kit.cli import (
    checks,
    filling,
    landing,
    lifecycle,
    querying,
    rehearsing,
    resetting,
    running,
    staging,
)
from kit.failures import guarded

app = typer.Typer(
    name="petinsure",
    help="PetInsure360: a pet insurer's lakehouse on this machine.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for part in (
    lifecycle,
    checks,
    filling,
    landing,
    running,
    querying,
    resetting,
    staging,
    rehearsing,
):
    part.add_to(app)


def main() -> None:
    """Run the command; exit code 1 for a failure, 2 for wrong usage."""
    sys.exit(guarded(lambda: app(prog_name="petinsure")))

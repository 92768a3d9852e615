"""Checking commands: doctor and verify."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from kit.console import OUT
from lakehouse.settings import get_settings


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(doctor)
    app.command()(verify)


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Check this machine and the set-up, each red line with its remedy."""
    from kit.doctor import examine

    findings = examine(get_settings())
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        for finding in findings:
            _line(finding.ok, f"{finding.subject:<10} {finding.message}", finding.remedy)
    raise typer.Exit(0 if all(finding.ok for finding in findings) else 1)


def verify(
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Check the lake: commits, row balance and writes that got lost."""
    from lakehouse.verify import verify as verify_lake

    findings = verify_lake(get_settings())
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], indent=2))
    else:
        for finding in findings:
            _line(finding.ok, f"{finding.subject}: {finding.message}", finding.remedy)
        wrong = sum(not finding.ok for finding in findings)
        of = f"{len(findings)} findings"
        OUT.print(f"{wrong} of {of} need a remedy." if wrong else f"All is well: {of}, none red.")
    raise typer.Exit(0 if all(finding.ok for finding in findings) else 1)


def _line(ok: bool, text: str, remedy: str | None) -> None:
    OUT.print("[green]✓[/green] " if ok else "[red]✗[/red] ", end="")
    OUT.print(text, style=None if ok else "red", markup=False, soft_wrap=True)
    if remedy and not ok:
        OUT.print(f"  → {remedy}", style="yellow", markup=False, soft_wrap=True)

"""Querying commands: sql and history."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Literal

import typer

from kit.console import OUT
from lakehouse.settings import get_settings


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(sql)
    app.command()(history)


def sql(
    statement: Annotated[str, typer.Argument(help="One statement; a `%sql` line is ignored.")],
    engine: Annotated[
        Literal["views", "spark"],
        typer.Option(help="The SQL views, or Spark with its tables and history."),
    ] = "views",
) -> None:
    """Ask the lake something in SQL."""
    from kit import sql_console
    from kit.grid import show

    settings = get_settings()
    ask = sql_console.ask_spark if engine == "spark" else sql_console.ask_views
    answer = ask(settings, statement)
    show(answer.columns, answer.rows)
    OUT.print(answer.footer, style="dim", markup=False, soft_wrap=True)


def history(
    table: Annotated[str, typer.Argument(help="Such as customer_360 or petinsure_silver.dim_pets")],
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Show who did what to a table, newest first."""
    from kit.grid import show
    from lakehouse.history import history as history_of

    commits = history_of(get_settings(), table)
    if as_json:
        typer.echo(json.dumps([asdict(commit) for commit in commits], indent=2, default=str))
        return
    columns = ["version", "when (UTC)", "operation", "by", "rows"]
    show(columns, [(c.version, c.timestamp, c.operation, c.by, c.rows_written) for c in commits])

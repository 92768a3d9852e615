"""Grid: rows on a terminal, as a table where it fits, else record by record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from kit.console import OUT

LONGEST = 400  # characters of one value that are shown
GAP = 3  # characters between two columns
LAST = 40  # characters that a long last column gets at least, if the others leave so many


def show(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print the rows; records of their own where the columns do not fit side by side."""
    cells = [[written(value) for value in row] for row in rows]
    if _fits(columns, cells) or _fits(columns, [[*row[:-1], row[-1][:LAST]] for row in cells]):
        OUT.print(_side_by_side(columns, rows, cells))
        return
    for number, row in enumerate(cells, start=1):
        OUT.print(f"── {number} " + "─" * 20, style="dim")
        OUT.print(_one_record(columns, row))


def written(value: object) -> str:
    """A value as people read it, control characters made visible, cut where it is very long."""
    match value:
        case None:
            return "∅"
        case bool():
            return "true" if value else "false"
        case Decimal() | float():
            return f"{value:,}"
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return value.isoformat()
    text = str(value).replace("\n", "↵").replace("\t", " ")
    text = "".join(char if char.isprintable() else "�" for char in text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _fits(columns: Sequence[str], cells: list[list[str]]) -> bool:
    widths = [
        max([len(name), *(len(row[place]) for row in cells)]) for place, name in enumerate(columns)
    ]
    return sum(widths) + GAP * len(widths) <= OUT.width


def _side_by_side(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], cells: list[list[str]]
) -> Table:
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for place, name in enumerate(columns):
        numbers = any(isinstance(row[place], int | float | Decimal) for row in rows)
        last = place == len(columns) - 1
        grid.add_column(
            Text(name),
            justify="right" if numbers else "left",
            no_wrap=not last,
            overflow="fold" if last else "ellipsis",
        )
    for row in cells:
        grid.add_row(*(Text(cell) for cell in row))
    return grid


def _one_record(columns: Sequence[str], row: list[str]) -> Table:
    record = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    record.add_column(style="dim", no_wrap=True)
    record.add_column(overflow="fold")
    for name, cell in zip(columns, row, strict=True):
        record.add_row(Text(name), Text(cell))
    return record

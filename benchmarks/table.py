"""Table: what was measured, beside the goal it is held against."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field

import psutil
from rich.console import Console
from rich.table import Table as Grid

OUT = Console()


@dataclass(frozen=True)
class Measured:
    """One number: what of, its value, its unit, and the most it should be (None: no goal)."""

    what: str
    value: float
    unit: str
    goal: float | None = None


@dataclass
class Measurements:
    """All numbers of a run, told as they come and shown as a table at the end."""

    found: list[Measured] = field(default_factory=list)

    def add(self, what: str, value: float, unit: str, goal: float | None = None) -> None:
        """Keep a number and tell it."""
        measured = Measured(what, value, unit, goal)
        self.found.append(measured)
        OUT.print(f"  {what}: {_number(measured.value)} {unit}", highlight=False)

    def value(self, what: str) -> float:
        """A number measured before; raises `StopIteration` where it was not."""
        return next(m.value for m in self.found if m.what == what)

    def show(self) -> None:
        """Print the table, the machine's size above it."""
        grid = Grid(title=machine(), title_justify="left", box=None, padding=(0, 2))
        for heading, side in (("measure", "left"), ("measured", "right"), ("goal", "right")):
            grid.add_column(heading, justify="right" if side == "right" else "left")
        for m in self.found:
            goal = "" if m.goal is None else f"≤ {_number(m.goal)} {m.unit}"
            missed = m.goal is not None and m.value > m.goal
            style = "" if m.goal is None else ("yellow" if missed else "green")
            grid.add_row(m.what, f"{_number(m.value)} {m.unit}", goal, style=style)
        OUT.print(grid)


def machine() -> str:
    """The machine in one line: cores, memory, system, Python."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}"
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}" if value < 1 else f"{value:.1f}"

"""Run view: a pipeline run as people watch it, a live table on a terminal, else a line a table."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.live import Live
from rich.table import Table as Grid
from rich.text import Text

from kit.console import OUT
from lakehouse.pipeline.events import (
    Event,
    RunFinished,
    RunStarted,
    TableFinished,
    TableStarted,
    Warned,
)


class RunView:
    """Takes a run's events, one at a time, and shows where it stands."""

    def __init__(self) -> None:
        """Nothing is shown before the first event."""
        self._tables: dict[str, TableStarted | TableFinished] = {}
        self._end: Text | None = None
        self._live = Live(console=OUT, refresh_per_second=8) if OUT.is_terminal else None

    def __enter__(self) -> Self:
        """Take over the terminal's last lines."""
        if self._live:
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the last state on the terminal."""
        if self._live:
            self._live.update(self._grid())
            self._live.stop()
        if self._end:
            OUT.print(self._end, soft_wrap=True)

    def on_event(self, event: Event) -> None:
        """Show one event."""
        if isinstance(event, TableStarted | TableFinished):
            self._tables[event.table] = event
        text = described(event)
        if self._live and isinstance(event, RunFinished):
            self._end = text  # to stand below the table
        elif text and not (self._live and isinstance(event, TableFinished)):
            OUT.print(text, soft_wrap=True)
        if self._live:
            self._live.update(self._grid())

    def _grid(self) -> Grid:
        grid = Grid(box=None, padding=(0, 1, 0, 0), show_edge=False)
        for heading in ("layer", "table", "rows", "version", "seconds", ""):
            numbers = heading in ("rows", "version", "seconds")
            grid.add_column(
                heading,
                style="dim",
                justify="right" if numbers else "left",
                no_wrap=heading != "",  # the reason gives way first, on a narrow terminal
            )
        for event in self._tables.values():
            name = event.table.rpartition(".")[2]  # its database stands in the first column
            grid.add_row(event.layer, name, *_figures(event), style="not dim")
        return grid


def _figures(event: TableStarted | TableFinished) -> tuple[Text, ...]:
    if isinstance(event, TableStarted):
        return (
            Text(""),
            Text(""),
            Text("…", style="yellow"),
            Text(event.reason, style="yellow", no_wrap=True, overflow="ellipsis"),
        )
    figures = (f"{event.rows:,}", str(event.version), f"{event.seconds:.1f}")
    return tuple(Text(figure, style="green") for figure in figures)


def show_line(event: Event) -> None:
    """Show one event in a line of its own; for what goes on without an end."""
    if text := described(event):
        OUT.print(text, soft_wrap=True)


def described(event: Event) -> Text | None:
    """An event in one line; None for those that need no line of their own."""
    match event:
        case RunStarted():
            files = "1 new file" if event.new_files == 1 else f"{event.new_files} new files"
            return Text(f"run {event.run_id}: {files}")
        case TableFinished():
            rows = "1 row" if event.rows == 1 else f"{event.rows:,} rows"
            return Text(f"  {event.table}: {rows}, version {event.version}, {event.seconds:.1f} s")
        case Warned():
            return Text(f"! {event.message}", style="yellow")
        case RunFinished():
            built = "1 table" if event.built == 1 else f"{event.built} tables"
            return Text(
                f"done in {event.seconds:.1f} s: {built} built, {event.unchanged} unchanged",
                style="green",
            )
    return None

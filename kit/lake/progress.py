"""Progress of the generator: a bar an entity on a terminal, else a line an entity."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from kit.console import OUT
from kit.lake.filling import Progress as OnProgress


@contextmanager
def generator_progress() -> Iterator[OnProgress]:
    """Gives the callback that the generator reports its rows to."""
    if not OUT.is_terminal:
        yield _line_when_done
        return
    columns = (TextColumn("  {task.description:<10}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=OUT) as bars:
        tasks: dict[str, TaskID] = {}

        def advance(entity: str, done: int, total: int) -> None:
            if entity not in tasks:
                tasks[entity] = bars.add_task(entity, total=total)
            bars.update(tasks[entity], completed=done)

        yield advance


def _line_when_done(entity: str, done: int, total: int) -> None:
    if done == total:
        OUT.print(f"  {entity}: {total:,} rows", soft_wrap=True)

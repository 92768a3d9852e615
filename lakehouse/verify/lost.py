"""Lost writes: tables that are behind the versions this machine saw committed."""

from __future__ import annotations

from collections.abc import Iterator

from lakehouse.commits import latest_version
from lakehouse.marks import read_marks
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from lakehouse.tables import table_named
from lakehouse.verify.finding import Finding


def lost_write_findings(settings: Settings, lake: Lake) -> Iterator[Finding]:
    """Tables that are behind what was committed."""
    marks = read_marks(settings)
    for name, seen in marks.items():
        now = latest_version(lake, table_named(name))
        if now is None or now < seen:
            message = f"version {seen} was committed, but the newest is {now}: writes got lost."
            yield Finding(False, name, message, "Run `petinsure run`; then `petinsure verify`.")
    yield Finding(True, "commits", f"{len(marks)} tables compared with what runs had committed.")

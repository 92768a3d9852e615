"""Lost writes: tables that are behind the versions this machine saw committed."""

from __future__ import annotations

from collections.abc import Iterator

from lakehouse.commits import latest_version
from lakehouse.marks import read_marks
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from lakehouse.tables import tables
from lakehouse.verify.finding import Finding


def lost_write_findings(settings: Settings, lake: Lake) -> Iterator[Finding]:
    """Tables that are behind what was committed."""
    declared = {table.full_name: table for table in tables().values()}
    # A table may have been taken out of the project since.
    marks = {name: seen for name, seen in read_marks(settings).items() if name in declared}
    for name, seen in marks.items():
        now = latest_version(lake, declared[name])
        if now is None or now < seen:
            message = f"version {seen} was committed, but the newest is {now}: writes got lost."
            yield Finding(False, name, message, "Run `./petinsure run`; then `./petinsure verify`.")
    yield Finding(True, "commits", f"{len(marks)} tables compared with what runs had committed.")

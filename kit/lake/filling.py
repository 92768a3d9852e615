"""Filling: land the generator's files in container raw, and clear what was there before."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import IO

from generator import Request, portal_claims, source_files
from lakehouse.lake_file import LEDGER, LakeNote, write_note
from lakehouse.marks import forget_marks
from lakehouse.settings import Settings
from lakehouse.storage import CONTAINERS, Lake

Progress = Callable[[str, int, int], None]
"""Called with (entity, rows done, rows in all)."""

PIECE = 1 << 20


def land_source_files(settings: Settings, request: Request, progress: Progress) -> int:
    """Write the five source files, their ledger and the lake's note; the number of rows.

    The note comes last: a lake that has one has all its files.
    """
    lake, rows = Lake(settings), 0
    with tempfile.TemporaryFile(prefix="petinsure-ledger-") as ledger:

        def record(entry: dict[str, str | None]) -> None:
            ledger.write((json.dumps(entry) + "\n").encode())

        for file in source_files(request, progress, record):
            lake.write("raw", file.path, file.chunks)
            rows += file.rows
        ledger.seek(0)
        lake.write("raw", LEDGER, _pieces(ledger))
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    write_note(lake, LakeNote(request.seed, request.as_of, request.scale, now))
    return rows


def land_portal_claims(settings: Settings, request: Request) -> int:
    """Write the portal claims of the days before as_of; one that is there stays. Their number."""
    lake, claims = Lake(settings), list(portal_claims(request))
    for claim in claims:
        lake.create("raw", claim.path, b"".join(claim.chunks))
    return len(claims)


def has_data(settings: Settings) -> bool:
    """Whether any container holds anything."""
    lake = Lake(settings)
    return any(lake.files(container) for container in CONTAINERS)


def clear(settings: Settings) -> None:
    """Remove every file of the lake; the containers stay."""
    lake = Lake(settings)
    for container in CONTAINERS:
        lake.delete(container, [file.path for file in lake.files(container)])
    forget_marks(settings)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece

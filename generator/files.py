"""The raw files of a request, in chunks of bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.arrow import integers
from generator.block import Block, block
from generator.defects.garbling import malformed
from generator.defects.planting import Entry, Planted, planted, spoil
from generator.lines import as_bytes, csv_header
from generator.portal import portal_documents
from generator.tables import FILES, columns_of, lines_of

if TYPE_CHECKING:
    from generator.request import Request
    from generator.text import Columns

Progress = Callable[[str, int, int], None]
"""Called with (entity, rows done, rows in all)."""

Recorder = Callable[[Entry], None]


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file of container raw: its path, its rows and its bytes, to be read once."""

    path: str
    rows: int
    chunks: Iterator[bytes]


def source_files(
    request: Request, progress: Progress | None = None, record: Recorder | None = None
) -> Iterator[RawFile]:
    """The five source files, to be read in order; memory stays bounded at any scale.

    record is called with every entry of the ledger as its file is read, which spares the pass
    that ledger() makes.
    """
    for entity, path in FILES.items():
        chunks = _chunks(request, entity, progress, record)
        yield RawFile(path, request.lines(entity), chunks)


def portal_claims(request: Request) -> Iterator[RawFile]:
    """The portal claims of the days before as_of, one JSON object a file."""
    for claim_id, document in portal_documents(block(request, 0)):
        yield RawFile(f"claims/{claim_id}.json", 1, iter([document]))


def _chunks(
    request: Request, entity: str, progress: Progress | None, record: Recorder | None
) -> Iterator[bytes]:
    done = 0
    for index in range(request.blocks):
        drawn = block(request, index)
        columns = columns_of(drawn, entity)
        defects = planted(drawn, entity, columns)
        if index == 0 and FILES[entity].endswith(".csv"):
            yield csv_header(columns)
        yield _written(drawn, entity, columns, defects)
        if record:
            for defect in defects:
                record(defect.entry(entity))
        done += drawn.lines(entity)
        if progress:
            progress(entity, done, request.lines(entity))


def _written(drawn: Block, entity: str, columns: Columns, defects: list[Planted]) -> bytes:
    """The lines of one block: spoilt rows in their place, added lines somewhere after theirs."""
    stream = drawn.streams(entity).of("line order")
    lines = lines_of(entity, spoil(columns, defects))
    changes = [
        (defect.row, defect.row + 1, malformed(lines[defect.row].as_py(), stream))
        for defect in defects
        if defect.kind == "malformed_json"
    ]
    added = [defect.row for defect in defects if defect.adds_line]
    rows = integers(added)
    again = lines_of(entity, {name: values.take(rows) for name, values in columns.items()})
    for row, text in zip(added, again.to_pylist(), strict=True):
        place = int(stream.integers(row + 1, len(lines) + 1))
        changes.append((place, place, text))
    return as_bytes(lines, changes)

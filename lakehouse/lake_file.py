"""The lake's own note: seed, as_of and scale of its data, kept beside the source files."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from lakehouse.errors import LakeEmpty
from lakehouse.storage import Lake

NOTE = "_lake/lake.json"
LEDGER = "_lake/ledger.jsonl"


@dataclass(frozen=True)
class LakeNote:
    """What the lake's data was generated from; runs take their as_of from here."""

    seed: int
    as_of: date
    scale: float
    generated_at: str


def write_note(lake: Lake, note: LakeNote) -> None:
    """Store the note in container raw (hidden from ingestion)."""
    data = asdict(note) | {"as_of": note.as_of.isoformat()}
    lake.write("raw", NOTE, json.dumps(data).encode())


def read_note(lake: Lake) -> LakeNote:
    """The lake's note. Raises `LakeEmpty` where nothing was generated yet."""
    data = lake.read("raw", NOTE)
    if data is None:
        msg = "The lake is empty; fill it with `./petinsure generate` (or `./petinsure up`)."
        raise LakeEmpty(msg)
    fields = json.loads(data)
    return LakeNote(**fields | {"as_of": date.fromisoformat(fields["as_of"])})

"""Memory: what was observed of each table of one lake, kept small however long the engine runs.

Of a table it keeps since when and until when its writes had which shape, so a thousand builds of
one shape are one entry, and the shape of each code that built it. It lies outside the lake: a
snapshot that is put back finds in it the shape that its tables were built in.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from lakehouse.observation.events import Observed, Pair

MOST = 500
"""Entries a table; beyond, the oldest are forgotten."""


@dataclass
class Span:
    """From when to when (UTC) a table's writes had one shape, and by which operation."""

    since: datetime
    until: datetime
    shape: str
    operation: str


@dataclass
class Memory:
    """What was observed of one lake's tables, and which raw dataset went how into bronze.

    `codes` says of a table which shape its builds by a code have, since one of them was observed.
    """

    spans: dict[str, list[Span]] = field(default_factory=dict)
    taken: dict[str, dict[str, str]] = field(default_factory=dict)
    shapes: dict[str, tuple[Pair, ...]] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def learn(self, write: Observed) -> None:
        """Note a write; one that is known already changes nothing."""
        if write.streaming:
            self._learn_files(write)
            return
        shape = self._shape(write.pairs)
        spans = self.spans.setdefault(write.table, [])
        last = spans[-1] if spans else None
        if last and write.at <= last.until:
            return
        if last and last.shape == shape:
            last.until = write.at
            return
        spans.append(Span(write.at, write.at, shape, write.operation))
        del spans[:-MOST]

    def _learn_files(self, write: Observed) -> None:
        """A stream's batch reads some files of many; each is remembered for itself."""
        sources = {pair[1] for pair in write.pairs}
        files = self.taken.setdefault(write.table, {})
        for source in sources:
            files.pop(source, None)  # the newest last
            files[source] = self._shape(tuple(p for p in write.pairs if p[1] == source))
        for oldest in list(files)[:-MOST]:
            del files[oldest]

    def _shape(self, pairs: tuple[Pair, ...]) -> str:
        name = sha256(json.dumps(pairs).encode()).hexdigest()[:16]
        self.shapes[name] = pairs
        return name

    def as_json(self) -> str:
        """As text; shapes that nothing refers to any more are left out."""
        used = {span.shape for spans in self.spans.values() for span in spans}
        for known in (self.taken, self.codes):
            used |= {shape for shapes in known.values() for shape in shapes.values()}
        spans = {
            table: [[s.since.timestamp(), s.until.timestamp(), s.shape, s.operation] for s in each]
            for table, each in self.spans.items()
        }
        shapes = {name: pairs for name, pairs in self.shapes.items() if name in used}
        data = {"spans": spans, "taken": self.taken, "shapes": shapes, "codes": self.codes}
        return json.dumps(data)

    @classmethod
    def of_json(cls, text: str) -> Memory:
        """The memory of such a text. Raises `ValueError`, `KeyError` or `TypeError` for another."""
        data: dict[str, Any] = json.loads(text)
        return cls(
            spans={table: list(_spans(each)) for table, each in data["spans"].items()},
            taken=data["taken"],
            shapes={name: tuple(map(_pair, pairs)) for name, pairs in data["shapes"].items()},
            codes=data["codes"],
        )


def memory_file(folder: Path, place: str) -> Path:
    """File of a lake's memory, by the lake's place."""
    name = re.sub(r"[^a-zA-Z0-9]+", "-", place)[-40:].strip("-")
    return folder / f"{name}-{zlib.crc32(place.encode()):08x}.json"


def store(file: Path, memory: Memory) -> None:
    """Write a memory down, whole or not at all."""
    draft = file.with_suffix(".new")
    draft.write_text(memory.as_json())
    draft.replace(file)


def recall(file: Path) -> Memory:
    """The memory in a file; an empty one where there is none, or none that can be read."""
    try:
        return Memory.of_json(file.read_text())
    except (OSError, ValueError, KeyError, TypeError):
        return Memory()


def _spans(entries: Iterable[list[Any]]) -> Iterator[Span]:
    for since, until, shape, operation in entries:
        yield Span(_moment(since), _moment(until), shape, operation)


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _pair(entry: list[Any]) -> Pair:
    column, dataset, source, kinds = entry
    return column, dataset, source, tuple(kinds)

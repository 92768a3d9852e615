"""Tail: the lines of the events file that nobody has read yet; a grown file is put away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from lakehouse.observation.listener import EVENTS

PUT_AWAY = "events.previous.jsonl"
PLACE = "read.json"
LIMIT = 8 * 2**20
"""Bytes after which the engine is given a new file; it opens the file anew for every event."""


class Tail:
    """Where one has read to; whoever uses it holds the folder's lock.

    A file put away is read once more before it is deleted: a line may have been on its way.
    """

    def __init__(self, folder: Path) -> None:
        """Read on from the place noted in the folder, else from the beginning."""
        self._folder = folder
        self._current, self._previous = _noted(folder / PLACE)

    def lines(self) -> Iterator[str]:
        """The whole lines that came since."""
        put_away, events = self._folder / PUT_AWAY, self._folder / EVENTS
        if put_away.exists():
            yield from self._read(put_away, self._previous)
            put_away.unlink()
        self._previous = 0
        if not events.exists():
            self._current = 0
            return
        if events.stat().st_size < self._current:
            self._current = 0  # somebody has begun the file anew
        for line in self._read(events, self._current):
            self._current += len(line.encode())
            yield line
        if self._current > LIMIT:
            events.rename(put_away)
            self._previous, self._current = self._current, 0

    def note(self) -> None:
        """Note the place for whoever comes next."""
        place = {"current": self._current, "previous": self._previous}
        (self._folder / PLACE).write_text(json.dumps(place))

    def _read(self, file: Path, start: int) -> Iterator[str]:
        with file.open("rb") as data:
            data.seek(start)
            for line in data:
                if not line.endswith(b"\n"):
                    return  # still being written
                yield line.decode(errors="surrogateescape")


def _noted(file: Path) -> tuple[int, int]:
    try:
        place = json.loads(file.read_text())
        return int(place["current"]), int(place["previous"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, 0

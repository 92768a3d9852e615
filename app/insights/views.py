"""Views: asked by SQL, and the rows kept for as long as their table has no newer version."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import Any

from app.insights.answers import Source
from lakehouse.commits import latest_version
from lakehouse.serving import Console, views
from lakehouse.storage import Lake

KEPT = 300
"""Answers in memory, each of a page or a few groups."""
TOGETHER = 4
"""Questions of a page asked at once."""

Row = dict[str, Any]
Key = tuple[str, tuple[Any, ...], int]


@dataclass(frozen=True)
class Question:
    """One statement over one view; `part` is the field of the answer that it fills."""

    part: str
    view: str
    sql: str
    parameters: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The rows, and where they come from."""

    rows: list[Row]
    source: Source

    @property
    def row(self) -> Row:
        """The only row."""
        [row] = self.rows
        return row


class Answers(dict[str, Answer]):
    """Answers by the part they fill."""

    @property
    def sources(self) -> list[Source]:
        """Where each part comes from."""
        return [answer.source for answer in self.values()]


class Views:
    """Asks the console; safe to use from several threads."""

    def __init__(self, console: Console, lake: Lake) -> None:
        """Nothing is asked yet."""
        self._console = console
        self._lake = lake
        self._kept: OrderedDict[Key, tuple[list[Row], float]] = OrderedDict()
        self._lock = Lock()

    def ask(self, *questions: Question) -> Answers:
        """The answers of one page.

        Raises `LakeEmpty` where a view is not built yet, and `StorageUnavailable`.
        """
        versions = self._versions({question.view for question in questions})
        with ThreadPoolExecutor(TOGETHER) as pool:
            asked = pool.map(lambda q: self._answer(q, versions[q.view]), questions)
            return Answers(zip((q.part for q in questions), asked, strict=True))

    def _versions(self, names: Iterable[str]) -> dict[str, int]:
        found = {name: latest_version(self._lake, views()[name].table) for name in names}
        # Of one that is not there the console tells more than a number could.
        return {name: -1 if version is None else version for name, version in found.items()}

    def _answer(self, question: Question, version: int) -> Answer:
        key = (question.sql, question.parameters, version)
        with self._lock:
            kept = self._kept.get(key)
            if kept:
                self._kept.move_to_end(key)
        rows, milliseconds = kept or self._asked(question, key)
        source = Source(
            part=question.part,
            view=question.view,
            version=version,
            sql=question.sql,
            parameters=[_plain(value) for value in question.parameters],
            milliseconds=milliseconds,
            remembered=kept is not None,
        )
        return Answer(rows, source)

    def _asked(self, question: Question, key: Key) -> tuple[list[Row], float]:
        found = self._console.query(question.sql, parameters=question.parameters)
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        fresh = rows, round(found.seconds * 1000, 1)
        with self._lock:
            self._kept[key] = fresh
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return fresh


def _plain(value: Any) -> str | int | float | bool | None:
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)

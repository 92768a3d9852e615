"""Lesson: a question to guess at, the run that answers it, and why it is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from dashboards.evidence import Evidence
from dashboards.sandbox import Sandbox
from lakehouse.errors import DeclarationError


@dataclass(frozen=True)
class Prediction:
    """What a viewer guesses before the run: `right` counts the choices from 0.

    `proof` names the fact of the run that tells, such as `rows_after_kill`.
    """

    question: str
    choices: tuple[str, ...]
    right: int
    proof: str


@dataclass(frozen=True)
class Lesson:
    """One lesson: `run` does it on a sandbox, piece by piece, and puts back what it broke."""

    key: str
    title: str
    about: str
    predict: Prediction
    explain: str
    run: Callable[[Sandbox], Iterator[Evidence]] = field(repr=False)


@cache
def lessons() -> dict[str, Lesson]:
    """Every lesson by key: the `LESSON` of each file in this folder that has one.

    Raises `DeclarationError` for two of one key.
    """
    found: dict[str, Lesson] = {}
    for info in iter_modules(import_module("dashboards.lessons").__path__):
        lesson = getattr(import_module(f"dashboards.lessons.{info.name}"), "LESSON", None)
        if not isinstance(lesson, Lesson):
            continue
        if lesson.key in found:
            msg = f"Two lessons are called {lesson.key}; rename one."
            raise DeclarationError(msg)
        found[lesson.key] = lesson
    return found


def lesson_of(key: str) -> Lesson:
    """The lesson of a key."""
    return lessons()[key]

"""Quest: a story, a set-up that is really executed, and a check that asks the lake."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

from dashboards.evidence import Evidence
from dashboards.sandbox import Sandbox
from lakehouse.errors import DeclarationError

Facts = Mapping[str, str]
"""What a set-up found or chose, by name; the task speaks of it. Never the answer."""

Kind = Literal["value", "choice", "sql", "condition", "deed"]


@dataclass(frozen=True)
class Secret:
    """What a set-up executed and the page tells only once the quest is solved."""

    evidence: Evidence


@dataclass(frozen=True)
class Verdict:
    """What the lake says of an answer: one sentence that helps on, and what proves it."""

    solved: bool
    says: str
    proof: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Ask:
    """How a quest is answered: a value, a choice, SQL, a condition, or a deed in the sandbox."""

    kind: Kind
    label: str = ""
    choices: tuple[str, ...] = ()
    begins_with: str = ""


SetUp = Callable[[Sandbox], Iterator[Evidence | Secret | Facts]]
Check = Callable[[Sandbox, Facts, str], Verdict]


@dataclass(frozen=True)
class Quest:
    """One quest.

    `story` has two sentences; `task`, `tried` and `ask.begins_with` may name facts of the set-up
    in braces. `tables` are those of the sandbox that it needs; `tried` is the statement that the
    workbench begins with; `step` is the page that shows what it is about.
    """

    key: str
    place: int
    title: str
    story: str
    task: str
    ask: Ask
    hints: tuple[str, ...]
    explain: str
    step: str
    tried: str
    set_up: SetUp = field(repr=False)
    check: Check = field(repr=False)
    tables: tuple[str, ...] = ()

    def missing(self, sandbox: Sandbox) -> list[str]:
        """Tables of the set-up that are not there (any more)."""
        return [name for name in self.tables if not sandbox.has(name)]


@cache
def quests() -> dict[str, Quest]:
    """Every quest by key, in order: the `QUEST` of each file in this folder that has one.

    Raises `DeclarationError` for two of one key.
    """
    found: list[Quest] = []
    for info in iter_modules(import_module("dashboards.quests").__path__):
        quest = getattr(import_module(f"dashboards.quests.{info.name}"), "QUEST", None)
        if isinstance(quest, Quest):
            found.append(quest)
    ordered = {quest.key: quest for quest in sorted(found, key=lambda quest: quest.place)}
    if len(ordered) < len(found):
        msg = "Two quests are called the same; rename one."
        raise DeclarationError(msg)
    return ordered


def quest_of(key: str) -> Quest:
    """The quest of a key."""
    return quests()[key]

"""Asking: short questions of set-ups and checks to the engine, and chance."""

from __future__ import annotations

from collections.abc import Sequence
from secrets import SystemRandom
from typing import TYPE_CHECKING, Any, TypeVar

from dashboards.evidence import Evidence, ask_spark
from lakehouse.errors import PetInsureError

if TYPE_CHECKING:
    from dashboards.sandbox import Sandbox

T = TypeVar("T")

PEOPLE = ("Ada", "Ben", "Chloe", "Dan", "Eve", "Finn", "Grace", "Hugo")
CHANCE = SystemRandom()


class NothingToFind(PetInsureError):
    """The lake has nothing that the quest could be about."""


def rows(sandbox: Sandbox, sql: str) -> list[dict[str, Any]]:
    """The rows of a statement."""
    return [row.asDict() for row in sandbox.spark.sql(sql).collect()]


def proof(sandbox: Sandbox, title: str, sql: str) -> Evidence:
    """A statement that shows who is right, and its rows."""
    return ask_spark(sandbox.spark, title, sql)


def told(evidence: Evidence) -> list[dict[str, Any]]:
    """The rows of a proof."""
    return [] if evidence.rows is None else evidence.rows.to_dict("records")


def one_of(found: Sequence[T], what: str) -> T:
    """One by chance. Raises `NothingToFind` where there is none."""
    if not found:
        msg = f"This lake has no {what}; fill it with `./petinsure reset` and try again."
        raise NothingToFind(msg)
    return CHANCE.choice(found)


def people(number: int) -> list[str]:
    """Some people by chance, all different."""
    return CHANCE.sample(PEOPLE, number)


def same(given: str, right: object) -> bool:
    """Whether an answer is the same but for case, spaces and quotes."""
    return given.strip().strip("'\"`").casefold() == str(right).strip().casefold()


def quoted(text: str) -> str:
    """A viewer's text as SQL writes it."""
    escaped = text.strip().strip("'\"`").replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"

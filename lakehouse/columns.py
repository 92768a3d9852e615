"""Columns of a table's declaration: type, comment, and what silver checks of each value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Repair = Literal["trim", "lower", "upper", "title", "category", "phone", "none"]
"""How silver repairs a text: stray spaces first, then its case or its phone format; or not."""


@dataclass(frozen=True)
class Reference:
    """A foreign key: the silver table it points to and the parent's columns brought along.

    `bring` maps a column of this table to the parent's column it is copied from.
    """

    table: str
    bring: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Column:
    """One column: its Spark SQL type, its comment (unit or meaning), and silver's checks.

    `personal` marks data about a person, or that leads to one.
    """

    type: str
    comment: str = ""
    required: bool = False
    category: tuple[str, ...] = ()
    repair: Repair = "trim"
    references: Reference | None = None
    personal: bool = False

    def described(self, comment: str) -> Column:
        """The same column with a comment where it has none of its own."""
        return self if self.comment else replace(self, comment=comment)


def text(
    comment: str = "",
    *,
    required: bool = False,
    category: tuple[str, ...] = (),
    repair: Repair | None = None,
    personal: bool = False,
) -> Column:
    """A text; with a `category`, one of the values named there (repaired to their spelling)."""
    how: Repair = repair or ("category" if category else "trim")
    return Column("string", comment, required, category, how, personal=personal)


def reference(
    table: str, comment: str = "", *, required: bool = True, bring: dict[str, str] | None = None
) -> Column:
    """A foreign key to a silver table; `bring` copies columns of the parent (new: parent's)."""
    to = Reference(table, tuple((bring or {}).items()))
    return Column("string", comment, required, references=to)


def whole(comment: str = "", *, required: bool = False) -> Column:
    """A whole number."""
    return Column("int", comment, required)


def money(comment: str = "", *, required: bool = False) -> Column:
    """An amount in US dollars, exact to the cent."""
    return Column("decimal(12,2)", comment, required)


def percent(comment: str = "", *, required: bool = False) -> Column:
    """A percentage with two decimals; its comment says what it is a percentage of."""
    return Column("decimal(9,2)", comment, required)


def number(comment: str = "", *, required: bool = False) -> Column:
    """A measure that is not money, with two decimals (a weight, a rating, a ratio)."""
    return Column("decimal(9,2)", comment, required)


def day(comment: str = "", *, required: bool = False, personal: bool = False) -> Column:
    """A calendar date."""
    return Column("date", comment, required, personal=personal)


def moment(comment: str = "", *, required: bool = False) -> Column:
    """A point in time, UTC."""
    return Column("timestamp", comment, required)


def flag(comment: str = "", *, required: bool = False) -> Column:
    """True or false."""
    return Column("boolean", comment, required)

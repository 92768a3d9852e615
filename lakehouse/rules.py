"""Quality rules of a silver table: what is checked, how grave a breach is, and its weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lakehouse.columns import Column

Severity = Literal["error", "warning", "repair"]

WEIGHTS: dict[Severity, int] = {"error": 3, "warning": 2, "repair": 1}
"""Weight of a rule in the quality score where its declaration gives no other."""


@dataclass(frozen=True)
class Rule:
    """A condition on one row: a Spark SQL expression; null means that it does not apply.

    Only a broken rule of severity `error` makes a row invalid; `warning` and `repair` lower
    its quality score.
    """

    name: str
    condition: str
    severity: Severity
    reason: str
    weight: int = 0

    @property
    def points(self) -> int:
        """What the rule weighs in the quality score."""
        return self.weight or WEIGHTS[self.severity]


PARSED = Rule("parsed", "_quality <> 'corrupt'", "error", "The line could be read.", weight=5)
"""Broken by a line that could not be read; no other rule applies to such a line."""


def column_rules(columns: dict[str, Column]) -> Iterator[Rule]:
    """The rules that follow from the columns themselves, in their order.

    They read working columns of `lakehouse.quality`: `_kept_<column>` and `_read_<column>` of
    conforming, `_known_<column>` of joining the parents.
    """
    yield PARSED
    for name, column in columns.items():
        yield from _rules_of(name, column)


def _rules_of(name: str, column: Column) -> Iterator[Rule]:
    is_text = column.type == "string"
    if column.required:
        given = f"{name} IS NOT NULL" if is_text else f"_read_{name} IS NOT NULL"
        yield Rule(f"{name}_required", given, "error", f"{name} is given.")
    if not is_text:
        severity: Severity = "error" if column.required else "warning"
        reason = f"{name} is of type {column.type}."
        yield Rule(f"{name}_type", f"_read_{name}", severity, reason)
    if column.category:
        values = ", ".join(f"'{value}'" for value in column.category)
        known = f"{name} IN ({values})"
        yield Rule(f"{name}_category", known, "error", f"{name} is one of {values}.")
    if column.references:
        exists = f"IF({name} IS NULL, NULL, _known_{name})"
        reason = f"{name} is a valid row of {column.references.table}."
        yield Rule(f"{name}_exists", exists, "error", reason)
    if is_text and column.repair != "none":
        reason = f"{name} came in its standard form."
        yield Rule(f"{name}_repaired", f"_kept_{name}", "repair", reason)

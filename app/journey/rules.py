"""Rules that a claim breaks, as people read them."""

from __future__ import annotations

from collections.abc import Iterable

from app.journey.schemas import BrokenRule
from app.tracker.wording import meaning, rule_named


def broken_rules(names: Iterable[str] | None) -> list[BrokenRule]:
    """The rules of these names, each with its severity and what it asks."""
    return [
        BrokenRule(
            name=name,
            severity=rule.severity if (rule := rule_named(name)) else "warning",
            meaning=meaning(name),
        )
        for name in names or ()
    ]

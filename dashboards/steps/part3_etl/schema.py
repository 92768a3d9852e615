"""Step: schema: refused, let in, checked, as a lesson to try."""

from __future__ import annotations

from dashboards.etl.lesson_page import lesson_page
from dashboards.step import Step

STEP = Step(
    key="schema-enforcement",
    part=3,
    place=9,
    title="Schema: refused, let in, checked",
    minutes=0.75,
    essential=True,
    say=(
        "A job appends a column that nobody knows: refused, and nothing of it is written.",
        "With mergeSchema we let it in on purpose.",
        "A CHECK constraint refuses a value that nobody allows.",
    ),
    more=("The rules are in the table's log, so every writer meets them, whatever the tool.",),
)


def render() -> None:
    """Guess, run, see."""
    lesson_page("schema")

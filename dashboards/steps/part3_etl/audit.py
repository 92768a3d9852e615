"""Step: audit: who, what, when, as a lesson to try."""

from __future__ import annotations

from dashboards.etl.lesson_page import lesson_page
from dashboards.step import Step

STEP = Step(
    key="audit-trail-of-a-table",
    part=3,
    place=11,
    title="Audit: who, what, when",
    minutes=0.5,
    essential=True,
    say=(
        "Every commit says who, when and what; the change feed says which rows.",
        "An auditor's question is one query.",
    ),
    more=(
        "Open-source Delta leaves the user's name empty, so each of our sessions writes it into "
        "userMetadata.",
    ),
)


def render() -> None:
    """Guess, run, see."""
    lesson_page("audit")

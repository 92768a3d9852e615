"""Step: two writers at once, as a lesson to try."""

from __future__ import annotations

from dashboards.etl.lesson_page import lesson_page
from dashboards.step import Step

STEP = Step(
    key="two-writers",
    part=3,
    place=6,
    title="Two writers at once",
    minutes=0.5,
    essential=False,
    say=(
        "Two people write in the same moment, and nobody waits for a lock.",
        "Appends both go in. Of two updates of the same rows, one is refused and tries again.",
    ),
    more=("The error is Delta's own, from two sessions that start together.",),
)


def render() -> None:
    """Guess, run, see."""
    lesson_page("two-writers")

"""Step: stream and batch, exactly once, as a lesson to try."""

from __future__ import annotations

from dashboards.etl.lesson_page import lesson_page
from dashboards.step import Step

STEP = Step(
    key="exactly-once",
    part=3,
    place=10,
    title="Stream and batch, exactly once",
    minutes=0.75,
    essential=True,
    say=(
        "A stream is killed in the midst of a batch, and started again.",
        "Every file counts once. The naive way beside it doubles everything.",
    ),
    more=(
        "The table's commit carries the batch's number, so a batch done again is known.",
        "Batch and stream write to one table; there is no second copy for streaming.",
    ),
)


def render() -> None:
    """Guess, run, see."""
    lesson_page("exactly-once")

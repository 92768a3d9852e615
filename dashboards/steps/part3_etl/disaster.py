"""Step: a disaster, and RESTORE, as a lesson to try."""

from __future__ import annotations

from dashboards.etl.lesson_page import lesson_page
from dashboards.step import Step

STEP = Step(
    key="disaster-and-restore",
    part=3,
    place=8,
    title="A disaster, and RESTORE",
    minutes=0.75,
    essential=True,
    say=(
        "Somebody forgets the WHERE, and every customer is ruined.",
        "One statement brings the table back; counts and sums are equal to the cent.",
        "The history keeps both: the mistake and its repair, with names.",
    ),
    more=("RESTORE moves no data: it names the old files again.",),
)


def render() -> None:
    """Guess, run, see."""
    lesson_page("disaster")

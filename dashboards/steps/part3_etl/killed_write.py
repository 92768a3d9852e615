"""Step: a write is killed, as a lesson to try."""

from __future__ import annotations

from dashboards.etl.lesson_page import lesson_page
from dashboards.step import Step

STEP = Step(
    key="killed-write",
    part=3,
    place=5,
    title="A write is killed",
    minutes=0.75,
    essential=True,
    say=(
        "We kill an import while it writes: three of its four files are in storage already.",
        "Readers see the old version, before, during and after.",
        "The retry is whole. Nobody has to clean up first.",
    ),
    more=(
        "The kill is real: SIGKILL to a process, and an end to its job in the engine.",
        "Orphaned files cost storage only; VACUUM takes them away.",
    ),
)


def render() -> None:
    """Guess, run, see."""
    lesson_page("killed-write")

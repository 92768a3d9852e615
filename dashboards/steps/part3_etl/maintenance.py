"""Step: OPTIMIZE and VACUUM, as a lesson to try."""

from __future__ import annotations

from dashboards.etl.lesson_page import lesson_page
from dashboards.step import Step

STEP = Step(
    key="maintenance",
    part=3,
    place=12,
    title="OPTIMIZE and VACUUM",
    minutes=0.5,
    essential=False,
    say=(
        "Small files become one; the old ones stay until VACUUM takes them.",
        "VACUUM with nothing retained is refused, and we see why: it ends time travel.",
    ),
    more=("The lake's own tables are never vacuumed here.",),
)


def render() -> None:
    """Guess, run, see."""
    lesson_page("maintenance")

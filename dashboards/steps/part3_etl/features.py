"""Step: deletion vectors, column mapping, as a lesson to try."""

from __future__ import annotations

from dashboards.etl.lesson_page import lesson_page
from dashboards.step import Step

STEP = Step(
    key="features",
    part=3,
    place=13,
    title="Deletion vectors, column mapping",
    minutes=0.5,
    essential=False,
    say=(
        "A row is deleted, a column renamed, another dropped: no data file is rewritten.",
        "The price is a newer protocol, which Synapse serverless does not read, so gold goes "
        "without.",
    ),
    more=("DESCRIBE DETAIL shows the protocol's versions and features.",),
)


def render() -> None:
    """Guess, run, see."""
    lesson_page("features")

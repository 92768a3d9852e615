"""Step: the lake as a storage explorer shows it."""

from __future__ import annotations

from dashboards.explorer import explorer
from dashboards.step import Step

STEP = Step(
    key="browse-the-lake",
    part=2,
    place=2,
    title="Browse the lake",
    minutes=1,
    essential=True,
    state="claimed",
    say=(
        "It is plain storage: containers, folders, files. Nothing here needs a server to read it.",
        "raw holds what the source systems sent, as they sent it.",
        "A table is a folder: Parquet files with the data, and _delta_log, which says what counts.",
    ),
    more=(
        "In Azure the same is seen in the portal's storage browser or in Storage Explorer.",
        "Folders are names with slashes here: the emulator has a flat namespace, ADLS Gen2 a "
        "hierarchical one.",
    ),
)


def render() -> None:
    """The explorer."""
    explorer()

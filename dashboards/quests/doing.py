"""Doing: a quest's set-up and the check of an answer, as work off the script thread."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboards.quests.quest import Facts, Quest, Verdict
from dashboards.workbench.running import bench
from lakehouse.settings import Settings

GONE = "The tables of this quest are gone, after a reset or a day of rest; set it up again."


def set_up(settings: Settings, viewer: str, quest: Quest) -> Iterator[Any]:
    """Execute the set-up in the viewer's sandbox; tells what it did, and at last its facts."""
    with bench(settings, viewer) as opened:
        yield from quest.set_up(opened)


def check(
    settings: Settings, viewer: str, quest: Quest, facts: Facts, answer: str
) -> Iterator[Verdict]:
    """Ask the lake about an answer."""
    with bench(settings, viewer) as opened:
        if quest.missing(opened):
            yield Verdict(False, GONE)
        else:
            yield quest.check(opened, facts, answer)

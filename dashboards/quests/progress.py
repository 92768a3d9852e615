"""Progress: how far a viewer is in each quest; it survives a change of page and a reload."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from typing import Any

from dashboards.quests.quest import Quest, Verdict
from dashboards.viewer import Viewer
from dashboards.work import Job

QUESTS = "quests"


@dataclass
class Progress:
    """One viewer in one quest: the set-up's facts, hints seen, wrong answers, whether solved.

    `set_up_at` and `checked_at` are when the work whose outcome is noted was begun (epoch
    seconds); 0: never.
    """

    facts: dict[str, str] = field(default_factory=dict)
    set_up_at: float = 0.0
    checked_at: float = 0.0
    hints: int = 0
    wrong: int = 0
    solved: bool = False


def progress_of(viewer: Viewer, quest: Quest) -> Progress:
    """How far the viewer is."""
    kept: dict[str, Any] = viewer.progress.get(QUESTS, {}).get(quest.key, {})
    return Progress(**kept)


def keep(viewer: Viewer, quest: Quest, progress: Progress) -> None:
    """Keep it with the viewer."""
    viewer.progress.setdefault(QUESTS, {})[quest.key] = asdict(progress)
    viewer.save()


def solved(viewer: Viewer) -> list[str]:
    """Keys of the quests that the viewer has solved."""
    return [key for key, kept in viewer.progress.get(QUESTS, {}).items() if kept["solved"]]


def note_set_up(viewer: Viewer, quest: Quest, job: Job | None) -> None:
    """Note what a set-up that has ended well has found; what was solved stays solved."""
    found = progress_of(viewer, quest)
    if job is None or not job.done or job.began == found.set_up_at:
        return
    facts = next((told for told in reversed(job.told) if isinstance(told, dict)), {})
    keep(viewer, quest, Progress(facts, job.began, solved=found.solved))


def note_check(viewer: Viewer, quest: Quest, job: Job | None) -> None:
    """Note what the lake said of an answer."""
    found = progress_of(viewer, quest)
    if job is None or not job.done or job.began == found.checked_at:
        return
    for verdict in (told for told in job.told if isinstance(told, Verdict)):
        found.solved = found.solved or verdict.solved
        found.wrong += not verdict.solved
    found.checked_at = job.began
    keep(viewer, quest, found)


class Facts(defaultdict[str, str]):
    """Facts for a text in braces; three dots for what no set-up has found yet."""

    def __missing__(self, key: str) -> str:
        return "…"


def worded(text: str, progress: Progress) -> str:
    """A text of a quest with the facts of its set-up in it."""
    return text.format_map(Facts(None, progress.facts))

"""Played: what became of a rehearsal: what was done, shown and checked, step by step."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Claim:
    """Something a page says, beside what was found by another way; `by` names that way."""

    says: str
    shown: str
    found: str
    by: str
    ok: bool

    @property
    def sentence(self) -> str:
        """The claim, and where it fails, how."""
        if self.ok:
            return f"{self.says}: {self.shown}"
        return f"{self.says}: the page shows {self.shown}, {self.by} says {self.found}."


@dataclass(frozen=True)
class Act:
    """Something that was done in the browser, and the seconds until its outcome was there."""

    text: str
    seconds: float


@dataclass(frozen=True)
class Shot:
    """A picture of the window: its file, and what to see in it."""

    file: Path
    caption: str


@dataclass
class Played:
    """One step or page as it was rehearsed."""

    key: str
    title: str
    part: int | None
    """Number of the part; None for what is beside the five."""
    page_seconds: float = 0.0
    """From the press that turns the page until the new one is drawn."""
    acts: list[Act] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    shots: list[Shot] = field(default_factory=list)
    error: str | None = None
    """What cut the step off, in one sentence."""

    @property
    def seconds(self) -> float:
        """What an audience waits at this step: the page, and all that is done on it."""
        return self.page_seconds + sum(act.seconds for act in self.acts)

    @property
    def failures(self) -> list[str]:
        """What went wrong, one sentence each."""
        wrong = [claim.sentence for claim in self.claims if not claim.ok]
        return [f"{self.title}: {each}" for each in [*wrong, *([self.error] if self.error else [])]]


@dataclass
class Rehearsed:
    """A whole rehearsal; `seconds` from its first command to the last service stopped."""

    at: datetime
    machine: str
    played: list[Played] = field(default_factory=list)
    setting_up: float = 0.0
    """Seconds until services answered and the lake was seeded."""
    seconds: float = 0.0
    problems: list[str] = field(default_factory=list)
    """What the browser noted beside any step, such as a request to another host."""

    @property
    def failures(self) -> list[str]:
        """All that went wrong."""
        return [line for each in self.played for line in each.failures] + self.problems

    @property
    def claims(self) -> int:
        """How many numbers and refusals were checked."""
        return sum(len(each.claims) for each in self.played)

    def of(self, part: int | None) -> list[Played]:
        """What was rehearsed of a part, or beside the parts."""
        return [each for each in self.played if each.part == part]

    def timings(self) -> dict[str, Any]:
        """Durations and outcomes for programs."""
        steps = [
            {
                "key": each.key,
                "title": each.title,
                "part": each.part,
                "page_seconds": round(each.page_seconds, 3),
                "seconds": round(each.seconds, 3),
                "acts": [asdict(act) for act in each.acts],
                "claims": len(each.claims),
                "failures": each.failures,
            }
            for each in self.played
        ]
        return {
            "at": self.at.isoformat(),
            "machine": self.machine,
            "setting_up": round(self.setting_up, 1),
            "seconds": round(self.seconds, 1),
            "failures": self.failures,
            "steps": steps,
        }

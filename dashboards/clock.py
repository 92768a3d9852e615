"""Clock: how long each part has taken so far, against the minutes it has."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from dashboards.parts import MINUTES, part_of


@dataclass
class Clock:
    """Seconds spent by part; the part that is shown gains while the clock runs."""

    part: int = 1
    running_since: float | None = None
    """Epoch seconds since which the shown part gains; None while paused."""
    spent: dict[int, float] = field(default_factory=dict)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Clock:
        """A clock as JSON keeps it."""
        spent = {int(part): float(seconds) for part, seconds in kept["spent"].items()}
        return cls(int(kept["part"]), kept["running_since"], spent)

    @property
    def running(self) -> bool:
        """Whether time counts."""
        return self.running_since is not None

    def start(self) -> None:
        """Let time count."""
        if not self.running:
            self.running_since = time.time()

    def pause(self) -> None:
        """Let time stand still."""
        self._settle()
        self.running_since = None

    def reset(self) -> None:
        """Back to nothing spent, standing still."""
        self.running_since, self.spent = None, {}

    def enter(self, part: int) -> None:
        """From now on time counts for this part."""
        if part == self.part:
            return
        running = self.running
        self._settle()
        self.part = part
        self.running_since = time.time() if running else None

    def seconds(self, part: int | None = None) -> float:
        """Seconds spent in a part (default: the one shown)."""
        part = self.part if part is None else part
        gained = time.time() - self.running_since if self.running_since is not None else 0.0
        return self.spent.get(part, 0.0) + (gained if part == self.part else 0.0)

    def total(self) -> float:
        """Seconds spent in all."""
        return sum(self.seconds(part) for part in {*self.spent, self.part})

    def overrun(self) -> bool:
        """Whether the part shown has taken more than its minutes."""
        return self.seconds() > part_of(self.part).minutes * 60

    def left(self) -> float:
        """Seconds left of the whole demo; below zero once it is over."""
        return MINUTES * 60 - self.total()

    def _settle(self) -> None:
        self.spent[self.part] = self.seconds()
        if self.running:
            self.running_since = time.time()

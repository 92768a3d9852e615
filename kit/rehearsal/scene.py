"""Scene: what a step's script has: the window, the readings, and a place to note what it finds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from kit.rehearsal.played import Act, Claim, Played, Shot
from kit.rehearsal.readings import Readings
from kit.rehearsal.stage import Stage
from kit.rehearsal.window import Window


@dataclass
class Memory:
    """What later steps need of earlier ones."""

    claim_id: str = ""
    customer_id: str = ""
    seeded_files: int = 0
    seeded_versions: dict[str, int] = field(default_factory=dict)
    refined: tuple[str | None, dict[str, int]] | None = None
    """Claim and versions of the tables as the first jump to this state left them."""


@dataclass
class Scene:
    """One step on its stage."""

    stage: Stage
    window: Window
    portal: Page
    """The customer's window, on the portal."""
    read: Readings
    memory: Memory
    played: Played
    pictures: Path

    @contextmanager
    def act(self, text: str) -> Iterator[None]:
        """Do something in the browser; the block ends once its outcome is there."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.played.acts.append(Act(text, time.perf_counter() - began))

    def check(self, says: str, shown: str, found: Any, by: str) -> None:
        """What the page shows is what was found by another way."""
        expected = written(found)
        self.played.claims.append(Claim(says, shown, expected, by, shown == expected))

    def holds(self, says: str, shown: str, needs: str, by: str) -> None:
        """What the page shows contains certain words."""
        held = needs.casefold() in shown.casefold()
        words = needs if held else _short(shown)
        self.played.claims.append(Claim(says, words, needs, by, held))

    def true(self, says: str, held: bool, shown: str, by: str) -> None:
        """Something that holds of what the page shows, or does not."""
        self.played.claims.append(Claim(says, shown, "otherwise", by, held))

    def shoot(self, caption: str, *, show: str | None = None, of: Page | None = None) -> None:
        """A picture of the walkthrough, or of another page."""
        file = self.pictures / f"{self.played.key}-{len(self.played.shots) + 1}.jpg"
        if of is None:
            self.window.shoot(file, show=show)
        else:
            of.screenshot(path=file, type="jpeg", quality=82, animations="disabled")
        self.played.shots.append(Shot(file, caption))


def written(value: Any) -> str:
    """A value as pages write it: counts with commas, money with cents."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    return str(value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:160]}…" if len(line) > 160 else line or "nothing"

"""Seen: what a piece of evidence shows on the page, read from the page itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

EVIDENCE = """
(box) => {
  const texts = (what, from = box) =>
    [...from.querySelectorAll(what)].map((each) => each.innerText.trim())
  const facts = [...box.querySelectorAll('[data-testid=stMetric]')].map((each) => [
    texts('[data-testid=stMetricLabel]', each)[0], texts('[data-testid=stMetricValue]', each)[0],
  ])
  const rows = (grid) => [...grid.querySelectorAll('[role=row]')].map((row) =>
    [...row.querySelectorAll('[role=columnheader], [role=gridcell]')]
      .map((cell) => cell.textContent.trim()))
  return {
    text: box.innerText,
    facts: Object.fromEntries(facts),
    code: texts('[data-testid=stCode]'),
    refusals: texts('[data-testid=stAlert]'),
    grids: [...box.querySelectorAll('canvas [role=grid], table[role=grid]')].map(rows),
  }
}
"""


@dataclass(frozen=True)
class Seen:
    """An evidence: all its words, its tiles by label, its code, its refusals, its grids."""

    text: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    code: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    grids: list[list[list[str]]] = field(default_factory=list)
    """Each grid as the page has drawn it: its head, then the rows in sight."""

    @classmethod
    def of(cls, found: dict[str, Any]) -> Seen:
        """What the page's script has read."""
        return cls(**found)

    def fact(self, label: str) -> str:
        """A tile; a dash where there is none of that label."""
        return self.facts.get(label, "-")

    def column(self, name: str, grid: int = 0) -> list[str]:
        """The values in sight of a grid's column; none where there is no such column."""
        if grid >= len(self.grids) or not self.grids[grid] or name not in self.grids[grid][0]:
            return []
        place = self.grids[grid][0].index(name)
        return [row[place] for row in self.grids[grid][1:] if place < len(row)]

    def cell(self, column: str, where: str, value: str, grid: int = 0) -> str:
        """The value of a column in the row in which another column has this value; else a dash."""
        pairs = zip(self.column(where, grid), self.column(column, grid), strict=False)
        return next((found for key, found in pairs if key == value), "-")

"""What to generate: the seed, the day the data ends before, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LINES: Final[Mapping[str, int]] = MappingProxyType(
    {"customers": 5_000, "pets": 6_500, "policies": 6_000, "claims": 15_000, "providers": 200}
)
"""Lines of each source file at scale 1, planted defects and demo identities included."""

PORTAL_CLAIMS: Final = 40
"""Portal claims at every scale."""

BLOCK_SCALE: Final = 5
"""Data is made in blocks of this scale, each complete in itself, so memory stays bounded."""

SMALLEST_SCALE: Final = 0.05
LARGEST_SCALE: Final = 500

EPOCH: Final = date(1970, 1, 1)
HISTORY_DAYS: Final = 1_095


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One deterministic lake: equal requests give byte-identical files.

    as_of is a UTC date; all data ends the day before. scale multiplies the lines of each file.
    Raises ValueError for a scale outside 0.05-500 and for a negative seed.
    """

    as_of: date
    seed: int = 360
    scale: float = 1

    def __post_init__(self) -> None:
        if not SMALLEST_SCALE <= self.scale <= LARGEST_SCALE:
            msg = f"scale must lie in {SMALLEST_SCALE}-{LARGEST_SCALE}: {self.scale}"
            raise ValueError(msg)
        if self.seed < 0:
            msg = f"seed must not be negative: {self.seed}"
            raise ValueError(msg)

    @property
    def today(self) -> int:
        """as_of in days since 1970-01-01."""
        return (self.as_of - EPOCH).days

    @property
    def blocks(self) -> int:
        """Number of blocks; the last takes what the others leave."""
        return max(1, int(self.scale // BLOCK_SCALE))

    def lines(self, entity: str) -> int:
        """Lines of the entity's source file."""
        return round(LINES[entity] * self.scale)

    def lines_before(self, entity: str, block: int) -> int:
        """Lines of the entity's source file that earlier blocks hold."""
        return self.lines(entity) if block == self.blocks else LINES[entity] * BLOCK_SCALE * block

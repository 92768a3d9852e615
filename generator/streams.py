"""One random stream for each (seed, entity, column) and block, independent of all others."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np


@dataclass(frozen=True, slots=True)
class Streams:
    """The random streams of one entity in one block."""

    seed: int
    block: int
    entity: str

    def of(self, column: str) -> np.random.Generator:
        """A fresh stream for the column; the same arguments always give the same draws."""
        words = (self.seed, crc32(self.entity.encode()), crc32(column.encode()), self.block)
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence(words)))

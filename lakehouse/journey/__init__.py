"""Journey: a claim's way from its file to the gold rows that count it, with versions."""

from __future__ import annotations

from lakehouse.journey.way import Hop, Way, way_of

__all__ = ["Hop", "Way", "way_of"]

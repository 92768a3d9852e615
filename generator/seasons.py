"""When vets are busy: the intensity of visits on each day, and draws that follow it."""

from __future__ import annotations

from typing import Final

import numpy as np

from generator.days import Floats, Ints, month_of

MONTH_WEIGHTS: Final = (0.90, 0.88, 0.97, 1.02, 1.08, 1.14, 1.16, 1.12, 1.02, 0.98, 0.92, 0.94)
WEEKDAY_WEIGHTS: Final = (1.20, 1.12, 1.08, 1.08, 1.16, 0.86, 0.50)
"""Relative number of visits from Monday to Sunday."""


class Intensity:
    """Visits by day between two days; draws fall on busy days more often."""

    def __init__(self, first: int, last: int) -> None:
        days = np.arange(first, last, dtype=np.int64)
        weekday = (days + 3) % 7
        weights = np.take(MONTH_WEIGHTS, month_of(days)) * np.take(WEEKDAY_WEIGHTS, weekday)
        self._first = first
        self._cumulative = np.concatenate([[0.0], np.cumsum(weights)])

    def between(self, start: Ints, end: Ints) -> Floats:
        """Intensity summed over [start, end); zero where the interval is empty."""
        return self._at(np.maximum(start, end)) - self._at(start)

    def draw(self, start: Ints, end: Ints, uniform: Floats) -> Ints:
        """A day in each [start, end), which must not be empty, from draws in [0, 1)."""
        low, high = self._at(start), self._at(end)
        found = np.searchsorted(self._cumulative, low + uniform * (high - low), side="right") - 1
        return np.clip(found + self._first, start, end - 1)

    def _at(self, days: Ints) -> Floats:
        position = np.clip(days - self._first, 0, len(self._cumulative) - 1)
        result: Floats = self._cumulative[position]
        return result

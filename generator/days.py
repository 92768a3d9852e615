"""Calendar arithmetic on whole columns: days and seconds since 1970-01-01 as int64."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

DAY_SECONDS: Final = 86_400
NEVER: Final = 1_000_000
"""A day far beyond every as_of; stands for "has not happened"."""


def month_of(days: Ints) -> Ints:
    """Month of each day, 0 for January."""
    return days.astype("M8[D]").astype("M8[M]").astype(np.int64) % 12


def add_years(days: Ints, years: Ints | int) -> Ints:
    """The same day so many years later; 29 February becomes the 28th where there is none."""
    months = days.astype("M8[D]").astype("M8[M]")
    target = months + np.asarray(years * 12).astype("m8[M]")
    first = target.astype("M8[D]").astype(np.int64)
    length = (target + 1).astype("M8[D]").astype(np.int64) - first
    result: Ints = first + np.minimum(_day_of_month(days), length - 1)
    return result


def age_in_years(born: Ints, on: Ints) -> Ints:
    """Whole years of age, counted by birthdays."""
    months = on.astype("M8[D]").astype("M8[M]").astype(np.int64)
    months -= born.astype("M8[D]").astype("M8[M]").astype(np.int64)
    result: Ints = (months - (_day_of_month(on) < _day_of_month(born))) // 12
    return result


def _day_of_month(days: Ints) -> Ints:
    first = days.astype("M8[D]").astype("M8[M]").astype("M8[D]").astype(np.int64)
    result: Ints = days - first
    return result


def at_time(days: Ints, earliest_hour: int, latest_hour: int, stream: np.random.Generator) -> Ints:
    """A second of each day, evenly drawn between two hours."""
    seconds = stream.integers(earliest_hour * 3600, latest_hour * 3600, len(days))
    return days * DAY_SECONDS + seconds

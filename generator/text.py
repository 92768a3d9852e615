"""Columns of text made from columns of numbers, whole columns at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from generator.arrow import booleans, dates, integers, literal, strings
from generator.days import DAY_SECONDS, Flags, Ints

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Columns = dict[str, pa.StringArray]

_TWO_DIGITS: Final = strings([f"{number:02d}" for number in range(100)])


def join(*parts: pa.StringArray | str) -> pa.StringArray:
    """The parts side by side, row by row; null where any part is null."""
    texts = [literal(part) if isinstance(part, str) else part for part in parts]
    return pc.binary_join_element_wise(*texts, literal(""))


def whole(numbers: Ints) -> pa.StringArray:
    """Whole numbers."""
    return integers(numbers).cast(pa.string())


def padded(numbers: Ints, width: int) -> pa.StringArray:
    """Whole numbers with leading zeros."""
    return pc.utf8_lpad(whole(numbers), width, "0")


def money(cents: Ints) -> pa.StringArray:
    """Dollars with two decimals."""
    return join(whole(cents // 100), ".", _TWO_DIGITS.take(integers(cents % 100)))


def tenths(numbers: Ints) -> pa.StringArray:
    """Tenths as numbers with one decimal."""
    return join(whole(numbers // 10), ".", whole(numbers % 10))


def day(days: Ints) -> pa.StringArray:
    """Days since 1970-01-01 as yyyy-mm-dd."""
    return dates(days).cast(pa.string())


def moment(seconds: Ints) -> pa.StringArray:
    """Seconds since 1970-01-01 as ISO 8601 in UTC."""
    hour, rest = np.divmod(seconds % DAY_SECONDS, 3_600)
    hours, minutes, ends = (
        _TWO_DIGITS.take(integers(part)) for part in (hour, rest // 60, rest % 60)
    )
    return join(day(seconds // DAY_SECONDS), "T", hours, ":", minutes, ":", ends, "Z")


def flag(values: Flags) -> pa.StringArray:
    """Texts true or false."""
    return booleans(values).cast(pa.string())


def choice(pool: Sequence[str | None], positions: Ints) -> pa.StringArray:
    """The entry of the pool at each position."""
    return strings(pool).take(integers(positions))


def drawn(pool: Sequence[str], count: int, stream: np.random.Generator) -> pa.StringArray:
    """Entries of the pool, each as likely as any other."""
    return choice(pool, stream.integers(0, len(pool), count))


def weighted(
    shares: Mapping[str, float], count: int, stream: np.random.Generator
) -> pa.StringArray:
    """Keys of a mapping, as often as their shares say; the shares add up to one."""
    limits = np.cumsum(list(shares.values()))[:-1]
    return choice(list(shares), np.searchsorted(limits, stream.random(count), side="right"))


def only_where(condition: Flags, column: pa.StringArray) -> pa.StringArray:
    """The column with null where the condition does not hold."""
    return pc.if_else(booleans(condition), column, literal(None))


def replaced(column: pa.StringArray, values: Mapping[int, str | None]) -> pa.StringArray:
    """The column with other values in some rows."""
    mask = np.zeros(len(column), dtype=bool)
    mask[list(values)] = True
    return pc.replace_with_mask(
        column, booleans(mask), strings([values[at] for at in sorted(values)])
    )


def with_first(column: pa.StringArray, values: Sequence[str | None]) -> pa.StringArray:
    """The column with its first rows replaced by the given values."""
    return pa.concat_arrays([strings(values), column.slice(len(values))]) if values else column


def with_demos(columns: Columns, demos: Sequence[Mapping[str, str | None]]) -> Columns:
    """The columns with what the demo rows say in place of what was drawn for them."""
    said = demos[0] if demos else {}
    return {
        name: with_first(column, [demo[name] for demo in demos]) if name in said else column
        for name, column in columns.items()
    }

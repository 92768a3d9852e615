"""Arrow arrays straight from memory.

pyarrow imports pandas, a second of work, as soon as it converts a Python value or a numpy array.
Nothing here needs pandas, so columns are handed over as the buffers that they already are.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.days import Flags, Ints


def integers(numbers: Ints | Sequence[int]) -> pa.Int64Array:
    """The numbers without a copy, where they lie next to each other in memory."""
    memory = np.ascontiguousarray(numbers, dtype=np.int64)
    return pa.Array.from_buffers(pa.int64(), len(memory), [None, pa.py_buffer(memory)])


def dates(days: Ints) -> pa.Date32Array:
    """Days since 1970-01-01."""
    memory = days.astype(np.int32)
    return pa.Array.from_buffers(pa.date32(), len(memory), [None, pa.py_buffer(memory)])


def booleans(flags: Flags) -> pa.BooleanArray:
    """One bit a flag."""
    return pa.Array.from_buffers(pa.bool_(), len(flags), [None, _bits(flags)])


def strings(values: Sequence[str | None]) -> pa.StringArray:
    """Texts, null for None."""
    encoded = [(value or "").encode() for value in values]
    ends = np.zeros(len(values) + 1, dtype=np.int32)
    ends[1:] = np.cumsum([len(text) for text in encoded], dtype=np.int32)
    valid = _bits(np.array([value is not None for value in values])) if None in values else None
    buffers = [valid, pa.py_buffer(ends), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.string(), len(values), buffers)


@cache
def literal(value: str | None) -> pa.StringScalar:
    """One text, or null, that stands for a whole column."""
    return strings([value])[0]


def starts(texts: pa.StringArray) -> Ints:
    """Where each text begins in the bytes of the column, and where the last one ends."""
    _, offsets, _ = texts.buffers()
    ends = np.frombuffer(offsets, dtype=np.int32, count=len(texts) + 1, offset=4 * texts.offset)
    return ends.astype(np.int64)


def _bits(flags: Flags) -> pa.Buffer:
    return pa.py_buffer(np.packbits(flags, bitorder="little"))

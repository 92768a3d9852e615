"""Rows of text columns as CSV or JSON lines, and lines as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from generator.arrow import literal, starts
from generator.text import Columns, join

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def csv_header(columns: Collection[str]) -> bytes:
    """The first line of a CSV file."""
    return (",".join(columns) + "\n").encode()


def csv_lines(columns: Columns) -> pa.StringArray:
    """One line of CSV a row, without its line feed; null is an empty field.

    A field with a comma is quoted; none holds a quote, as a test sees to.
    """
    fields = [_quoted_if_needed(column) for column in columns.values()]
    return pc.binary_join_element_wise(
        *fields, literal(","), null_handling="replace", null_replacement=""
    )


def json_lines(columns: Columns, native: Collection[str]) -> pa.StringArray:
    """One JSON object a row; native columns are numbers or booleans, null stays null.

    No text holds a quote, a backslash or a control character, as a test sees to.
    """
    parts: list[pa.StringArray | str] = []
    for name, column in columns.items():
        key = f'{"," if parts else "{"}"{name}":'
        if column.null_count:
            text = column if name in native else join('"', column, '"')
            parts += [key, pc.fill_null(text, literal("null"))]
        elif name in native:
            parts += [key, column]
        else:
            parts += [f'{key}"', column, '"']
    return join(*parts, "}")


def as_bytes(lines: pa.StringArray, changes: Iterable[tuple[int, int, str]]) -> bytes:
    """The lines with their line feeds; each change (first, last, text) puts a line in their place.

    first = last puts it before that line, last = first + 1 replaces the line.
    """
    ended = join(lines, "\n")
    offsets, data = starts(ended), memoryview(ended.buffers()[2] or b"")
    pieces: list[bytes | memoryview] = []
    at = 0
    for first, last, text in sorted(changes):
        pieces += [data[offsets[at] : offsets[first]], text.encode(), b"\n"]
        at = last
    pieces.append(data[offsets[at] : offsets[-1]])
    return b"".join(pieces)


def _quoted_if_needed(column: pa.StringArray) -> pa.StringArray:
    has_comma = pc.match_substring(column, ",")
    if not pc.any(has_comma).as_py():
        return column
    return pc.if_else(has_comma, join('"', column, '"'), column)

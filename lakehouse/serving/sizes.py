"""Functions that make a value as large as an argument says, which no memory limit holds."""

from __future__ import annotations

from typing import Any

LARGEST = 10_000
"""Largest size that may be asked for: enough for text and lists, too little to fill memory."""

FIRST_SIZE = {
    "repeat": 1,
    "lpad": 1,
    "rpad": 1,
    "list_resize": 1,
    "array_resize": 1,
    "range": 0,
    "generate_series": 0,
}
"""Position of the first argument that decides the size."""

KEEPS_SMALL = ("-", "+", "trunc", "date", "make_date")


def is_bounded(function: dict[str, Any]) -> bool:
    """Whether a function, as DuckDB's parse tree has it, makes no more than `LARGEST`."""
    first = FIRST_SIZE.get(function["function_name"].lower())
    return first is None or all(_is_small(argument) for argument in function["children"][first:])


def _is_small(argument: dict[str, Any]) -> bool:
    """Whether an argument is written out and small; what is computed from rows is neither."""
    match argument["class"]:
        case "CONSTANT":
            return _is_small_value(argument["value"].get("value"))
        case "CAST":
            return _is_small(argument["child"])
        case "FUNCTION":
            name = argument["function_name"].lower()
            keeps_small = name in KEEPS_SMALL or name.startswith("to_")
            return keeps_small and all(_is_small(child) for child in argument["children"])
    return False


def _is_small_value(value: object) -> bool:
    try:
        return abs(float(str(value))) <= LARGEST
    except ValueError:
        return not isinstance(value, dict | list)  # a date, or a text that is no number

"""DuckDB's errors as ours: one sentence with what is wrong and what may have been meant."""

from __future__ import annotations

import re

import duckdb

from lakehouse.errors import PetInsureError, QueryRefused
from lakehouse.settings import Settings
from lakehouse.storage import unavailable

KIND = re.compile(r"^\w+(?: \w+)? Error: ")
EXCERPT = re.compile(r"\n\s*LINE \d+:.*", re.DOTALL)
"""The line of SQL with a mark below: it shows our text of the statement, not the writer's."""


def sentence(message: str) -> str:
    """The message without its kind, its excerpt of the statement and its line ends."""
    text = EXCERPT.sub("", KIND.sub("", message.strip()))
    text = re.sub(r"\s*\n\s*", " ", text).strip()
    return text if text.endswith((".", "?", "!")) else f"{text}."


def explained(error: duckdb.Error, settings: Settings) -> PetInsureError:
    """The error to show for one that DuckDB raised while it ran a statement that may run."""
    if isinstance(error, duckdb.IOException | duckdb.HTTPException):
        return unavailable(settings, error)
    if isinstance(error, duckdb.OutOfMemoryException):
        msg = "The statement needs more memory than the console has; ask for less at a time."
        return QueryRefused(msg)
    return QueryRefused(sentence(str(error)))

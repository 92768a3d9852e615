"""Sentences: any failure as one clear sentence, or in the engine's own words; no traceback."""

from __future__ import annotations

from lakehouse.errors import PetInsureError

LONGEST = 300


def sentence(error: BaseException) -> str:
    """What a viewer reads of a failure."""
    if isinstance(error, PetInsureError):
        return str(error)
    words = engine_words(error)
    return f"That did not work ({type(error).__name__}): {words[:LONGEST]}"


def engine_words(error: BaseException) -> str:
    """The engine's own message without the stack that follows it."""
    kept = []
    for line in str(error).strip().splitlines():
        if line.startswith(("JVM stacktrace", "\tat ", "Traceback")):
            break
        kept.append(line)
    return "\n".join(kept).strip() or type(error).__name__

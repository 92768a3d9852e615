"""Finding: what one check of the doctor saw."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One line of the doctor: green or red, and what helps where it is red."""

    subject: str
    ok: bool
    message: str
    remedy: str | None = None
    blocks: bool = False
    """Whether `up` cannot go on with this red."""


def green(subject: str, message: str) -> Finding:
    """All is well."""
    return Finding(subject, True, message)


def red(subject: str, message: str, remedy: str, *, blocks: bool = True) -> Finding:
    """Something is wrong."""
    return Finding(subject, False, message, remedy, blocks)

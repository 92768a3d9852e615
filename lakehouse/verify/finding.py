"""A finding: one thing that verifying looked at, good or bad."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """What was looked at, what was seen, and the remedy where it is not good."""

    ok: bool
    subject: str
    message: str
    remedy: str | None = None

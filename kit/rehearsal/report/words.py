"""Words: dates, durations and texts as the report writes them."""

from __future__ import annotations

import html
import re
from datetime import datetime


def day(at: datetime) -> str:
    """A day as people write it."""
    return f"{at.day} {at:%B %Y}"


def seconds(value: float) -> str:
    """A duration as people say it."""
    if value < 1:
        return f"{value * 1000:.0f} ms"
    return f"{value:.1f} s" if value < 60 else f"{value // 60:.0f} min {value % 60:.0f} s"


def text(words: str) -> str:
    """Words in HTML, what stands between backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(words))


def count(number: int, of: str) -> str:
    """A number of things."""
    return f"{number:,} {of}{'' if number == 1 else 's'}"

"""Texts that customers may write: short, printable, without what breaks a line or a path."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

FORBIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Unicode categories of control, invisible, broken and unassigned characters."""


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text).strip()
    if any(unicodedata.category(char) in FORBIDDEN and char not in "\n\t\r" for char in text):
        msg = "there is a character in it that cannot be printed"
        raise ValueError(msg)
    return " ".join(text.split())


def _said(text: str) -> str:
    if not text:
        msg = "something must be written here"
        raise ValueError(msg)
    return text


Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
"""An id of the insurer's."""
Line = Annotated[str, Field(max_length=120), AfterValidator(_clean), AfterValidator(_said)]
"""One line of text that must be there."""
Notes = Annotated[str, Field(max_length=2000), AfterValidator(_clean)]
"""A longer text; it becomes one line."""

"""Thresholds: numbers the business chose, each with its unit and its reason."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Threshold:
    """A number that a measure is compared with or scaled by; the data dictionary lists it."""

    name: str
    value: int | Decimal
    unit: str
    reason: str

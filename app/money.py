"""Money at the portal's edge: exact within, a JSON number with two decimals outside."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field, PlainSerializer

Money = Annotated[
    Decimal,
    Field(description="US dollars.", examples=[186.40]),
    PlainSerializer(float, return_type=float, when_used="json"),
]
"""An amount in an answer."""

GivenMoney = Annotated[
    Decimal,
    Field(
        gt=0,
        max_digits=8,
        decimal_places=2,
        description="US dollars, to the cent.",
        examples=[186.40],
    ),
]
"""An amount in a request: more than nothing, less than a million."""

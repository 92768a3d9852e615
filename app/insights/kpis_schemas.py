"""What clients see of the key figures."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.insights.answers import Insight, Number, Percent
from app.money import Money

Figure = Literal[
    "total_claims",
    "total_claim_amount",
    "total_paid_amount",
    "average_claim_amount",
    "earned_premium",
    "loss_ratio",
    "approval_rate",
    "average_processing_days",
    "customers",
    "active_policies",
]
Unit = Literal["count", "usd", "percent", "days"]


class Comparison(BaseModel):
    """A figure over a time and over the time before.

    `change` is in per cent of the time before, for percentages in points; null where there is
    nothing to compare with.
    """

    current: Number | None
    previous: Number | None
    change: Number | None = Field(examples=[4.2])


class Headline(BaseModel):
    """One key figure: over all time (customers and policies: now), by month and by year."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "figure": "loss_ratio",
                    "unit": "percent",
                    "value": 68.12,
                    "month": {"current": 70.4, "previous": 66.1, "change": 4.3},
                    "year": {"current": 69.2, "previous": 67.9, "change": 1.3},
                }
            ]
        }
    )

    figure: Figure
    unit: Unit
    value: Number | None
    month: Comparison = Field(description="The last whole month against the one before.")
    year: Comparison = Field(description="The last twelve whole months against those before.")


class Month(BaseModel):
    """One calendar month; that of `as_of` is not over yet, later ones hold what is known ahead."""

    month: date
    year_month: str = Field(examples=["2026-10"])
    total_claims: int
    claiming_customers: int
    total_claim_amount: Money
    total_paid_amount: Money
    average_claim_amount: Money | None
    approved_claims: int
    denied_claims: int
    emergency_claims: int
    approval_rate: Percent | None
    denial_rate: Percent | None
    average_processing_days: Number | None
    earned_premium: Money
    loss_ratio: Percent | None
    new_policies: int
    active_policies: int


class Kpis(Insight):
    """Key figures of the business, and each month of it."""

    as_of: date = Field(description="Day up to which the lake's data runs.")
    last_month: str = Field(description="The last whole month.", examples=["2026-10"])
    headline: list[Headline]
    months: list[Month]

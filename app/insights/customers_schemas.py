"""What clients see of customers."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from app.insights.answers import Insight, Number, Page, Percent
from app.insights.claims_schemas import ClaimRow
from app.insights.cross_sell_schemas import Opportunity
from app.insights.risk_schemas import RiskRow
from app.money import Money

Tier = Literal["Platinum", "Gold", "Silver", "Bronze"]
CustomerSort = Literal[
    "full_name",
    "customer_since",
    "annual_premium",
    "total_claims",
    "total_claim_amount",
    "total_paid_amount",
    "loss_ratio",
    "risk_score",
    "days_until_renewal",
]


class CustomerRow(BaseModel):
    """A customer as view vw_customer_360 has them."""

    customer_id: str = Field(examples=["DEMO-002"])
    full_name: str | None
    email: str | None
    phone: str | None
    city: str | None
    state: str | None
    preferred_contact: str | None
    marketing_opt_in: bool | None
    customer_segment: str | None
    customer_since: date | None
    total_pets: int
    total_dogs: int
    total_cats: int
    total_policies: int
    active_policies: int
    annual_premium: Money | None
    earned_premium: Money | None
    total_claims: int
    total_claim_amount: Money | None
    total_paid_amount: Money | None
    denied_claims: int
    emergency_claims: int
    first_claim_date: date | None
    last_claim_date: date | None
    loss_ratio: Percent | None
    customer_value_tier: Tier
    risk_score: Number | None
    churn_risk: str | None = Field(examples=["Medium"])
    days_until_renewal: int | None


class TierCount(BaseModel):
    """Customers of a tier."""

    tier: Tier
    customers: int


class Customers(Insight, Page):
    """Customers that a search finds."""

    items: list[CustomerRow]
    tiers: list[TierCount] = Field(description="Found by the search in each tier.")


class Customer360(Insight):
    """All there is to know of one customer."""

    customer: CustomerRow
    risk: RiskRow | None
    recommendations: list[Opportunity]
    claims: list[ClaimRow] = Field(description="The newest hundred, by day of treatment.")

"""What clients see of opportunities to sell."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from app.insights.answers import Insight, Page
from app.money import Money

OpportunityKind = Literal["New policy", "Win back", "Plan upgrade", "Wellness cover"]
Priority = Literal["High", "Medium", "Low"]


class Opportunity(BaseModel):
    """An offer to a customer as view vw_cross_sell has it."""

    customer_id: str = Field(examples=["DEMO-001"])
    full_name: str | None
    opportunity: OpportunityKind
    recommendation: str
    reason: str | None = Field(examples=["Pets without cover: 1 of 2"])
    estimated_annual_revenue: Money | None
    priority: Priority
    preferred_contact: str | None
    marketing_opt_in: bool | None


class OpportunityGroup(BaseModel):
    """Offers of one kind."""

    opportunity: OpportunityKind
    customers: int
    estimated_annual_revenue: Money
    high_priority: int = Field(description="Offers among them worth a call.")
    reachable: int = Field(description="Customers among them who agreed to marketing.")


class Opportunities(Page):
    """Offers by estimated revenue, the highest first."""

    items: list[Opportunity]


class CrossSell(Insight):
    """What to offer to whom, and what it would bring."""

    customers: int = Field(description="Customers with at least one offer.")
    estimated_annual_revenue: Money
    by_opportunity: list[OpportunityGroup]
    offers: Opportunities

"""What clients see of risk."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from app.insights.answers import Insight, Number, Page, Percent

RiskCategory = Literal["Low", "Medium", "High", "Critical"]
RiskComponent = Literal[
    "frequency_points", "loss_points", "health_points", "emergency_points", "denial_points"
]


class RiskRow(BaseModel):
    """A customer's risk as view vw_risk_scoring has it."""

    customer_id: str = Field(examples=["DEMO-003"])
    full_name: str | None
    state: str | None
    total_pets: int
    active_policies: int
    total_claims: int
    claims_per_year: Number | None
    loss_ratio: Percent | None
    frequency_points: Number
    loss_points: Number
    health_points: Number
    emergency_points: Number
    denial_points: Number
    risk_score: Number
    risk_category: RiskCategory
    recommended_action: str


class CategoryRisk(BaseModel):
    """Customers of a risk category."""

    category: RiskCategory
    customers: int
    average_risk_score: Number | None
    recommended_action: str | None


class ComponentRisk(BaseModel):
    """Average points of a component of the score."""

    component: RiskComponent
    average_points: Number
    most_points: Number = Field(description="The most the component can add.", examples=[30])
    meaning: str = Field(examples=["Points for frequent claims, 0 to 30."])


class RiskiestCustomers(Page):
    """Customers by risk score, the highest first."""

    items: list[RiskRow]


class Risk(Insight):
    """How risky the customers are, and why."""

    categories: list[CategoryRisk]
    components: list[ComponentRisk]
    customers: RiskiestCustomers

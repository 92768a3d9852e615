"""What clients see of providers."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from app.insights.answers import Insight, Number, Page, Percent
from app.money import Money

ProviderTier = Literal["Preferred", "Standard", "Watch", "Unrated"]
ProviderSort = Literal[
    "provider_name",
    "total_claims",
    "total_customers",
    "total_billed_amount",
    "total_paid_amount",
    "average_claim_amount",
    "cost_against_peers",
    "denial_rate",
    "average_rating",
]


class ProviderRow(BaseModel):
    """A provider as view vw_provider_performance has it."""

    provider_id: str = Field(examples=["PROV-00012"])
    provider_name: str | None
    provider_type: str | None
    city: str | None
    state: str | None
    is_in_network: bool | None
    accepts_emergency: bool | None
    total_claims: int
    total_customers: int
    total_billed_amount: Money
    total_paid_amount: Money
    average_claim_amount: Money | None
    peer_average_claim_amount: Money | None
    cost_against_peers: Percent | None
    approved_claims: int
    denied_claims: int
    emergency_claims: int
    denial_rate: Percent | None
    average_rating: Number | None
    total_reviews: int | None
    provider_tier: ProviderTier


class TierGroup(BaseModel):
    """Providers of a tier."""

    tier: ProviderTier
    providers: int
    total_claims: int
    total_billed_amount: Money


class NetworkGroup(BaseModel):
    """Providers in the insurer's network, or outside of it."""

    is_in_network: bool
    providers: int
    total_claims: int
    total_billed_amount: Money
    total_paid_amount: Money
    average_claim_amount: Money | None
    denial_rate: Percent | None
    average_rating: Number | None = Field(description="Average of the providers' ratings.")


class ProviderList(Page):
    """Providers that the filters leave."""

    items: list[ProviderRow]


class Providers(Insight):
    """The network of providers."""

    tiers: list[TierGroup]
    network: list[NetworkGroup]
    providers: ProviderList

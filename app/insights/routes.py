"""Routes of insights: what the SQL views say, for those who analyse and present."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path

from app.dependencies import AnalystDep, ServicesDep
from app.insights.answers import Direction, PageNumber, PageSize, Search
from app.insights.claims import claims_overview
from app.insights.claims_schemas import Claims
from app.insights.cross_sell import cross_sell_overview
from app.insights.cross_sell_schemas import CrossSell, OpportunityKind, Priority
from app.insights.customers import customer_360, customers_found
from app.insights.customers_schemas import Customer360, Customers, CustomerSort, Tier
from app.insights.kpis import key_figures
from app.insights.kpis_schemas import Kpis
from app.insights.providers import providers_overview
from app.insights.providers_schemas import Providers, ProviderSort, ProviderTier
from app.insights.risk import risk_overview
from app.insights.risk_schemas import Risk, RiskCategory
from app.web.errors import problems
from lakehouse.lake_file import read_note

router = APIRouter(prefix="/insights", tags=["insights"], responses=problems(503))


@router.get("/kpis")
def kpis(services: ServicesDep, user: AnalystDep) -> Kpis:
    """Key figures with their change against the month and the year before, and every month."""
    return key_figures(services.insights, read_note(services.lake).as_of)


@router.get("/customers")
def customers(
    services: ServicesDep,
    user: AnalystDep,
    search: Search = None,
    tier: Tier | None = None,
    sort: CustomerSort = "annual_premium",
    direction: Direction = "desc",
    page: PageNumber = 1,
    page_size: PageSize = 20,
) -> Customers:
    """Customers by name, e-mail address or id."""
    return customers_found(services.insights, search, tier, sort, direction, page, page_size)


@router.get("/customers/{customer_id}", responses=problems(404))
def customer(
    customer_id: Annotated[str, Path(max_length=64)], services: ServicesDep, user: AnalystDep
) -> Customer360:
    """One customer with claims, components of risk and recommendations."""
    found = customer_360(services.insights, customer_id)
    if found is None:
        raise HTTPException(404, "There is no such customer.")
    return found


@router.get("/claims")
def claims(
    services: ServicesDep, user: AnalystDep, page: PageNumber = 1, page_size: PageSize = 20
) -> Claims:
    """Claims by month, type, category, status and size; a page of those suspected of fraud."""
    return claims_overview(services.insights, page, page_size)


@router.get("/risk")
def risk(
    services: ServicesDep,
    user: AnalystDep,
    category: RiskCategory | None = None,
    page: PageNumber = 1,
    page_size: PageSize = 20,
) -> Risk:
    """Categories of risk, what the scores are made of, and the riskiest customers."""
    return risk_overview(services.insights, category, page, page_size)


@router.get("/cross-sell")
def cross_sell(
    services: ServicesDep,
    user: AnalystDep,
    opportunity: OpportunityKind | None = None,
    priority: Priority | None = None,
    page: PageNumber = 1,
    page_size: PageSize = 20,
) -> CrossSell:
    """Opportunities by kind, and a page of offers."""
    return cross_sell_overview(services.insights, opportunity, priority, page, page_size)


@router.get("/providers")
def providers(
    services: ServicesDep,
    user: AnalystDep,
    search: Search = None,
    tier: ProviderTier | None = None,
    in_network: bool | None = None,
    sort: ProviderSort = "total_billed_amount",
    direction: Direction = "desc",
    page: PageNumber = 1,
    page_size: PageSize = 20,
) -> Providers:
    """Tiers of providers, the network against the others, and a page of providers."""
    return providers_overview(
        services.insights, search, tier, in_network, sort, direction, page, page_size
    )

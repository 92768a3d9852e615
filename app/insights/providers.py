"""Providers: what the network bills against the others, and who is in which tier."""

from __future__ import annotations

from app.insights.answers import Direction
from app.insights.providers_schemas import (
    NetworkGroup,
    ProviderList,
    ProviderRow,
    Providers,
    ProviderSort,
    ProviderTier,
    TierGroup,
)
from app.insights.views import Question, Views
from lakehouse.serving.figures.providers import NETWORK, TIERS

VIEW = "vw_provider_performance"

ROW = """\
SELECT provider_id, provider_name, provider_type, city, state, is_in_network, accepts_emergency,
    total_claims, total_customers, total_billed_amount, total_paid_amount, average_claim_amount,
    peer_average_claim_amount, cost_against_peers, approved_claims, denied_claims,
    emergency_claims, denial_rate, average_rating, total_reviews, provider_tier
FROM vw_provider_performance"""


CHOSEN = """
WHERE (CAST($1 AS VARCHAR) IS NULL OR contains(lower(provider_name), lower($1))
        OR contains(lower(city), lower($1)) OR contains(lower(provider_id), lower($1)))
    AND (CAST($2 AS VARCHAR) IS NULL OR provider_tier = $2)
    AND (CAST($3 AS BOOLEAN) IS NULL OR coalesce(is_in_network, FALSE) = $3)"""

FOUND = f"SELECT count(*) AS total\nFROM vw_provider_performance{CHOSEN}"


def providers_overview(
    views: Views,
    search: str | None,
    tier: ProviderTier | None,
    in_network: bool | None,
    sort: ProviderSort,
    direction: Direction,
    page: int,
    page_size: int,
) -> Providers:
    """All providers by tier and network, and one page of those chosen."""
    chosen, place = (search or None, tier, in_network), (page_size, (page - 1) * page_size)
    order = f"ORDER BY {sort} {direction} NULLS LAST, provider_id"
    answers = views.ask(
        Question("tiers", VIEW, TIERS),
        Question("network", VIEW, NETWORK),
        Question(
            "providers", VIEW, f"{ROW}{CHOSEN}\n{order}\nLIMIT $4 OFFSET $5", (*chosen, *place)
        ),
        Question("providers.total", VIEW, FOUND, chosen),
    )
    return Providers(
        tiers=[TierGroup.model_validate(row) for row in answers["tiers"].rows],
        network=[NetworkGroup.model_validate(row) for row in answers["network"].rows],
        providers=ProviderList(
            items=[ProviderRow.model_validate(row) for row in answers["providers"].rows],
            page=page,
            page_size=page_size,
            total=answers["providers.total"].row["total"],
        ),
        sources=answers.sources,
    )

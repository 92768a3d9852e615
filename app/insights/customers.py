"""Customers: found by name, e-mail address or id, and all there is to know of one."""

from __future__ import annotations

from app.insights import claims, cross_sell, risk
from app.insights.answers import Direction
from app.insights.cross_sell_schemas import Opportunity
from app.insights.customers_schemas import (
    Customer360,
    CustomerRow,
    Customers,
    CustomerSort,
    Tier,
    TierCount,
)
from app.insights.risk_schemas import RiskRow
from app.insights.views import Question, Views

VIEW = "vw_customer_360"

ROW = """\
SELECT customer_id, full_name, email, phone, city, state, preferred_contact, marketing_opt_in,
    customer_segment, customer_since, total_pets, total_dogs, total_cats, total_policies,
    active_policies, annual_premium, earned_premium, total_claims, total_claim_amount,
    total_paid_amount, denied_claims, emergency_claims, first_claim_date, last_claim_date,
    loss_ratio, customer_value_tier, risk_score, churn_risk, days_until_renewal
FROM vw_customer_360"""

ONE = f"{ROW}\nWHERE customer_id = $1"

SEARCHED = """
WHERE (CAST($1 AS VARCHAR) IS NULL OR contains(lower(full_name), lower($1))
        OR contains(lower(email), lower($1)) OR contains(lower(customer_id), lower($1)))"""
OF_TIER = "\n    AND (CAST($2 AS VARCHAR) IS NULL OR customer_value_tier = $2)"

FOUND = f"SELECT count(*) AS total\nFROM vw_customer_360{SEARCHED}{OF_TIER}"

TIERS = (
    "SELECT customer_value_tier AS tier, count(*) AS customers\nFROM vw_customer_360"
    + SEARCHED
    + """
GROUP BY customer_value_tier
ORDER BY min(annual_premium) DESC"""
)

CLAIMS = (
    claims.CLAIM
    + """
WHERE customer_id = $1
ORDER BY service_date DESC, claim_id
LIMIT 100"""
)


def customers_found(
    views: Views,
    search: str | None,
    tier: Tier | None,
    sort: CustomerSort,
    direction: Direction,
    page: int,
    page_size: int,
) -> Customers:
    """One page of the customers that a search finds."""
    chosen, place = (search or None, tier), (page_size, (page - 1) * page_size)
    order = f"ORDER BY {sort} {direction} NULLS LAST, customer_id"
    rows = f"{ROW}{SEARCHED}{OF_TIER}\n{order}\nLIMIT $3 OFFSET $4"
    answers = views.ask(
        Question("items", VIEW, rows, (*chosen, *place)),
        Question("total", VIEW, FOUND, chosen),
        Question("tiers", VIEW, TIERS, chosen[:1]),
    )
    return Customers(
        items=[CustomerRow.model_validate(row) for row in answers["items"].rows],
        page=page,
        page_size=page_size,
        total=answers["total"].row["total"],
        tiers=[TierCount.model_validate(row) for row in answers["tiers"].rows],
        sources=answers.sources,
    )


def customer_360(views: Views, customer_id: str) -> Customer360 | None:
    """One customer; None where there is no such one."""
    who = (customer_id,)
    answers = views.ask(
        Question("customer", VIEW, ONE, who),
        Question("risk", risk.VIEW, risk.OF_CUSTOMER, who),
        Question("recommendations", cross_sell.VIEW, cross_sell.OF_CUSTOMER, who),
        Question("claims", claims.VIEW, CLAIMS, who),
    )
    if not answers["customer"].rows:
        return None
    scored = answers["risk"].rows
    return Customer360(
        customer=CustomerRow.model_validate(answers["customer"].row),
        risk=RiskRow.model_validate(scored[0]) if scored else None,
        recommendations=[
            Opportunity.model_validate(row) for row in answers["recommendations"].rows
        ],
        claims=[claims.claim_row(row) for row in answers["claims"].rows],
        sources=answers.sources,
    )

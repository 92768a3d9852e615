"""Figures: what SQL says of every number that the insights show, by the name it has there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from lakehouse.serving import Console
from lakehouse.settings import Settings

DECIDED = "status IN ('Approved', 'Partially Approved', 'Denied')"
CLAIMS = f"""count(*) AS claims, sum(claim_amount) AS claim_amount,
    coalesce(sum(paid_amount), 0) AS paid_amount,
    round(avg(claim_amount), 2) AS average_claim_amount,
    round(100.0 * count(*) FILTER ({DECIDED} AND status <> 'Denied')
        / nullif(count(*) FILTER ({DECIDED}), 0), 2) AS approval_rate
    FROM vw_claims_analytics"""
SIGNS = "repeated_invoice early_claim amount_outlier claim_burst provider_ring".split()
POINTS = "frequency_points loss_points health_points emergency_points denial_points".split()
GROUP: Final = "name"
"""A column of this name says to which group a row's figures belong."""
ITSELF: Final = "figure"
"""A column of this name is the group's only figure, which goes by the group's name."""

STATEMENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "kpis": (
        f"""SELECT claims AS total_claims, claim_amount AS total_claim_amount,
            paid_amount AS total_paid_amount, average_claim_amount, approval_rate
            FROM (SELECT {CLAIMS})""",
        "SELECT round(avg(days_to_process), 2) AS average_processing_days FROM vw_claims_analytics",
        """SELECT sum(earned_premium) AS earned_premium,
            round(100 * sum(total_paid_amount) / sum(earned_premium), 2) AS loss_ratio
            FROM vw_monthly_kpis""",
        """SELECT count(*) AS customers, sum(active_policies) AS active_policies
            FROM vw_customer_360""",
    ),
    "kpis.months": ("SELECT year_month AS name, * FROM vw_monthly_kpis",),
    "customers": (
        "SELECT count(*) AS total FROM vw_customer_360",
        "SELECT customer_id AS name, * FROM vw_customer_360",
    ),
    "customers.tiers": (
        "SELECT 'All' AS name, count(*) AS figure FROM vw_customer_360",
        """SELECT customer_value_tier AS name, count(*) AS figure
            FROM vw_customer_360 GROUP BY ALL""",
    ),
    "customer": (
        "SELECT * FROM vw_customer_360 WHERE customer_id = 'DEMO-002'",
        f"SELECT {', '.join(POINTS)} FROM vw_risk_scoring WHERE customer_id = 'DEMO-002'",
    ),
    "customer.recommendations": (
        """SELECT opportunity AS name, estimated_annual_revenue AS figure
            FROM vw_cross_sell WHERE customer_id = 'DEMO-002'""",
    ),
    "claims.total": (f"SELECT {CLAIMS}",),
    "claims.by_month": (f"SELECT year_month AS name, {CLAIMS} GROUP BY ALL",),
    "claims.by_type": (f"SELECT claim_type AS name, {CLAIMS} GROUP BY ALL",),
    "claims.by_category": (f"SELECT claim_category AS name, {CLAIMS} GROUP BY ALL",),
    "claims.by_status": (f"SELECT status AS name, {CLAIMS} GROUP BY ALL",),
    "claims.by_size_band": (f"SELECT size_band AS name, {CLAIMS} GROUP BY ALL",),
    "claims.fraud_flags": tuple(
        f"SELECT 'is_{sign}' AS name, {CLAIMS} WHERE is_{sign}" for sign in SIGNS
    ),
    "claims.suspected": (
        "SELECT count(*) AS total FROM vw_claims_analytics WHERE suspected_fraud",
    ),
    "risk": ("SELECT customer_id AS name, * FROM vw_risk_scoring",),
    "risk.customers": ("SELECT count(*) AS total FROM vw_risk_scoring",),
    "risk.categories": (
        """SELECT risk_category AS name, count(*) AS customers,
            round(avg(risk_score), 1) AS average_risk_score FROM vw_risk_scoring GROUP BY ALL""",
    ),
    "risk.components": (
        f"SELECT {', '.join(f'round(avg({p}), 2) AS {p}' for p in POINTS)} FROM vw_risk_scoring",
    ),
    "cross-sell": (
        """SELECT count(DISTINCT customer_id) AS customers,
            sum(estimated_annual_revenue) AS estimated_annual_revenue FROM vw_cross_sell""",
        """SELECT opportunity AS name, count(*) AS customers,
            sum(estimated_annual_revenue) AS estimated_annual_revenue,
            count(*) FILTER (priority = 'High') AS high_priority,
            count(*) FILTER (marketing_opt_in) AS reachable FROM vw_cross_sell GROUP BY ALL""",
        """SELECT customer_id || '.' || opportunity AS name, estimated_annual_revenue AS figure
            FROM vw_cross_sell""",
    ),
    "cross-sell.offers": ("SELECT count(*) AS total FROM vw_cross_sell",),
    "providers": (
        "SELECT count(*) AS total FROM vw_provider_performance",
        "SELECT provider_id AS name, * FROM vw_provider_performance",
    ),
    "providers.tiers": (
        """SELECT provider_tier AS name, count(*) AS providers, sum(total_claims) AS total_claims,
            sum(total_billed_amount) AS total_billed_amount
            FROM vw_provider_performance GROUP BY ALL""",
    ),
    "providers.network": (
        """SELECT if(is_in_network, 'in', 'out') AS name, count(*) AS providers,
            sum(total_claims) AS total_claims, sum(total_billed_amount) AS total_billed_amount,
            sum(total_paid_amount) AS total_paid_amount,
            round(sum(total_billed_amount) / sum(total_claims), 2) AS average_claim_amount,
            round(100.0 * sum(denied_claims) / sum(approved_claims + denied_claims), 2)
                AS denial_rate,
            round(avg(average_rating), 2) AS average_rating
            FROM vw_provider_performance GROUP BY ALL""",
    ),
}


def figures_of(settings: Settings) -> dict[str, Any]:
    """Every figure of a lake by its name."""
    found: dict[str, Any] = {}
    console = Console(settings)
    for prefix, statements in STATEMENTS.items():
        for answer in (console.query(sql, max_rows=100_000) for sql in statements):
            for row in answer.rows:
                values = dict(zip(answer.columns, row, strict=True))
                group = values.pop(GROUP, None)
                place = f"{prefix}.{group}" if group else prefix
                found |= {
                    place if column == ITSELF else f"{place}.{column}": value
                    for column, value in values.items()
                }
    console.close()
    return found

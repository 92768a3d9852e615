"""Samples: statements for the console, the demo's own first, then those of the followed claim."""

from __future__ import annotations

from dataclasses import dataclass

from dashboards.etl.my_customer import DEMO, MyCustomer
from lakehouse.serving.connection import literal


@dataclass(frozen=True)
class Sample:
    """A statement under a short name."""

    name: str
    sql: str


COMMON = (
    Sample(
        "Loss ratio",
        """\
SELECT year_month, earned_premium, total_paid_amount, loss_ratio
FROM vw_monthly_kpis
WHERE loss_ratio IS NOT NULL
ORDER BY year_month""",
    ),
    Sample(
        "Costly diagnoses",
        """\
SELECT claim_category, count(*) AS claims, sum(claim_amount) AS claimed, sum(paid_amount) AS paid
FROM vw_claims_analytics
GROUP BY claim_category
ORDER BY claimed DESC""",
    ),
    Sample(
        "Riskiest customers",
        """\
SELECT customer_id, full_name, risk_score, risk_category, loss_ratio, recommended_action
FROM vw_risk_scoring
ORDER BY risk_score DESC, customer_id
LIMIT 10""",
    ),
    Sample(
        "Best offers",
        """\
SELECT opportunity, priority, count(*) AS customers,
  sum(estimated_annual_revenue) AS annual_revenue
FROM vw_cross_sell
WHERE marketing_opt_in
GROUP BY opportunity, priority
ORDER BY annual_revenue DESC""",
    ),
    Sample(
        "Dear providers",
        """\
SELECT provider_name, state, is_in_network, total_claims, cost_against_peers, denial_rate
FROM vw_provider_performance
WHERE provider_tier = 'Watch'
ORDER BY cost_against_peers DESC""",
    ),
    Sample(
        "As T-SQL",
        """\
SELECT TOP 5 [customer_id], [full_name], [annual_premium]
FROM dbo.vw_customer_360
WHERE LEN([full_name]) > 12
ORDER BY [annual_premium] DESC""",
    ),
    Sample(
        "A write",
        """\
DELETE FROM vw_customer_360
WHERE customer_id = 'DEMO-002'""",
    ),
)


def samples(mine: MyCustomer) -> dict[str, str]:
    """Statements by name; those of the followed claim only where one is followed."""
    found = [Sample(DEMO, _customer(DEMO))]
    if mine.claim_id:
        found += [
            Sample("My customer", _customer(mine.customer_id)),
            Sample("My claim", _claim(mine.claim_id)),
        ]
    return {each.name: each.sql for each in (*found, *COMMON)}


def _customer(customer_id: str) -> str:
    return f"SELECT *\nFROM vw_customer_360\nWHERE customer_id = {literal(customer_id)}"


def _claim(claim_id: str) -> str:
    return (
        "SELECT claim_id, pet_name, diagnosis_code, provider_name, status, claim_amount,\n"
        "  paid_amount, suspected_fraud, year_month\n"
        f"FROM vw_claims_analytics\nWHERE claim_id = {literal(claim_id)}"
    )

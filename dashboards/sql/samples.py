"""Samples: statements for the console, the demo's own first, then those of the followed claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboards import queries
from dashboards.etl.my_customer import DEMO, MyCustomer
from lakehouse.serving.connection import literal


@dataclass(frozen=True)
class Sample:
    """A statement under a short name."""

    name: str
    sql: str


COMMON = (
    Sample(
        "Costly diagnoses",
        """\
SELECT claim_category, sum(claim_amount) AS claimed,
  sum(paid_amount) AS paid, count(*) AS claims
FROM vw_claims_analytics
GROUP BY claim_category
ORDER BY claimed DESC""",
    ),
    Sample(
        "Riskiest customers",
        """\
SELECT customer_id, full_name, risk_score, risk_category,
  loss_ratio, recommended_action
FROM vw_risk_scoring
ORDER BY risk_score DESC, customer_id
LIMIT 10""",
    ),
    Sample(
        "Best offers",
        """\
SELECT opportunity, sum(estimated_annual_revenue) AS annual_revenue,
  count(*) AS customers
FROM vw_cross_sell
WHERE marketing_opt_in
GROUP BY opportunity
ORDER BY annual_revenue DESC""",
    ),
    Sample(
        "Dear providers",
        """\
SELECT provider_name, cost_against_peers, denial_rate,
  total_claims, state, is_in_network
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


def samples(mine: MyCustomer, open_from: date) -> dict[str, str]:
    """Statements by name; those of the followed claim only where one is followed.

    `open_from` is the first day that is in no whole month of the lake.
    """
    found = [Sample(DEMO, _customer(DEMO))]
    if mine.claim_id:
        found += [
            Sample("My customer", _customer(mine.customer_id)),
            Sample("My claim", _claim(mine.claim_id)),
        ]
    return {each.name: each.sql for each in (*found, _loss_ratio(open_from), *COMMON)}


def in_gold(claim_id: str) -> bool:
    """Whether the views know a claim yet."""
    return bool(queries.ask(_claim(claim_id)).rows)


def _customer(customer_id: str) -> str:
    return f"SELECT *\nFROM vw_customer_360\nWHERE customer_id = {literal(customer_id)}"


def _claim(claim_id: str) -> str:
    return (
        "SELECT claim_id, pet_name, diagnosis_code, provider_name,\n"
        "  status, claim_amount, paid_amount, suspected_fraud, year_month\n"
        f"FROM vw_claims_analytics\nWHERE claim_id = {literal(claim_id)}"
    )


def _loss_ratio(open_from: date) -> Sample:
    """Whole months only: a month that is not over has neither all claims nor all premium."""
    sql = (
        "SELECT year_month, loss_ratio, earned_premium, total_paid_amount\nFROM vw_monthly_kpis\n"
        f"WHERE month < DATE '{open_from}'\nORDER BY year_month"
    )
    return Sample("Loss ratio", sql)

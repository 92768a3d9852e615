"""Claims by what they have in common, and the signs of fraud among them."""

from __future__ import annotations

MEASURES = """\
    count(*) AS claims,
    coalesce(sum(claim_amount), 0) AS claim_amount,
    coalesce(sum(paid_amount), 0) AS paid_amount,
    round(avg(claim_amount), 2) AS average_claim_amount,
    round(100.0 * count(*) FILTER (status IN ('Approved', 'Partially Approved'))
        / nullif(count(*) FILTER (status IN ('Approved', 'Partially Approved', 'Denied')), 0), 2)
        AS approval_rate
FROM vw_claims_analytics"""

TOTAL = f"SELECT 'All claims' AS name,\n{MEASURES}"

GROUPS = {
    "by_month": ("year_month", "name"),
    "by_type": ("claim_type", "claims DESC, name"),
    "by_category": ("claim_category", "claims DESC, name"),
    "by_status": ("status", "claims DESC, name"),
    "by_size_band": ("size_band", "min(claim_amount)"),
}
"""Column and order of each breakdown."""

BY_COST = ("claim_category", "claim_amount DESC, name")
"""By medical field, the costliest first."""

FRAUD = """\
WITH signs AS (
    SELECT unnest(['is_repeated_invoice', 'is_early_claim', 'is_amount_outlier', 'is_claim_burst',
            'is_provider_ring']) AS flag,
        unnest([is_repeated_invoice, is_early_claim, is_amount_outlier, is_claim_burst,
            is_provider_ring]) AS raised,
        claim_amount
    FROM vw_claims_analytics
)
SELECT flag, count(*) FILTER (raised) AS claims,
    coalesce(sum(claim_amount) FILTER (raised), 0) AS claim_amount
FROM signs
GROUP BY flag
ORDER BY claims DESC, flag"""


def grouped(column: str, order: str) -> str:
    """The measures of claims by one column of the view."""
    name = f"SELECT coalesce({column}, 'Unknown') AS name,"
    return f"{name}\n{MEASURES}\nGROUP BY name\nORDER BY {order}"

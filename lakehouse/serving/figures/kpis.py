"""Key figures of the business: all time, the last whole month and year, and those before.

$1 is the first day that is in no whole month: `first_open_day`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

MONTHS = """\
SELECT month, year_month, total_claims, claiming_customers, total_claim_amount, total_paid_amount,
    average_claim_amount, approved_claims, denied_claims, emergency_claims, approval_rate,
    denial_rate, average_processing_days, earned_premium, loss_ratio, new_policies, active_policies
FROM vw_monthly_kpis
ORDER BY month"""

PERIODS = """\
WITH periods (period, since, until) AS (VALUES
    ('all', DATE '0001-01-01', DATE '9999-12-31'),
    ('month', CAST($1 AS DATE) - INTERVAL 1 MONTH, CAST($1 AS DATE)),
    ('month_before', CAST($1 AS DATE) - INTERVAL 2 MONTH, CAST($1 AS DATE) - INTERVAL 1 MONTH),
    ('year', CAST($1 AS DATE) - INTERVAL 12 MONTH, CAST($1 AS DATE)),
    ('year_before', CAST($1 AS DATE) - INTERVAL 24 MONTH, CAST($1 AS DATE) - INTERVAL 12 MONTH)
)
"""

TOTALS = (
    PERIODS
    + """\
SELECT period,
    sum(total_claims) AS total_claims,
    sum(total_claim_amount) AS total_claim_amount,
    sum(total_paid_amount) AS total_paid_amount,
    round(sum(total_claim_amount) / nullif(sum(total_claims), 0), 2) AS average_claim_amount,
    sum(earned_premium) AS earned_premium,
    round(100 * sum(total_paid_amount) / nullif(sum(earned_premium), 0), 2) AS loss_ratio,
    round(100 * sum(approved_claims) / nullif(sum(approved_claims + denied_claims), 0), 2)
        AS approval_rate,
    arg_max(active_policies, month) AS active_policies
FROM vw_monthly_kpis JOIN periods ON month >= since AND month < until
GROUP BY period"""
)

PROCESSING = (
    PERIODS
    + """\
SELECT period, round(avg(days_to_process), 2) AS average_processing_days
FROM vw_claims_analytics JOIN periods ON service_date >= since AND service_date < until
GROUP BY period"""
)

CUSTOMERS = """\
SELECT count(*) AS customers,
    sum(active_policies) AS active_policies,
    count(*) FILTER (customer_since < CAST($1 AS DATE)) AS month,
    count(*) FILTER (customer_since < CAST($1 AS DATE) - INTERVAL 1 MONTH) AS month_before,
    count(*) FILTER (customer_since < CAST($1 AS DATE) - INTERVAL 12 MONTH) AS year_before
FROM vw_customer_360"""


def first_open_day(as_of: date) -> date:
    """The first day that is in no whole month, of a lake whose data runs up to `as_of`.

    Months from here on are not over: they have claims, but not all, and no premium after `as_of`.
    """
    return as_of.replace(day=1)


def change(current: Decimal | None, previous: Decimal | None, *, points: bool) -> Decimal | None:
    """The change against the time before, in per cent; of percentages in `points`.

    None where there is nothing to compare with.
    """
    if current is None or previous is None:
        return None
    if points:
        return current - previous
    return round(100 * (current - previous) / previous, 2) if previous else None

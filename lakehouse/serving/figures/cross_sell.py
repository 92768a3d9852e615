"""Opportunities to sell, by kind."""

from __future__ import annotations

TOTAL = """\
SELECT count(DISTINCT customer_id) AS customers,
    coalesce(sum(estimated_annual_revenue), 0) AS estimated_annual_revenue
FROM vw_cross_sell"""

BY_OPPORTUNITY = """\
SELECT opportunity, count(*) AS customers,
    coalesce(sum(estimated_annual_revenue), 0) AS estimated_annual_revenue,
    count(*) FILTER (priority = 'High') AS high_priority,
    count(*) FILTER (marketing_opt_in) AS reachable
FROM vw_cross_sell
GROUP BY opportunity
ORDER BY estimated_annual_revenue DESC"""

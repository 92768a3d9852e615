"""Providers by tier, and the network against the others."""

from __future__ import annotations

TIERS = """\
SELECT provider_tier AS tier, count(*) AS providers, sum(total_claims) AS total_claims,
    sum(total_billed_amount) AS total_billed_amount
FROM vw_provider_performance
GROUP BY provider_tier
ORDER BY providers DESC, tier"""

NETWORK = """\
SELECT coalesce(is_in_network, FALSE) AS is_in_network, count(*) AS providers,
    sum(total_claims) AS total_claims,
    sum(total_billed_amount) AS total_billed_amount,
    sum(total_paid_amount) AS total_paid_amount,
    round(sum(total_billed_amount) / nullif(sum(total_claims), 0), 2) AS average_claim_amount,
    round(100.0 * sum(denied_claims) / nullif(sum(approved_claims + denied_claims), 0), 2)
        AS denial_rate,
    round(avg(average_rating), 2) AS average_rating
FROM vw_provider_performance
GROUP BY ALL
ORDER BY is_in_network DESC"""

"""Risk categories, and what the scores are made of."""

from __future__ import annotations

CATEGORIES = """\
SELECT risk_category AS category, count(*) AS customers,
    round(avg(risk_score), 1) AS average_risk_score,
    any_value(recommended_action) AS recommended_action
FROM vw_risk_scoring
GROUP BY risk_category
ORDER BY min(risk_score)"""

AVERAGES = """\
SELECT round(avg(frequency_points), 2) AS frequency_points,
    round(avg(loss_points), 2) AS loss_points,
    round(avg(health_points), 2) AS health_points,
    round(avg(emergency_points), 2) AS emergency_points,
    round(avg(denial_points), 2) AS denial_points
FROM vw_risk_scoring"""

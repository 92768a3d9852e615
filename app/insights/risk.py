"""Risk: how many customers are how risky, what their scores are made of, and who they are."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

from app.insights.risk_schemas import (
    CategoryRisk,
    ComponentRisk,
    Risk,
    RiskCategory,
    RiskComponent,
    RiskiestCustomers,
    RiskRow,
)
from app.insights.views import Question, Row, Views
from lakehouse.serving.figures.risk import AVERAGES, CATEGORIES
from lakehouse.tables import table_named

VIEW = "vw_risk_scoring"
COMPONENTS: tuple[RiskComponent, ...] = get_args(RiskComponent)

ROW = """\
SELECT customer_id, full_name, state, total_pets, active_policies, total_claims, claims_per_year,
    loss_ratio, frequency_points, loss_points, health_points, emergency_points, denial_points,
    risk_score, risk_category, recommended_action
FROM vw_risk_scoring"""

OF_CUSTOMER = f"{ROW}\nWHERE customer_id = $1"


RISKIEST = (
    ROW
    + """
WHERE CAST($1 AS VARCHAR) IS NULL OR risk_category = $1
ORDER BY risk_score DESC, customer_id
LIMIT $2 OFFSET $3"""
)

FOUND = """\
SELECT count(*) AS total
FROM vw_risk_scoring
WHERE CAST($1 AS VARCHAR) IS NULL OR risk_category = $1"""


def risk_overview(views: Views, category: RiskCategory | None, page: int, page_size: int) -> Risk:
    """All customers by risk, and one page of them, the riskiest first."""
    place = (page_size, (page - 1) * page_size)
    answers = views.ask(
        Question("categories", VIEW, CATEGORIES),
        Question("components", VIEW, AVERAGES),
        Question("customers", VIEW, RISKIEST, (category, *place)),
        Question("customers.total", VIEW, FOUND, (category,)),
    )
    return Risk(
        categories=[CategoryRisk.model_validate(row) for row in answers["categories"].rows],
        components=_components(answers["components"].row),
        customers=RiskiestCustomers(
            items=[RiskRow.model_validate(row) for row in answers["customers"].rows],
            page=page,
            page_size=page_size,
            total=answers["customers.total"].row["total"],
        ),
        sources=answers.sources,
    )


def _components(averages: Row) -> list[ComponentRisk]:
    table = table_named("risk_scoring")
    most: dict[str, Any] = {t.name.removesuffix(" at most"): t.value for t in table.thresholds}
    return [
        ComponentRisk(
            component=name,
            average_points=averages[name] or Decimal(0),
            most_points=most[name],
            meaning=table.columns[name].comment,
        )
        for name in COMPONENTS
    ]

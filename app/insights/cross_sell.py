"""Cross-sell: what to offer to whom, and what it would bring."""

from __future__ import annotations

from app.insights.cross_sell_schemas import (
    CrossSell,
    Opportunities,
    Opportunity,
    OpportunityGroup,
    OpportunityKind,
    Priority,
)
from app.insights.views import Question, Views
from lakehouse.serving.figures.cross_sell import BY_OPPORTUNITY, TOTAL

VIEW = "vw_cross_sell"

ROW = """\
SELECT customer_id, full_name, opportunity, recommendation, reason, estimated_annual_revenue,
    priority, preferred_contact, marketing_opt_in
FROM vw_cross_sell"""

OF_CUSTOMER = (
    ROW
    + """
WHERE customer_id = $1
ORDER BY estimated_annual_revenue DESC, opportunity"""
)


CHOSEN = """
WHERE (CAST($1 AS VARCHAR) IS NULL OR opportunity = $1)
    AND (CAST($2 AS VARCHAR) IS NULL OR priority = $2)"""

OFFERS = f"""\
{ROW}{CHOSEN}
ORDER BY estimated_annual_revenue DESC NULLS LAST, customer_id, opportunity
LIMIT $3 OFFSET $4"""

FOUND = f"SELECT count(*) AS total\nFROM vw_cross_sell{CHOSEN}"


def cross_sell_overview(
    views: Views,
    opportunity: OpportunityKind | None,
    priority: Priority | None,
    page: int,
    page_size: int,
) -> CrossSell:
    """Opportunities by kind, and one page of the offers chosen."""
    chosen, place = (opportunity, priority), (page_size, (page - 1) * page_size)
    answers = views.ask(
        Question("total", VIEW, TOTAL),
        Question("by_opportunity", VIEW, BY_OPPORTUNITY),
        Question("offers", VIEW, OFFERS, (*chosen, *place)),
        Question("offers.total", VIEW, FOUND, chosen),
    )
    return CrossSell(
        **answers["total"].row,
        by_opportunity=[
            OpportunityGroup.model_validate(row) for row in answers["by_opportunity"].rows
        ],
        offers=Opportunities(
            items=[Opportunity.model_validate(row) for row in answers["offers"].rows],
            page=page,
            page_size=page_size,
            total=answers["offers.total"].row["total"],
        ),
        sources=answers.sources,
    )

"""Claims: what they have in common, and those that look like fraud."""

from __future__ import annotations

from typing import get_args

from app.insights.claims_schemas import (
    ClaimGroup,
    ClaimRow,
    Claims,
    FlagCount,
    FraudFlag,
    SuspectedClaims,
)
from app.insights.views import Answer, Question, Row, Views
from app.tracker.wording import flag_meaning
from lakehouse.serving.figures.claims import FRAUD, GROUPS, TOTAL, grouped

VIEW = "vw_claims_analytics"
FLAGS: tuple[FraudFlag, ...] = get_args(FraudFlag)

CLAIM = """\
SELECT claim_id, claim_number, customer_id, pet_name, species, plan_name, provider_id,
    provider_name, is_in_network, claim_type, claim_category, diagnosis_code, service_date,
    submitted_date, status, denial_reason, claim_amount, paid_amount, out_of_pocket, size_band,
    is_emergency, is_repeated_invoice, is_early_claim, is_amount_outlier, is_claim_burst,
    is_provider_ring, suspected_fraud
FROM vw_claims_analytics"""

SUSPECTED = (
    CLAIM
    + """
WHERE suspected_fraud
ORDER BY service_date DESC, claim_id
LIMIT $1 OFFSET $2"""
)
SUSPECTED_TOTAL = "SELECT count(*) AS total FROM vw_claims_analytics WHERE suspected_fraud"


def claims_overview(views: Views, page: int, page_size: int) -> Claims:
    """All claims by what they have in common, and one page of the suspected ones."""
    place = (page_size, (page - 1) * page_size)
    answers = views.ask(
        Question("total", VIEW, TOTAL),
        *(Question(part, VIEW, grouped(*group)) for part, group in GROUPS.items()),
        Question("fraud_flags", VIEW, FRAUD),
        Question("suspected", VIEW, SUSPECTED, place),
        Question("suspected.total", VIEW, SUSPECTED_TOTAL),
    )
    suspected = [claim_row(row) for row in answers["suspected"].rows]
    total = answers["suspected.total"].row["total"]
    return Claims(
        total=ClaimGroup.model_validate(answers["total"].row),
        **{part: _groups(answers[part]) for part in GROUPS},
        fraud_flags=[_flag(row) for row in answers["fraud_flags"].rows],
        suspected=SuspectedClaims(items=suspected, page=page, page_size=page_size, total=total),
        sources=answers.sources,
    )


def claim_row(row: Row) -> ClaimRow:
    """A claim with its signs of fraud by name."""
    return ClaimRow.model_validate(row | {"fraud_flags": [flag for flag in FLAGS if row[flag]]})


def _groups(answer: Answer) -> list[ClaimGroup]:
    return [ClaimGroup.model_validate(row) for row in answer.rows]


def _flag(row: Row) -> FlagCount:
    return FlagCount.model_validate(row | {"meaning": flag_meaning(row["flag"])})

"""Key figures: the business as a whole, by month, and against the time before."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.insights.kpis_schemas import Comparison, Figure, Headline, Kpis, Month, Unit
from app.insights.views import Answers, Question, Row, Views
from lakehouse.serving.figures.kpis import (
    CUSTOMERS,
    MONTHS,
    PROCESSING,
    TOTALS,
    change,
    first_open_day,
)

UNITS: dict[Figure, Unit] = {
    "total_claims": "count",
    "total_claim_amount": "usd",
    "total_paid_amount": "usd",
    "average_claim_amount": "usd",
    "earned_premium": "usd",
    "loss_ratio": "percent",
    "approval_rate": "percent",
    "average_processing_days": "days",
    "customers": "count",
    "active_policies": "count",
}


def key_figures(views: Views, as_of: date) -> Kpis:
    """The key figures of a lake whose data runs up to `as_of`."""
    over = first_open_day(as_of)
    answers = views.ask(
        Question("headline", "vw_monthly_kpis", TOTALS, (over,)),
        Question("headline.average_processing_days", "vw_claims_analytics", PROCESSING, (over,)),
        Question("headline.customers", "vw_customer_360", CUSTOMERS, (over,)),
        Question("months", "vw_monthly_kpis", MONTHS),
    )
    periods = _by_period(answers)
    return Kpis(
        as_of=as_of,
        last_month=f"{over - timedelta(days=1):%Y-%m}",
        headline=[_headline(figure, unit, periods) for figure, unit in UNITS.items()],
        months=[Month.model_validate(row) for row in answers["months"].rows],
        sources=answers.sources,
    )


def _by_period(answers: Answers) -> dict[str, Row]:
    """Every figure by period."""
    periods: dict[str, Row] = {
        name: {} for name in ("all", "month", "month_before", "year", "year_before")
    }
    for part in ("headline", "headline.average_processing_days"):
        for row in answers[part].rows:
            periods[row["period"]] |= row
    now = answers["headline.customers"].row
    periods["all"] |= {"customers": now["customers"], "active_policies": now["active_policies"]}
    ends = {"month": "month", "month_before": "month_before", "year": "month"}
    for period, end in (ends | {"year_before": "year_before"}).items():
        periods[period]["customers"] = now[end]
    return periods


def _headline(figure: Figure, unit: Unit, periods: dict[str, Row]) -> Headline:
    def compared(period: str) -> Comparison:
        current, previous = (
            _exact(periods[name].get(figure)) for name in (period, f"{period}_before")
        )
        changed = change(current, previous, points=unit == "percent")
        return Comparison(current=current, previous=previous, change=changed)

    return Headline(
        figure=figure,
        unit=unit,
        value=_exact(periods["all"].get(figure)),
        month=compared("month"),
        year=compared("year"),
    )


def _exact(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))

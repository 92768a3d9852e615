"""Statements: all that a visit to the dashboard asks, page after page, each once."""

from __future__ import annotations

from dashboards.bi.cross_sell_page import FIRST
from dashboards.bi.months import Calendar, at
from dashboards.bi.providers_page import BY_STATE, PEERS
from dashboards.bi.risk_page import CHURN, RISKIEST
from lakehouse.serving.figures.claims import BY_COST, FRAUD, GROUPS, grouped
from lakehouse.serving.figures.cross_sell import BY_OPPORTUNITY
from lakehouse.serving.figures.kpis import CUSTOMERS, MONTHS, PROCESSING, TOTALS
from lakehouse.serving.figures.providers import NETWORK, TIERS
from lakehouse.serving.figures.risk import AVERAGES, CATEGORIES


def visit(of: Calendar) -> tuple[str, ...]:
    """The statements of one visit that looks at every page."""
    return (
        *(at(sql, of.open_from) for sql in (TOTALS, PROCESSING, CUSTOMERS)),
        MONTHS,
        grouped(*BY_COST),
        grouped(*GROUPS["by_status"]),
        grouped(*GROUPS["by_size_band"]),
        FRAUD,
        CATEGORIES,
        AVERAGES,
        CHURN,
        RISKIEST,
        BY_OPPORTUNITY,
        FIRST,
        BY_STATE,
        NETWORK,
        TIERS,
        PEERS,
    )

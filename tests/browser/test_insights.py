"""Insights: every figure on every page is what SQL says of the same lake."""

from __future__ import annotations

import re
from typing import Any

import pytest

from lakehouse.settings import Settings
from tests.browser.figures import figures_of
from tests.browser.pages import settle
from tests.browser.people import ANALYST
from tests.browser.travelling import Travel
from tests.browser.visits import Visits

COMPARED = re.compile(r"kpis\.\w+\.(month|year)(\.change)?")
"""Key figures against an earlier time: made of the months, which are compared themselves."""
AREAS = {
    "/insights": 10,
    "/insights/customers": 30,
    "/insights/customers/DEMO-002": 8,
    "/insights/claims": 30,
    "/insights/risk": 15,
    "/insights/cross-sell": 15,
    "/insights/providers": 30,
}
"""Each page with how many figures it shows at least."""


@pytest.fixture(scope="module")
def truth(lake: Settings, travelled: Travel) -> dict[str, Any]:
    """Every figure by its name, from SQL."""
    return figures_of(lake)


@pytest.mark.parametrize("path", AREAS)
def test_every_figure_is_what_sql_says(visits: Visits, truth: dict[str, Any], path: str) -> None:
    page = visits.as_(ANALYST, path)
    settle(page)
    figures = page.locator("[data-value]").evaluate_all(
        "all => all.map(one => [one.dataset.testid, one.dataset.value])"
    )
    shown = {name: text for name, text in figures if not COMPARED.fullmatch(name)}
    assert len(shown) >= AREAS[path]
    numbers = {name: float(text) if text else None for name, text in shown.items()}
    assert numbers == {name: _number(truth[name]) for name in shown}


def _number(value: Any) -> float | None:
    return None if value is None else float(value)

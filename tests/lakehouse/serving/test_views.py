"""The view model: one view a gold table, all of its columns by name."""

from __future__ import annotations

import pytest
import sqlglot
from sqlglot import exp

from lakehouse.serving import View, views
from lakehouse.tables import layer_tables

VIEWS = list(views().values())


def test_six_views_serve_the_six_gold_tables() -> None:
    assert sorted(views()) == [
        "vw_claims_analytics",
        "vw_cross_sell",
        "vw_customer_360",
        "vw_monthly_kpis",
        "vw_provider_performance",
        "vw_risk_scoring",
    ]
    assert {view.table.name for view in VIEWS} == {table.name for table in layer_tables("gold")}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_view_names_every_column_of_its_table_in_its_order(view: View) -> None:
    body = sqlglot.parse_one(view.body, read="duckdb")
    assert isinstance(body, exp.Select)
    assert body.named_selects == list(view.table.all_columns)
    assert [table.sql() for table in body.find_all(exp.Table)] == [view.table.full_name]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_column_of_a_view_says_what_it_is(view: View) -> None:
    assert [name for name, column in view.columns.items() if not column.comment] == []

"""Views, rows and impact: what people query, what decides rows, what a dropped column takes."""

from __future__ import annotations

import pytest

from lakehouse.errors import UnknownColumn
from lakehouse.lineage import ColumnRef, Lineage, downstream, impact_of_dropping, upstream
from lakehouse.serving.views import views


def test_every_column_of_every_view_comes_from_that_of_its_table(lineage: Lineage) -> None:
    for view in views().values():
        table = f"gold.{view.table.name}"
        for name in view.columns:
            nearest = upstream(lineage, ColumnRef(view.name, name)).reached[0]
            assert nearest.column == ColumnRef(table, name)
            assert nearest.influence == "direct"


def test_a_view_column_is_followed_down_to_the_source_file(lineage: Lineage) -> None:
    trace = upstream(lineage, lineage.column("vw_customer_360.email"))
    assert [str(one.column) for one in trace.reached] == [
        "gold.customer_360_view.email",
        "silver.dim_customers.email",
        "bronze.customers_raw.email",
        "raw/customers.csv.email",
    ]
    assert [one.distance for one in trace.reached] == [1, 2, 3, 4]


def test_a_source_column_is_followed_up_to_the_views(lineage: Lineage) -> None:
    trace = downstream(lineage, lineage.column("raw/customers.csv.email"))
    assert trace.of("vw_customer_360") == {"email"}
    assert "silver.dim_customers" in trace.datasets
    assert "silver.dim_providers" not in trace.datasets


def test_rows_hinge_on_verdicts_joins_and_groups(lineage: Lineage) -> None:
    deciding = {
        (str(row.source), kind)
        for row in lineage.rows
        if row.target == "gold.customer_360_view"
        for kind in row.kinds
    }
    tables = ("dim_customers", "dim_pets", "dim_policies", "fact_claims")
    for table in tables:
        assert (f"silver.{table}._is_valid", "filter") in deciding
        assert (f"silver.{table}._is_duplicate", "filter") in deciding
        assert (f"silver.{table}.customer_id", "join") in deciding
    for table in tables[1:]:
        assert (f"silver.{table}.customer_id", "group_by") in deciding


def test_a_count_of_rows_comes_from_no_column_but_from_what_decides_about_rows(
    lineage: Lineage,
) -> None:
    column = lineage.column("gold.customer_360_view.total_pets")
    assert upstream(lineage, column).reached == ()
    assert "customer_id" in upstream(lineage, column, rows=True).of("silver.dim_pets", "rows")


def test_dropping_a_column_takes_along_all_that_is_computed_with_it(lineage: Lineage) -> None:
    impact = impact_of_dropping(lineage, lineage.column("silver.fact_claims.paid_amount"))
    assert impact.readers == (
        "gold.claims_analytics",
        "gold.cross_sell_recommendations",
        "gold.customer_360_view",
        "gold.monthly_kpis",
        "gold.provider_performance",
        "gold.risk_scoring",
    )
    assert impact.views == tuple(name for name in lineage.datasets if name in views())
    taken = {str(one.column) for one in impact.columns}
    assert {"vw_monthly_kpis.loss_ratio", "gold.risk_scoring.loss_points"} <= taken
    assert "vw_monthly_kpis.total_claim_amount" not in taken


def test_dropping_a_key_ends_whole_tables(lineage: Lineage) -> None:
    impact = impact_of_dropping(lineage, lineage.column("silver.dim_pets.customer_id"))
    assert "gold.customer_360_view" in {row.target for row in impact.rows}
    assert "vw_customer_360" in impact.views
    assert "vw_provider_performance" not in impact.views


def test_dropping_what_nobody_reads_takes_nothing_along(lineage: Lineage) -> None:
    impact = impact_of_dropping(lineage, lineage.column("vw_customer_360.email"))
    assert impact.datasets == ()
    assert impact.columns == ()


def test_the_graph_of_tables_is_that_of_the_functions_inputs(lineage: Lineage) -> None:
    from lakehouse.tables import tables

    edges = {(edge.source, edge.target) for edge in lineage.tables()}
    for table in tables().values():
        for name in table.inputs:
            if table.layer == "gold" or name == table.inputs[0]:
                pair = (f"{tables()[name].layer}.{name}", f"{table.layer}.{table.name}")
                assert pair in edges


def test_tables_and_views_may_be_named_as_in_sql(lineage: Lineage) -> None:
    column = lineage.column("petinsure_gold.risk_scoring.risk_score")
    assert column == ColumnRef("gold.risk_scoring", "risk_score")


def test_an_unknown_column_is_answered_by_the_nearest(lineage: Lineage) -> None:
    with pytest.raises(UnknownColumn, match=r"did you mean vw_risk_scoring\.risk_score\?"):
        lineage.column("vw_risk_scoring.risk_scores")

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from typing import Any

import pandas as pd
import pytest
from streamlit.util import calc_hash

from dashboards import show
from dashboards.bi.executive import FIGURES
from dashboards.bi.months import OPEN, OVER, Calendar, calendar
from dashboards.bi.statements import visit
from dashboards.bi.states import tiles
from dashboards.sql import pruning
from dashboards.sql.result_chart import chart, first_guess
from dashboards.steps.part4_sql.bi_dashboard import PAGES
from dashboards.storage_tree import written_size
from kit.services.ports import any_free_port
from lakehouse.serving import query, views
from lakehouse.serving.figures.kpis import first_open_day
from lakehouse.serving.synapse import create_view
from tests.app.server import Portal
from tests.dashboards.conftest import Window, elsewhere
from tests.lakehouse.lakes import rows_of

RECORD = ["column", "value"]


def metrics(window: Window) -> dict[str, str]:
    """What the tiles of the page say."""
    return {each.label: str(each.value) for each in window.app.metric}


def run(window: Window, sql: str) -> None:
    """Write a statement and run it."""
    window.app.text_area(key="sql-text").set_value(sql)
    window.press("do-sql")


def test_a_claim_written_as_a_formula_leaves_as_text() -> None:
    rows = pd.DataFrame({"note": ['=HYPERLINK("x")', "@sum", "well, -5"], "amount": [-1.5, 2, 3]})
    read = pd.read_csv(BytesIO(show.csv(rows)))
    assert read["note"].tolist() == ['\'=HYPERLINK("x")', "'@sum", "well, -5"]
    assert read["amount"].tolist() == [-1.5, 2, 3]


def test_the_console_opens_with_the_demo_customer_and_tells_what_the_row_costs(
    stage: Portal,
) -> None:
    window = Window("sql-console")
    sql = str(window.app.text_area(key="sql-text").value)
    assert sql == "SELECT *\nFROM vw_customer_360\nWHERE customer_id = 'DEMO-002'"
    window.press("do-sql")
    (record,) = [t.value for t in window.app.dataframe if list(t.value.columns) == RECORD]
    row = dict(zip(record["column"], record["value"], strict=True))
    (truth,) = [
        row
        for row in rows_of(stage.settings, "customer_360_view").to_pylist()
        if row["customer_id"] == "DEMO-002"
    ]
    assert row["full_name"] == truth["full_name"]
    assert row["total_claim_amount"] == str(truth["total_claim_amount"])
    scanned = query(stage.settings, sql).bytes_scanned
    assert scanned is not None
    assert metrics(window)["bytes scanned"] == written_size(scanned)
    assert metrics(window)["Synapse would bill"] == "10 MB"
    assert metrics(window)["that is about"] == "$0.000048"


def test_who_just_claimed_is_a_sample_of_their_own(stage: Portal) -> None:
    client = stage.maya()
    scenarios = {each["key"]: each["draft"] for each in client.get("/api/scenarios").json()}
    draft = scenarios["ear-infection"]
    claim_id = client.post("/api/claims", json=draft).json()["id"]
    window = Window("sql-console")
    window.viewer.claim_id = claim_id
    window.look()
    assert f"{claim_id} is not in gold yet" in window.text
    window.app.button_group(key="sql-sample").set_value("My customer")
    window.look()
    assert "WHERE customer_id = 'DEMO-001'" in str(window.app.text_area(key="sql-text").value)
    window.app.button_group(key="sql-sample").set_value("My claim")
    window.look()
    assert f"WHERE claim_id = '{claim_id}'" in str(window.app.text_area(key="sql-text").value)


def test_a_refusal_is_one_sentence_and_the_console_goes_on(stage: Portal) -> None:
    window = Window("sql-console")
    for sql, said in (
        ("DELETE FROM vw_customer_360", "DELETE FROM is for Spark"),
        ("SELECT * FROM read_csv('/etc/passwd')", "read_csv"),
        ("SELECT nothing FROM vw_cross_sell", "nothing"),
        ("SELECT 1; SELECT 2", "more than one statement"),
    ):
        run(window, sql)
        [error] = [str(each.value) for each in window.app.error]
        assert said in error
        assert "\n" not in error
        assert "Traceback" not in window.text
    run(window, "SELECT TOP 2 [claim_id] FROM dbo.vw_claims_analytics ORDER BY [claim_id]")
    assert not window.app.error
    assert metrics(window)["rows"] == "2"


def test_more_rows_than_are_shown_are_said_to_be_more(stage: Portal) -> None:
    window = Window("sql-console")
    run(window, "SELECT * FROM range(5000)")
    assert metrics(window)["rows"] == "1,000 of more"
    assert "Cut off at 1,000 rows" in window.text


def test_what_was_written_is_there_when_one_comes_back_and_not_in_the_other_editor(
    stage: Portal,
) -> None:
    window = Window("sql-console")
    run(window, "SELECT 42 AS answer")
    _go(window, "free-sql")
    assert "answer" not in str(window.app.text_area(key="sql-text").value)
    assert "rows" not in metrics(window)
    _go(window, "sql-console")
    assert window.app.text_area(key="sql-text").value == "SELECT 42 AS answer"
    assert metrics(window)["rows"] == "1"


def _go(window: Window, key: str) -> None:
    """Go to another page in the same window."""
    window.app._page_hash = calc_hash(key)
    window.look()


def test_sql_goes_on_without_engine_and_portal_and_without_storage_shows_what_was(
    stage: Portal,
) -> None:
    silent = any_free_port(stage.settings.host)
    with elsewhere(stage, spark_port=silent, app_port=silent):
        window = Window("sql-console")
        run(window, "SELECT count(*) AS claims FROM vw_claims_analytics")
        assert metrics(window)["rows"] == "1"
        assert not window.app.error
    with elsewhere(stage, azurite_port=silent):
        window = Window("sql-console")
        assert "**Azure storage does not answer.**" in window.text
        assert "not run now" in window.text
        assert "SELECT count(*) AS claims" in window.text
        assert not window.app.error


def test_the_schema_tree_shows_every_view_with_its_columns_and_comments(stage: Portal) -> None:
    window = Window("sql-console")
    shown = [t.value for t in window.app.dataframe if "column" in t.value.columns]
    trees = {tuple(tree["column"]): tree for tree in shown if "comment" in tree.columns}
    for view in views().values():
        tree = trees[tuple(view.columns)]
        comments = [column.comment for column in view.columns.values()]
        assert tree["comment"].tolist() == comments
        assert tree["type"].notna().all()


def test_a_chart_goes_along_time_across_names_and_against_numbers() -> None:
    rows = pd.DataFrame(
        {
            "year_month": ["2026-01", "2026-02"],
            "name": ["b", "a"],
            "amount": [Decimal("2.50"), Decimal("1.25")],
            "claims": [3, 4],
        }
    )
    assert first_guess(rows, "year_month") == "line"
    assert first_guess(rows, "name") == "bars"
    assert first_guess(rows, "claims") == "points"
    drawn = chart(rows, "name", "amount", "bars").data
    assert drawn["x"].tolist() == ["b", "a"]
    assert drawn["y"].tolist() == [2.5, 1.25]


def test_fewer_columns_read_fewer_bytes_and_both_were_executed(stage: Portal) -> None:
    window = Window("bytes-scanned")
    window.app.multiselect(key="pruned-columns-vw_claims_analytics").set_value(["status"])
    window.look()
    whole, few = (
        query(stage.settings, sql).bytes_scanned
        for sql in (
            "SELECT * FROM vw_claims_analytics",
            "SELECT status FROM vw_claims_analytics",
        )
    )
    assert whole
    assert few
    assert few < whole / 10
    said = [str(m.value) for m in window.app.metric if m.label == "bytes scanned"]
    assert said == [written_size(whole), written_size(few)]
    assert f"{whole - few:,} bytes less" in window.text
    sizes = pruning.column_bytes(views()["vw_claims_analytics"])
    assert sizes["bytes"].sum() == whole
    assert dict(zip(sizes["column"], sizes["bytes"], strict=True))["status"] == few


def test_a_larger_lake_is_billed_by_whole_megabytes_from_ten_on() -> None:
    # 2 MB in all and half a MB in the few columns, at 5 dollars a TB of 1,048,576 MB.
    grown = pruning.grown(2 * 1024 * 1024, 512 * 1024, 5.0)
    assert grown["MB, all"].tolist() == [10, 20, 200, 2_000, 20_000]
    assert grown["MB, few"].tolist() == [10, 10, 50, 500, 5_000]
    assert grown["$, all"].tolist()[-1] == pytest.approx(1000 * 20_000 * 5 / 1_048_576)


def test_synapse_is_told_the_same_view(stage: Portal) -> None:
    window = Window("views-on-synapse")
    texts = [str(each.value) for each in window.app.code]
    view = views()["vw_monthly_kpis"]
    assert view.body in texts
    assert create_view(view, stage.settings.account) in texts
    assert any("SELECT TOP 5 [month]" in text for text in texts)
    assert len(window.app.dataframe[0].value) == 5


def test_the_key_figures_are_those_of_twelve_whole_months(stage: Portal) -> None:
    open_from = calendar().open_from
    assert open_from == first_open_day(calendar().as_of)
    months = rows_of(stage.settings, "monthly_kpis").to_pylist()
    year = _totals([m for m in months if _back(open_from, 12) <= m["month"] < open_from])
    before = _totals(
        [m for m in months if _back(open_from, 24) <= m["month"] < _back(open_from, 12)]
    )
    # The views' answer has two decimals, and the page shows one of them.
    ratios = [rounded(100 * each["paid"] / each["earned"], 2) for each in (year, before)]
    approved = rounded(Decimal(100) * year["approved"] / year["decided"], 2)
    window = Window("bi-dashboard")
    said = metrics(window)
    assert said["Claims"] == f"{year['claims']:,}"
    assert said["Premium earned"] == f"${year['earned']:,.0f}"
    assert said["Paid to customers"] == f"${year['paid']:,.0f}"
    assert said["Loss ratio"] == f"{rounded(ratios[0], 1)} %"
    assert said["Approved"] == f"{rounded(approved, 1)} %"
    customers = rows_of(stage.settings, "customer_360_view").to_pylist()
    now = sum(
        c["customer_since"] is not None and c["customer_since"] < open_from for c in customers
    )
    assert said["Customers"] == f"{now:,}"
    [ratio] = [m for m in window.app.metric if m.label == "Loss ratio"]
    assert ratio.delta == f"{rounded(ratios[0] - ratios[1], 1):+} points"
    assert len(said) == len(FIGURES)


def rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _totals(months: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "claims": sum(m["total_claims"] for m in months),
        "earned": sum(m["earned_premium"] for m in months),
        "paid": sum(m["total_paid_amount"] for m in months),
        "approved": sum(m["approved_claims"] for m in months),
        "decided": sum(m["approved_claims"] + m["denied_claims"] for m in months),
    }


def _back(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def test_months_that_are_not_over_are_told_apart_and_end_the_lines() -> None:
    rows = pd.DataFrame({"year_month": ["2026-09", "2026-10", "2026-11", "2026-12"]})
    of = Calendar(as_of=date(2026, 11, 25), open_from=first_open_day(date(2026, 11, 25)))
    assert of.last_month == "2026-10"
    assert of.marked(rows)["state"].tolist() == [OVER, OVER, OPEN, OPEN]
    assert of.whole(rows)["year_month"].tolist() == ["2026-09", "2026-10"]


def test_every_page_of_the_dashboard_says_what_the_tables_hold(stage: Portal) -> None:
    window = Window("bi-dashboard")
    behind = {page: _behind(window, page) for page in PAGES}
    claims = rows_of(stage.settings, "claims_analytics").to_pylist()
    for told in behind["Claims"]:
        if {"name", "claims"} <= set(told.columns):
            assert told["claims"].sum() == len(claims)
            assert told["claim_amount"].sum() == sum(c["claim_amount"] for c in claims)
    [signs] = [t for t in behind["Claims"] if "flag" in t.columns]
    for flag, number in zip(signs["flag"], signs["claims"], strict=True):
        assert number == sum(bool(c[flag]) for c in claims)

    customers = rows_of(stage.settings, "customer_360_view").to_pylist()
    [categories] = [t for t in behind["Risk"] if "category" in t.columns]
    assert categories["customers"].sum() == len(customers)
    [churn] = [t for t in behind["Risk"] if "churn_risk" in t.columns]
    assert churn["customers"].sum() == len(customers)

    offers = rows_of(stage.settings, "cross_sell_recommendations").to_pylist()
    kinds = behind["Cross-sell"][0]
    for kind, number, revenue in zip(
        kinds["opportunity"], kinds["customers"], kinds["estimated_annual_revenue"], strict=True
    ):
        of_kind = [o["estimated_annual_revenue"] for o in offers if o["opportunity"] == kind]
        assert (number, revenue) == (len(of_kind), sum(of_kind))

    providers = rows_of(stage.settings, "provider_performance").to_pylist()
    [by_state] = [t for t in behind["Providers"] if {"state", "billed"} <= set(t.columns)]
    assert by_state["providers"].sum() == len(providers)
    assert by_state["claims"].sum() == sum(p["total_claims"] for p in providers)
    assert set(by_state["state"].dropna()) <= set(tiles()["state"])


def test_the_bill_knows_every_statement_of_the_dashboard(stage: Portal) -> None:
    window = Window("bi-dashboard")
    asked = set()
    for page in PAGES:
        window.app.button_group(key="bi-page").set_value(page)
        window.look()
        asked |= {str(each.value) for each in window.app.code}
    assert asked == set(visit(calendar()))


def _behind(window: Window, page: str) -> list[pd.DataFrame]:
    """The answers behind a page's panels; each has its SQL beside it, which asks a view."""
    window.app.button_group(key="bi-page").set_value(page)
    window.look()
    assert not window.app.error
    statements = [str(each.value) for each in window.app.code]
    assert statements
    assert all("FROM vw_" in text for text in statements)
    return [each.value for each in window.app.dataframe]


def test_the_map_has_each_state_and_the_capital_once() -> None:
    found = tiles()
    assert len(found) == found["state"].nunique() == 51
    assert not found.duplicated(["row", "column"]).any()

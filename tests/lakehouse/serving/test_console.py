"""The console on a lake: what it answers, on Azurite and in a folder."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal

import pyarrow as pa
import pytest

from lakehouse.errors import LakeEmpty, PetInsureError, QueryRefused
from lakehouse.serving import Console, query, views
from lakehouse.settings import Settings
from lakehouse.tables import tables
from tests.lakehouse.serving.delta_tables import row, write, write_arrow

DEMO = "SELECT * FROM vw_customer_360 WHERE customer_id = 'DEMO-002'"


def test_the_demo_customer_comes_as_one_rich_row(console: Console) -> None:
    answer = console.query(DEMO)
    assert answer.columns == tuple(views()["vw_customer_360"].columns)
    [found] = answer.rows
    values = dict(zip(answer.columns, found, strict=True))
    assert values["customer_id"] == "DEMO-002"
    assert values["annual_premium"] == Decimal("12.50")
    assert values["customer_since"] == date(2025, 5, 1)
    assert values["_gold_processed_at"] == datetime(2025, 7, 1, 12, tzinfo=UTC)


def test_parameters_are_values_and_never_sql(console: Console) -> None:
    named = "SELECT customer_id FROM vw_customer_360 WHERE customer_id = $1"
    assert console.query(named, parameters=["DEMO-002"]).rows == [("DEMO-002",)]
    assert console.query(named, parameters=["' OR '1' = '1"]).rows == []
    many = "SELECT customer_id FROM vw_customer_360 WHERE customer_id IN (SELECT unnest($1))"
    assert len(console.query(many, parameters=[["DEMO-001", "DEMO-002"]]).rows) == 2
    with pytest.raises(QueryRefused, match="parameter"):
        console.query(named)


def test_types_are_those_of_the_declaration(console: Console) -> None:
    answer = console.query("SELECT customer_id, total_pets, annual_premium FROM customer_360")
    assert answer.types == ("VARCHAR", "INTEGER", "DECIMAL(12,2)")


@pytest.mark.parametrize("name", sorted(views()))
def test_every_view_answers(console: Console, name: str) -> None:
    assert len(console.query(f"SELECT * FROM {name}").rows) == 3


@pytest.mark.parametrize("name", [table.full_name for table in tables().values()])
def test_every_table_answers(console: Console, name: str) -> None:
    assert len(console.query(f"SELECT * FROM {name}").rows) == 3


@pytest.mark.parametrize(
    "name",
    [
        "customer_360",
        "Customer_360_VIEW",
        "petinsure_gold.customer_360",
        "PETINSURE_GOLD.customer_360_view",
        "dbo.vw_customer_360",
        "[dbo].[vw_customer_360]",
        "main.vw_customer_360",
        '"vw_customer_360"',
    ],
)
def test_the_customer_table_has_these_names(console: Console, name: str) -> None:
    answer = console.query(f"SELECT customer_id FROM {name} ORDER BY customer_id")
    assert answer.rows == [("CUST-003",), ("DEMO-001",), ("DEMO-002",)]


@pytest.mark.parametrize(
    ("statement", "rows"),
    [
        ("SELECT TOP 2 [customer_id] FROM [dbo].[vw_risk_scoring] ORDER BY [customer_id]", 2),
        ("select top (1) * from dbo.vw_risk_scoring r with (nolock)", 1),
        ("SELECT ISNULL(risk_score, 0), LEN(customer_id) FROM vw_risk_scoring", 3),
        ("SELECT customer_id FROM vw_risk_scoring WHERE customer_id LIKE 'DEMO%';", 2),
        ("WITH vw_risk_scoring AS (SELECT * FROM vw_risk_scoring) FROM vw_risk_scoring", 3),
        ("SELECT petinsure_gold.risk_scoring.customer_id FROM petinsure_gold.risk_scoring", 3),
        ("SELECT dbo.vw_risk_scoring.customer_id FROM dbo.vw_risk_scoring", 3),
        (
            "SELECT customer_id FROM risk_scoring UNION ALL SELECT customer_id FROM customer_360",
            6,
        ),
        ("VALUES (1), (2)", 2),
        ("FROM range(5)", 5),
        ("SELECT unnest(_rules_broken) FROM petinsure_silver.dim_pets LIMIT 2", 2),
    ],
)
def test_it_runs(console: Console, statement: str, rows: int) -> None:
    assert len(console.query(statement).rows) == rows


def test_it_asks_for_a_plan_a_description_and_a_summary(console: Console) -> None:
    assert "DELTA_SCAN" in console.query("EXPLAIN SELECT * FROM customer_360").rows[0][1]
    described = console.query("DESCRIBE vw_monthly_kpis")
    assert [column[0] for column in described.rows] == list(views()["vw_monthly_kpis"].columns)
    summary = console.query("SUMMARIZE vw_monthly_kpis")
    assert summary.rows[0][:4] == ("month", "DATE", "2025-01-01", "2025-03-01")


def test_no_more_rows_than_asked_for(console: Console) -> None:
    capped = console.query("SELECT * FROM range(50)", max_rows=10)
    assert (len(capped.rows), capped.truncated) == (10, True)
    whole = console.query("SELECT * FROM range(10)", max_rows=10)
    assert (len(whole.rows), whole.truncated) == (10, False)


def test_a_statement_without_end_is_stopped(console: Console) -> None:
    endless = "SELECT count(*) FROM range(10000000) a, range(10000000) b"
    with pytest.raises(QueryRefused, match=r"took more than 0\.3 s and was stopped"):
        console.query(endless, timeout=0.3)
    assert len(console.query(DEMO).rows) == 1


def test_a_column_that_is_not_there_brings_those_that_may_be_meant(console: Console) -> None:
    with pytest.raises(QueryRefused) as refused:
        console.query("SELECT custmer_id FROM vw_customer_360")
    message = str(refused.value)
    assert message.startswith('Referenced column "custmer_id" not found in FROM clause!')
    assert '"customer_id"' in message
    assert "\n" not in message


def test_a_function_that_is_not_there_brings_one_that_may_be_meant(console: Console) -> None:
    with pytest.raises(QueryRefused, match=r'name summ does not exist! Did you mean "sum"\?$'):
        console.query("SELECT summ(total_claims) FROM vw_customer_360")


def test_a_new_version_is_seen_by_the_next_statement(changing: Settings) -> None:
    write(changing, "risk_scoring", row("risk_scoring", customer_id="C1"))
    with Console(changing) as console:
        assert console.query("SELECT customer_id FROM vw_risk_scoring").rows == [("C1",)]
        write(changing, "risk_scoring", row("risk_scoring", customer_id="C2"))
        assert console.query("SELECT customer_id FROM vw_risk_scoring").rows == [("C2",)]


def test_a_table_is_seen_from_its_first_version_on(changing: Settings) -> None:
    with Console(changing) as console:
        with pytest.raises(LakeEmpty, match=r"^vw_risk_scoring is not in the lake yet; build it"):
            console.query("SELECT * FROM vw_risk_scoring")
        write(changing, "risk_scoring", row("risk_scoring"))
        assert len(console.query("SELECT * FROM vw_risk_scoring").rows) == 1


def test_an_empty_lake_says_how_to_fill_it(changing: Settings) -> None:
    with pytest.raises(
        LakeEmpty, match=r"^The lake has no tables yet; fill it with `./petinsure up`"
    ):
        query(changing, "SHOW TABLES")
    assert query(changing, "SELECT 1").rows == [(1,)]


def test_a_changed_table_is_shown_as_it_is_now(empty: Settings) -> None:
    write(empty, "dim_providers", row("dim_providers"))
    with Console(empty) as console:
        assert "_is_valid" in console.query("SELECT * FROM petinsure_silver.dim_providers").columns
        other = pa.table({"provider_id": ["V1"], "invented": [1]})
        write_arrow(empty, "dim_providers", other, schema_mode="overwrite")
        answer = console.query("SELECT * FROM petinsure_silver.dim_providers")
        assert (answer.columns, answer.rows) == (("provider_id", "invented"), [("V1", 1)])


def test_a_table_behind_its_declaration_says_what_to_do(empty: Settings) -> None:
    write_arrow(empty, "risk_scoring", pa.table({"customer_id": ["C1"]}))
    with pytest.raises(
        PetInsureError, match=r"^vw_risk_scoring serves a column that .*`./petinsure run`\.$"
    ):
        query(empty, "SELECT * FROM vw_risk_scoring")
    assert query(empty, "SELECT * FROM risk_scoring").rows == [("C1",)]
    assert query(empty, "SHOW TABLES FROM petinsure_gold").rows == [("risk_scoring",)]


def test_many_may_ask_one_console_at_a_time(console: Console) -> None:
    statements = [f"SELECT {n}, count(*) FROM {name}" for n in range(5) for name in views()]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda statement: console.query(statement).rows, statements))
    assert answers == [[(n, 3)] for n in range(5) for _ in views()]


def test_one_statement_needs_no_console(lake: Settings) -> None:
    assert len(query(lake, DEMO).rows) == 1

"""What SQL says of the lake itself: its tables, columns and comments."""

from __future__ import annotations

import pyarrow as pa
import pytest

from lakehouse.errors import QueryRefused
from lakehouse.serving import Console, query, views
from lakehouse.serving.relations import relations
from lakehouse.settings import Settings
from tests.lakehouse.serving.delta_tables import row, write, write_arrow

AS_IN_A_NOTEBOOK = """%sql
SELECT
    table_name,
    column_name,
    data_type,
    comment
FROM information_schema.columns
WHERE table_schema = 'petinsure_gold';
"""


def test_the_catalogue_query_of_a_notebook_runs_unchanged(console: Console) -> None:
    answer = console.query(AS_IN_A_NOTEBOOK)
    assert answer.columns == ("table_name", "column_name", "data_type", "comment")
    gold = [r for r in relations().values() if r.database == "petinsure_gold"]
    assert {(name, column, comment) for name, column, _, comment in answer.rows} == {
        (relation.name, name, column.comment)
        for relation in gold
        for name, column in relation.table.all_columns.items()
    }
    assert "customer_360" in {name for name, *_ in answer.rows}


def test_every_column_of_every_table_and_view_has_its_comment(console: Console) -> None:
    answer = console.query(
        "SELECT table_schema, table_name, column_name, comment FROM information_schema.columns",
        max_rows=10_000,
    )
    assert set(answer.rows) == {
        (relation.database, relation.name, name, column.comment)
        for relation in relations().values()
        for name, column in relation.table.all_columns.items()
    }


def test_tables_say_what_they_hold(console: Console) -> None:
    answer = console.query(
        "SELECT t.comment FROM information_schema.tables t WHERE t.table_name = 'vw_monthly_kpis'"
    )
    assert answer.rows == [
        (f"{views()['vw_monthly_kpis'].table.description} Grain: one row per calendar month.",)
    ]


def test_columns_join_with_tables(console: Console) -> None:
    answer = console.query(
        "SELECT columns.column_name FROM information_schema.columns "
        "JOIN information_schema.tables USING (table_schema, table_name) "
        "WHERE information_schema.columns.table_name = 'vw_cross_sell' AND ordinal_position = 1"
    )
    assert answer.rows == [("customer_id",)]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("SHOW TABLES", set(views())),
        ("SHOW TABLES FROM dbo", set(views())),
        ("show tables in petinsure_bronze", None),
    ],
)
def test_show_tables_lists_a_database(
    console: Console, statement: str, expected: set[str] | None
) -> None:
    bronze = {r.name for r in relations().values() if r.database == "petinsure_bronze"}
    assert {name for (name,) in console.query(statement).rows} == (expected or bronze)


def test_show_all_tables_lists_every_database(console: Console) -> None:
    answer = console.query("SHOW ALL TABLES")
    shown = {(database, name) for _, database, name, *_ in answer.rows}
    assert shown == set(relations())


def test_only_what_is_in_the_lake_is_listed(changing: Settings) -> None:
    write(changing, "monthly_kpis", row("monthly_kpis"))
    listed = query(changing, "SELECT table_name FROM information_schema.tables ORDER BY ALL").rows
    assert listed == [("monthly_kpis",), ("vw_monthly_kpis",)]


@pytest.mark.parametrize("name", ["schemata", "key_column_usage", "character_sets"])
def test_the_rest_of_the_catalogue_is_not_the_lakes(console: Console, name: str) -> None:
    with pytest.raises(QueryRefused, match=rf"^information_schema\.{name} cannot be read here; "):
        console.query(f"SELECT * FROM information_schema.{name}")


def test_a_column_added_later_is_listed(empty: Settings) -> None:
    columns = (
        "SELECT column_name FROM information_schema.columns "
        "WHERE table_name = 'dim_providers' AND column_name NOT LIKE '\\_%' ESCAPE '\\'"
    )
    write_arrow(empty, "dim_providers", pa.table({"provider_id": ["V1"]}))
    with Console(empty) as console:
        assert console.query(columns).rows == [("provider_id",)]
        added = pa.table({"provider_id": ["V1"], "invented": [1]})
        write_arrow(empty, "dim_providers", added, schema_mode="overwrite")
        assert console.query(columns).rows == [("provider_id",), ("invented",)]

"""Explore: what its pages say of the lake is what is declared and what is in it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
import pytest

from dashboards.dictionary.code import measures, shared_source, table_source
from dashboards.dictionary.entries import entries, found_tables
from dashboards.explore.dictionary import ALL
from dashboards.explore.free_sql import SAMPLES, SPARK
from dashboards.glossary import found as found_terms
from dashboards.glossary import terms
from dashboards.registry import pages, steps
from lakehouse.history import history
from lakehouse.serving import Console
from lakehouse.settings import PROJECT
from lakehouse.table import LAYERS
from lakehouse.tables import layer_tables, table_named, tables
from tests.app.server import Portal
from tests.dashboards.conftest import Window
from tests.lakehouse.lakes import rows_of


def grid(window: Window, column: str) -> pd.DataFrame:
    """The one grid of the page that has a column."""
    (found,) = [each.value for each in window.app.dataframe if column in each.value.columns]
    return pd.DataFrame(found)


def test_the_dictionary_is_the_declarations() -> None:
    assert found_tables(LAYERS) == list(tables().values())
    declared = [
        (t.name, n, c.type, c.comment) for t in tables().values() for n, c in t.all_columns.items()
    ]
    listed = [(e.table.name, e.name, e.column.type, e.column.comment) for e in entries(LAYERS)]
    assert listed == declared
    keys = {e.table.name: e.name for e in entries(LAYERS) if e.is_key}
    assert {name: table_named(name).keys[-1] for name in tables()} == keys
    assert all(e.column.comment for e in entries(LAYERS))


@pytest.mark.parametrize(
    ("words", "layers", "expected"),
    [
        ("loss ratio", LAYERS, {"customer_360_view", "monthly_kpis"}),
        ("MONTHLY loss_ratio", LAYERS, {"monthly_kpis"}),
        ("vw_risk_scoring", LAYERS, {"risk_scoring"}),
        ("microchip", ("silver",), {"dim_pets"}),
        ("no such thing", LAYERS, set()),
    ],
)
def test_words_find_tables_by_name_column_and_comment(
    words: str, layers: Any, expected: set[str]
) -> None:
    found = {table.name for table in found_tables(layers, words)}
    assert found >= expected
    assert bool(found) == bool(expected)


def test_the_page_shows_values_that_are_in_the_lake(stage: Portal) -> None:
    window = Window("dictionary")
    window.app.text_input(key="dictionary-words").set_value("fact_claims")
    window.look()
    (found,) = [each for each in window.app.selectbox if each.label == "Columns of"]
    assert found.options == [ALL, "fact_claims"]
    shown = grid(window, "values found").set_index("column")
    assert list(shown.index) == list(table_named("fact_claims").all_columns)
    types = Counter(
        str(v) for v in rows_of(stage.settings, "fact_claims")["claim_type"].to_pylist()
    )
    values = shown.loc["claim_type", "values found"].split(" · ")
    assert set(values) <= set(types)
    assert values
    window.app.text_input(key="dictionary-words").set_value("no such thing")
    window.look()
    assert "Nothing is called" in window.app.info[0].value


def test_every_silver_rule_has_its_number_of_broken_rows(stage: Portal) -> None:
    window = Window("tables")
    for table in layer_tables("silver"):
        window.app.selectbox(key="tables-table").set_value(table.name)
        window.look()
        shown = grid(window, "broken by")
        rows = rows_of(stage.settings, table.name)["_rules_broken"].to_pylist()
        counted = Counter(rule for row in rows for rule in row)
        assert dict(zip(shown["rule"], shown["broken by"], strict=True)) == {
            rule.name: counted[rule.name] for rule in table.all_rules
        }


def test_no_gold_row_breaks_a_constraint_or_the_grain(stage: Portal) -> None:
    window = Window("tables")
    for table in layer_tables("gold"):
        window.app.selectbox(key="tables-table").set_value(table.name)
        window.look()
        shown = grid(window, "broken by")
        assert set(table.constraints) < set(shown["constraint"])
        assert shown["broken by"].tolist() == [0] * len(shown)


@pytest.mark.parametrize("name", tables())
def test_the_code_shown_is_the_file_that_builds_the_table(name: str) -> None:
    table = table_named(name)
    source = table_source(table)
    file = PROJECT / source.place.partition(",")[0]
    assert source.text == file.read_text()
    assert f"def {name}(" in source.text
    assert "def " in shared_source(table).text


def test_a_measure_is_shown_with_its_source(stage: Portal) -> None:
    found = {source.name: source for source in measures(table_named("monthly_kpis"))}
    assert "loss_ratio" in found
    assert "def loss_ratio()" in found["loss_ratio"].text
    window = Window("tables")
    window.app.selectbox(key="tables-table").set_value("monthly_kpis")
    window.app.button_group(key="tables-section").set_value("Measures")
    window.look()
    assert "def loss_ratio()" in window.text


def test_versions_name_who_made_them(stage: Portal) -> None:
    window = Window("tables")
    window.app.button_group(key="tables-section").set_value("Versions")
    window.look()
    shown = grid(window, "operation")
    table = str(window.app.selectbox(key="tables-table").value)
    commits = history(stage.settings, table)
    assert shown["version"].tolist() == [commit.version for commit in commits] != []
    assert shown["by"].all()


def test_every_term_leads_to_a_page_that_exists() -> None:
    addresses = {step.key for step in steps()} | {page.key for page in pages()}
    everything = [term for field in terms().values() for term in field]
    assert {term.name: term.shown_on for term in everything if term.shown_on not in addresses} == {}
    names = [term.name.casefold() for term in everything]
    assert len(set(names)) == len(names)
    wanted = ("Lakehouse", "Medallion architecture", "Delta log", "Checkpoint", "Snapshot version")
    assert {name.casefold() for name in (*wanted, "Loss ratio", "Deductible")} <= set(names)
    assert [term.name for field in found_terms("transaction log").values() for term in field] == [
        "Delta log"
    ]


def test_a_term_opens_the_page_that_shows_it(stage: Portal) -> None:
    window = Window("glossary")
    window.app.text_input(key="glossary-words").set_value("deductible")
    window.look()
    assert "Deductible" in window.text
    assert "Delta log" not in window.text
    window.press("see-Deductible")
    assert window.title == "Data dictionary"


def test_every_sample_of_free_sql_has_rows(stage: Portal) -> None:
    with Console(stage.settings) as console:
        assert {
            name: bool(console.query(sql).rows) for name, sql in SAMPLES.items()
        } == dict.fromkeys(SAMPLES, True)


def test_free_sql_answers_by_the_console_and_by_spark(known_stage: Portal) -> None:
    window = Window("free-sql")
    window.app.button_group(key="sql-sample").set_value("Rules that rows break")
    window.look()
    window.press("do-sql")
    window.until(lambda: any("rule" in each.value.columns for each in window.app.dataframe))
    window.app.button_group(key="free-sql-by").set_value(SPARK)
    window.look()
    window.app.text_area(key="sql-free").set_value(
        "SELECT count(*) AS claims FROM petinsure_silver.fact_claims"
    )
    window.press("do-bench-free")
    window.until(lambda: any("claims" in each.value.columns for each in window.app.dataframe))
    many = rows_of(known_stage.settings, "fact_claims").num_rows
    assert grid(window, "claims")["claims"].tolist() == [many]
    window.app.text_area(key="sql-free").set_value("DELETE FROM petinsure_silver.fact_claims")
    window.press("do-bench-free")
    window.until(lambda: window.app.error)
    assert "not yours to change" in window.app.error[0].value
    assert rows_of(known_stage.settings, "fact_claims").num_rows == many

"""Declarations: every table says what it is, is tested, and stands in the data dictionary."""

from __future__ import annotations

import difflib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kit.dictionary import FILE, dictionary
from lakehouse.table import LAYERS, METADATA, Layer, Table
from lakehouse.tables import layer_tables, tables

HERE = Path(__file__).parent
NAMES = list(tables())
TESTED: tuple[Layer, ...] = ("silver", "gold")
"""Layers whose tables have a test file each; a bronze table does nothing of its own."""


def named(layer: Layer) -> list[str]:
    return [table.name for table in layer_tables(layer)]


def is_sentence(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z0-9].*[.]", text))


@pytest.mark.parametrize("name", NAMES)
def test_every_table_says_what_it_is(name: str) -> None:
    table = tables()[name]
    assert is_sentence(table.description)
    assert table.grain.startswith("one row per ")
    assert table.keys


@pytest.mark.parametrize("name", NAMES)
def test_every_column_has_a_comment_that_is_a_sentence(name: str) -> None:
    columns = tables()[name].all_columns
    assert [n for n, column in columns.items() if not is_sentence(column.comment)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_column_is_float(name: str) -> None:
    columns = tables()[name].all_columns
    assert [n for n, column in columns.items() if column.type in ("float", "double")] == []


@pytest.mark.parametrize("name", named("bronze"))
def test_a_bronze_table_is_the_delivered_text_and_nothing_else(name: str) -> None:
    table = tables()[name]
    delivered = object()
    assert table.build(delivered) is delivered
    assert table.name == f"{table.source}_raw"
    assert {column.type for column in table.columns.values()} == {"string"}


@pytest.mark.parametrize("name", named("silver"))
def test_a_silver_table_judges_every_row(name: str) -> None:
    table = tables()[name]
    rules = table.all_rules
    assert table.rules
    assert len({rule.name for rule in rules}) == len(rules)
    assert [rule.name for rule in rules if not rule.reason.endswith(".")] == []
    assert {rule.severity for rule in rules} <= {"error", "warning", "repair"}
    assert min(rule.points for rule in rules) > 0
    assert all(table.columns[key].required for key in table.keys)


@pytest.mark.parametrize("name", named("silver"))
def test_a_silver_table_reads_every_column_of_its_bronze_table(name: str) -> None:
    table = tables()[name]
    assert set(table.columns) == set(tables()[table.inputs[0]].columns)


@pytest.mark.parametrize("name", named("gold"))
def test_a_gold_table_is_served_as_a_view(name: str) -> None:
    table = tables()[name]
    assert re.fullmatch("vw_[a-z0-9_]+", table.view)
    assert table.aggregation
    assert [one.name for one in table.thresholds if not is_sentence(one.reason)] == []
    assert [one.name for one in table.thresholds if not one.unit] == []


def test_views_and_aliases_are_names_of_one_table_each() -> None:
    gold = layer_tables("gold")
    assert len({table.view for table in gold}) == len(gold)
    aliases = [table.alias for table in gold if table.alias]
    assert len({*aliases, *NAMES}) == len(aliases) + len(NAMES)


@pytest.mark.parametrize("layer", TESTED)
def test_every_table_has_a_test_file_and_every_test_file_a_table(layer: Layer) -> None:
    files = {path.name for path in (HERE / layer).glob("test_*.py")}
    assert files == {f"test_{name}.py" for name in named(layer)}


@pytest.mark.parametrize("layer", TESTED)
def test_every_test_file_asks_for_its_own_table(layer: Layer) -> None:
    for path in (HERE / layer).glob("test_*.py"):
        name = path.stem.removeprefix("test_")
        assert f'"{name}"' in path.read_text(), f"{path.name} does not build {name}"


@pytest.mark.parametrize("layer", LAYERS)
def test_metadata_columns_begin_with_an_underscore_and_business_columns_do_not(
    layer: Layer,
) -> None:
    assert all(name.startswith("_") for name in METADATA[layer])
    assert [name for table in layer_tables(layer) for name in _underscored(table)] == []


def test_the_committed_data_dictionary_is_that_of_the_declarations() -> None:
    committed, made = FILE.read_text().splitlines(), dictionary().splitlines()
    changes = "\n".join(difflib.unified_diff(committed, made, "committed", "declared", n=0))
    assert not changes, (
        f"run `.venv/bin/python -m kit.dictionary` and commit {FILE.name}:\n{changes}"
    )


ALL_AT_ONCE = """
from concurrent.futures import ThreadPoolExecutor
from lakehouse.tables import tables
with ThreadPoolExecutor(8) as pool:
    found = list(pool.map(lambda _: tables(), range(8)))
print(len({id(table) for each in found for table in each.values()}))
"""


def test_threads_that_ask_first_at_once_get_the_same_tables() -> None:
    asked = [sys.executable, "-c", ALL_AT_ONCE]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert int(said) == len(NAMES)


def _underscored(table: Table) -> list[str]:
    return [name for name in table.columns | table.enriched if name.startswith("_")]

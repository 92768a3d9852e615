"""The T-SQL for Synapse: the same columns, read from the Delta folders by their names."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import sqlglot
from sqlglot import exp

from lakehouse.columns import Column
from lakehouse.errors import DeclarationError
from lakehouse.serving import View, views
from lakehouse.serving.synapse import create_view, script

VIEWS = list(views().values())
OPENROWSET = re.compile(
    r"FROM OPENROWSET\(\s*BULK '(?P<folder>[^']+)',\s*FORMAT = 'DELTA'\s*\)"
    r" WITH \((?P<columns>.*)\n\) AS \[(?P<alias>\w+)\];$",
    re.DOTALL,
)


@pytest.fixture(params=VIEWS, ids=lambda view: view.name)
def view(request: pytest.FixtureRequest) -> View:
    """Each view."""
    served: View = request.param
    return served


def opened(view: View) -> re.Match[str]:
    """The OPENROWSET of a view's T-SQL."""
    found = OPENROWSET.search(create_view(view, "petinsure"))
    assert found is not None
    return found


def test_it_reads_the_delta_folder_of_the_table(view: View) -> None:
    folder = f"https://petinsure.dfs.core.windows.net/gold/{view.table.name}/"
    assert opened(view)["folder"] == folder


def test_it_declares_each_column_with_its_type_and_comment(view: View) -> None:
    lines = opened(view)["columns"].strip().splitlines()
    for line, (name, column) in zip(lines, view.columns.items(), strict=True):
        assert line.strip().startswith(f"[{name}] ")
        assert line.endswith(f" -- {column.comment}")
    separators = [line.split(" -- ")[0][-1] for line in lines]
    assert separators[:-1] == [","] * (len(lines) - 1)
    assert separators[-1] != ","


def test_the_rest_is_t_sql_that_selects_the_views_columns(view: View) -> None:
    """Without OPENROWSET, which sqlglot does not read, the statement parses as T-SQL."""
    text = OPENROWSET.sub(r"FROM [\g<alias>];", create_view(view, "petinsure"))
    created = sqlglot.parse_one(text, read="tsql")
    assert isinstance(created, exp.Create)
    assert created.this.sql("tsql") == f"dbo.{view.name}"
    assert created.expression.named_selects == list(view.columns)


@pytest.mark.parametrize(
    ("declared", "read_as"),
    [
        ("string", "VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8"),
        ("decimal(12,2)", "DECIMAL(12,2)"),
        ("int", "INT"),
        ("date", "DATE"),
        ("timestamp", "DATETIME2"),
        ("boolean", "BIT"),
    ],
)
def test_types_are_those_that_a_serverless_pool_reads_from_parquet(
    declared: str, read_as: str
) -> None:
    assert f"[customer_id] {read_as}, --" in create_view(_with_type(declared), "petinsure")


def test_a_type_that_a_serverless_pool_cannot_read_is_refused() -> None:
    with pytest.raises(DeclarationError, match=r"customer_id is array<string>, which serverless"):
        create_view(_with_type("array<string>"), "petinsure")


def test_a_comment_of_several_lines_stays_a_comment() -> None:
    table = views()["vw_risk_scoring"].table
    columns = table.columns | {"customer_id": Column("string", "One line\nand another.")}
    view = View("vw_risk_scoring", replace(table, columns=columns))
    assert " -- One line and another.\n" in create_view(view, "petinsure")


def test_the_script_has_a_batch_for_each_view() -> None:
    batches = script(VIEWS, "petinsure").split("\nGO\n")
    created = [re.findall(r"CREATE OR ALTER VIEW dbo\.(\w+) AS", batch) for batch in batches]
    assert created == [[view.name] for view in VIEWS] + [[]]


def _with_type(declared: str) -> View:
    table = views()["vw_risk_scoring"].table
    columns = table.columns | {"customer_id": Column(declared, "Customer.")}
    return View("vw_risk_scoring", replace(table, columns=columns))

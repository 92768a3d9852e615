"""Synapse serverless: the T-SQL of the same views, over the Delta folders in the data lake."""

from __future__ import annotations

import re
from collections.abc import Iterable

import sqlglot
from sqlglot import exp

from lakehouse.columns import Column
from lakehouse.errors import DeclarationError
from lakehouse.serving.views import View, comment_on

TEXT = "VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8"
"""Parquet's text is UTF-8: with this collation Synapse neither garbles it nor skips its filters."""

TYPES = {
    "string": TEXT,
    "int": "INT",
    "bigint": "BIGINT",
    "double": "FLOAT",
    "date": "DATE",
    "timestamp": "DATETIME2",
    "boolean": "BIT",
}
"""T-SQL types of the declared ones; decimals keep their precision and scale."""

DECIMAL = re.compile(r"decimal\(\d+,\d+\)")


def create_view(view: View, account: str) -> str:
    """`CREATE OR ALTER VIEW` of one view over the account's Delta folder.

    Raises `DeclarationError` for a column type that serverless SQL cannot read.
    """
    return (
        f"-- {comment_on(view.table)}\n"
        f"CREATE OR ALTER VIEW dbo.{view.name} AS\n"
        f"{_body(view).replace(_placeholder(view), _delta_folder(view, account))};"
    )


def script(views: Iterable[View], account: str) -> str:
    """All views as one script, a batch each (Synapse wants CREATE VIEW alone in its batch)."""
    return "".join(f"{create_view(view, account)}\nGO\n\n" for view in views).rstrip("\n") + "\n"


def _body(view: View) -> str:
    """The view's query in T-SQL; its table stands for the OPENROWSET that sqlglot cannot read."""
    query = sqlglot.parse_one(view.body, read="duckdb")
    for table in query.find_all(exp.Table):
        table.replace(exp.to_table(view.table.name))
    return query.sql("tsql", pretty=True, identify=True)


def _placeholder(view: View) -> str:
    return f"FROM [{view.table.name}]"


def _delta_folder(view: View, account: str) -> str:
    last = len(view.columns) - 1
    columns = "\n".join(
        f"    [{name}] {_type(view, name, column)}{',' if position < last else ''}"
        f" -- {' '.join(column.comment.split())}"
        for position, (name, column) in enumerate(view.columns.items())
    )
    return (
        "FROM OPENROWSET(\n"
        f"    BULK 'https://{account}.dfs.core.windows.net/gold/{view.table.name}/',\n"
        "    FORMAT = 'DELTA'\n"
        f") WITH (\n{columns}\n) AS [{view.table.name}]"
    )


def _type(view: View, name: str, column: Column) -> str:
    if DECIMAL.fullmatch(column.type):
        return column.type.upper()
    if column.type not in TYPES:
        msg = (
            f"{view.table.full_name}: {name} is {column.type}, which serverless SQL does not read; "
            "declare it as text."
        )
        raise DeclarationError(msg)
    return TYPES[column.type]

"""The last look at a statement before it runs: DuckDB's own parse tree, table by table.

The tree of sqlglot decides what a statement means; should DuckDB read the text otherwise, this
is where it shows. So nothing runs that DuckDB itself does not take for a query of the lake.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import duckdb

from lakehouse.errors import QueryRefused
from lakehouse.serving.dialect import POSSIBLE
from lakehouse.serving.relations import CATALOGUE, CATALOGUE_TABLES, relations, suggestion
from lakehouse.serving.sentences import sentence
from lakehouse.serving.sizes import LARGEST, is_bounded

TABLE_FUNCTIONS = ("range", "generate_series", "unnest")

CLOSED = re.compile(
    r"(?:duckdb|pragma|pg|inet|read|has|json_(?:de)?serialize|json_execute|icu|parquet|delta)_.*"
    r"|getenv|getvariable|current_setting|set_config|current_(?:query|connection|transaction).*"
    r"|write_log|sleep_ms|nextval|currval|setseed|query|query_table|which_secret|stats|glob"
    r"|in_search_path|txid_current|parse_duckdb_log_message|get_block_size|.*_?description"
)
"""Functions that look at or change the server, or wait."""

SHOWN = ("", '"tables"', "__show_tables_expanded")


def inspect(sql: str) -> str:
    """The statement itself, if DuckDB too takes it for a single query of the lake.

    Raises `QueryRefused`, one sentence with what is not possible and what is.
    """
    nodes = list(_nodes(_tree(sql)))
    ctes = {entry["key"].lower() for node in nodes for entry in node.get("map", ())}
    row_sources = [node["function"] for node in nodes if node.get("type") == "TABLE_FUNCTION"]
    for node in nodes:
        match node.get("type"):
            case "BASE_TABLE":
                _check_table(node, ctes)
            case "TABLE_FUNCTION":
                _check_table_function(node["function"])
            case "FUNCTION":
                # As a source of rows it is read piece by piece, whatever its size.
                _check_function(node, sized=not any(node is source for source in row_sources))
            case "SHOW_REF":
                _check_shown(node)
    return sql


def _tree(sql: str) -> dict[str, Any]:
    [answer] = _parser().cursor().execute("SELECT json_serialize_sql($1)", [sql]).fetchall()
    tree: dict[str, Any] = json.loads(answer[0])
    if tree["error"] and tree["error_type"] != "not implemented":
        msg = f"The statement cannot be read: {sentence(tree['error_message'])}"
        raise QueryRefused(msg)
    if tree["error"] or len(tree["statements"]) != 1:
        msg = f"This does not run here: {POSSIBLE}."
        raise QueryRefused(msg)
    return tree


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    """A connection that only parses."""
    return duckdb.connect(config={"enable_external_access": "false", "lock_configuration": "true"})


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    left = [tree]
    while left:
        node = left.pop()
        if isinstance(node, dict):
            yield node
            left.extend(node.values())
        elif isinstance(node, list):
            left.extend(node)


def _check_table(node: dict[str, Any], ctes: set[str]) -> None:
    catalog, database, name = node["catalog_name"], node["schema_name"], node["table_name"]
    if not catalog and (
        (not database and name.lower() in ctes)
        or (database, name) in relations()
        or (database == CATALOGUE and name in CATALOGUE_TABLES)
    ):
        return
    written = ".".join(part for part in (catalog, database, name) if part)
    msg = f"{written} cannot be read here: {suggestion(name)}"
    raise QueryRefused(msg)


def _check_table_function(function: dict[str, Any]) -> None:
    # `*COLUMNS`-like operators have no name; an unnamed one is refused as well.
    name = str(function.get("function_name", "")).lower()
    if name not in TABLE_FUNCTIONS:
        msg = (
            f"{name} cannot be read from here: of functions, {', '.join(TABLE_FUNCTIONS)} can; "
            "of data, the lake's views and tables."
        )
        raise QueryRefused(msg)


def _check_function(node: dict[str, Any], *, sized: bool) -> None:
    name = node["function_name"].lower()
    if CLOSED.fullmatch(name):
        msg = f"{name} does not run here: functions that look at the server or change it are off."
        raise QueryRefused(msg)
    if sized and not is_bounded(node):
        msg = f"{name} runs here with sizes up to {LARGEST:,} only, written as plain numbers."
        raise QueryRefused(msg)


def _check_shown(node: dict[str, Any]) -> None:
    if node["table_name"] not in SHOWN:
        msg = f"SHOW {node['table_name']} does not run here: SHOW TABLES [FROM database] does."
        raise QueryRefused(msg)

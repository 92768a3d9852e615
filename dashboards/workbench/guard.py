"""What a viewer's Spark SQL may do: read the lake, and change tables of the viewer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from lakehouse.errors import QueryRefused
from lakehouse.spark_sql import statement_of
from lakehouse.table import LAYERS

LAKE = tuple(f"petinsure_{layer}" for layer in LAYERS)
POSSIBLE = (
    "one statement that reads the lake or your tables (SELECT, DESCRIBE, DESCRIBE HISTORY, SHOW), "
    "or changes a table of your own (INSERT, UPDATE, DELETE, MERGE, ALTER TABLE, RESTORE) does"
)
CHANGES = (exp.Insert, exp.Update, exp.Delete, exp.Merge)
ALTERATIONS = (exp.ColumnDef, exp.Schema, exp.AddConstraint, exp.Drop, exp.RenameColumn)
ROW_SOURCES = frozenset({"range", "explode", "posexplode", "inline", "stack", "sequence"})
CLOSED = re.compile(r"reflect|java_method|try_reflect|identifier|session_user|.*_?secret|read_.*")
"""Functions that reach beyond the lake."""

NAME = r"(?P<name>[`\w]+(?:\.[`\w]+)?)"
COMMANDS = (
    rf"RESTORE(?:\s+TABLE)?\s+{NAME}\s+TO\s+(?:VERSION\s+AS\s+OF\s+\d+|TIMESTAMP\s+AS\s+OF\s+'[^'\\]+')",
    rf"DESC(?:RIBE)?\s+(?:HISTORY|DETAIL|EXTENDED|TABLE)\s+{NAME}(?:\s+LIMIT\s+\d+)?",
    rf"DESC(?:RIBE)?\s+{NAME}",
    rf"SHOW\s+(?:TBLPROPERTIES|CREATE\s+TABLE|COLUMNS\s+(?:IN|FROM))\s+{NAME}",
    r"SHOW\s+TABLES(?:\s+(?:IN|FROM)\s+(?P<database>\w+))?",
)
"""Statements of Spark and Delta that the parser does not know."""


@dataclass(frozen=True)
class Permitted:
    """A statement that may run, as it is run, and the tables it names (in full where it does)."""

    sql: str
    tables: frozenset[str]


def permitted(text: str, own: str) -> Permitted:
    """The statement of a viewer whose own database is `own`, in which bare names are looked up.

    Raises `QueryRefused`, one sentence with what is not possible and what is.
    """
    sql = statement_of(text)
    for pattern in COMMANDS:
        if match := re.fullmatch(pattern, sql, re.IGNORECASE):
            return _command(match, own)
    tree = _parsed(sql)
    if isinstance(tree, CHANGES):
        _check_own(tree.this.find(exp.Table) if tree.this else None, own)
    elif isinstance(tree, exp.Alter):
        _check_own(tree.this, own)
        if not all(isinstance(action, ALTERATIONS) for action in tree.args["actions"]):
            msg = "This ALTER TABLE does not run here: columns and constraints can be altered."
            raise QueryRefused(msg)
    elif not isinstance(tree, exp.Query):
        raise _impossible(sql)
    _check_functions(tree)
    tables = frozenset(_checked(table, own) for table in tree.find_all(exp.Table))
    # Written anew from the tree that was checked: the engine reads what the guard has read.
    return Permitted(tree.sql("spark", comments=False), tables)


def condition(text: str) -> str:
    """A condition on the columns of one row, as it may stand in a statement.

    Raises `QueryRefused` for anything else.
    """
    tree = _parsed(f"SELECT 1 WHERE {statement_of(text)}")
    where = tree.args.get("where")
    plain = isinstance(tree, exp.Select) and len([n for n in tree.args.values() if n]) == 2
    if not plain or where is None or list(where.find_all(exp.Query, exp.Table, exp.AggFunc)):
        msg = "That is no condition on one row; write one such as claim_amount > 0."
        raise QueryRefused(msg)
    _check_functions(where)
    written: str = where.this.sql("spark", comments=False)
    return written


def _parsed(sql: str) -> exp.Expression:
    try:
        trees = [tree for tree in sqlglot.parse(sql, dialect="spark") if tree is not None]
    except (SqlglotError, RecursionError) as error:
        words = str(error).splitlines()[0]
        msg = f"The statement cannot be read: {re.sub(r'[.]? Line', ', line', words, count=1)}"
        raise QueryRefused(msg) from error
    if len(trees) != 1:
        raise _impossible(sql)
    return cast("exp.Expression", trees[0])


def _command(match: re.Match[str], own: str) -> Permitted:
    groups = match.groupdict()
    if database := groups.get("database"):
        if database.lower() not in (*LAKE, own):
            raise _elsewhere(database, own)
        return Permitted(match[0], frozenset())
    if not (name := groups.get("name")):
        return Permitted(match[0], frozenset())
    table = exp.to_table(name, dialect="spark")
    if match[0].upper().startswith("RESTORE"):
        _check_own(table, own)
    return Permitted(match[0], frozenset({_checked(table, own)}))


def _check_own(table: exp.Expression | None, own: str) -> None:
    if not isinstance(table, exp.Table) or not isinstance(table.this, exp.Identifier):
        msg = f"This does not run here: {POSSIBLE}."
        raise QueryRefused(msg)
    if table.db.lower() not in ("", own):
        msg = f"{table.db}.{table.name} is not yours to change; {own} is, where you may break all."
        raise QueryRefused(msg)


def _checked(table: exp.Table, own: str) -> str:
    """The table's name, where the viewer may read it."""
    if not isinstance(table.this, exp.Identifier):
        _check_row_source(table.this, own)
        return ""
    if table.catalog or table.db.lower() not in ("", *LAKE, own):
        raise _elsewhere(".".join(filter(None, (table.catalog, table.db, table.name))), own)
    return ".".join(filter(None, (table.db.lower(), table.name.lower())))


def _check_row_source(source: exp.Expression, own: str) -> None:
    name = source.name.lower() if isinstance(source, exp.Anonymous) else source.key
    if name == "table_changes":
        first = next(iter(source.expressions), None)
        if isinstance(first, exp.Literal) and first.is_string:
            _checked(exp.to_table(first.name, dialect="spark"), own)
            return
    if name not in ROW_SOURCES:
        msg = f"{name} cannot be read from here; the lake's tables can, and table_changes."
        raise QueryRefused(msg)


def _check_functions(tree: exp.Expression) -> None:
    for name in _functions(tree):
        if CLOSED.fullmatch(name):
            msg = f"{name} does not run here: it reaches beyond the lake."
            raise QueryRefused(msg)


def _functions(tree: exp.Expression) -> Iterator[str]:
    for node in tree.find_all(exp.Func):
        yield (node.name if isinstance(node, exp.Anonymous) else node.sql_name()).lower()


def _elsewhere(name: str, own: str) -> QueryRefused:
    return QueryRefused(f"{name} is not read from here; {', '.join(LAKE)} and {own} are.")


def _impossible(sql: str) -> QueryRefused:
    words = sql.split()
    return QueryRefused(
        f"{words[0].upper() if words else 'Nothing'} does not run here: {POSSIBLE}."
    )

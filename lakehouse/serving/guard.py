"""What the SQL console runs: one statement that reads, and only what the lake serves."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp
from sqlglot.errors import ErrorLevel

from lakehouse.errors import QueryRefused
from lakehouse.serving.dialect import POSSIBLE, Dialect, Reading, read
from lakehouse.serving.inspection import inspect
from lakehouse.serving.references import resolve
from lakehouse.serving.relations import DATABASES, HOME, MAIN, Relation

WRITES = (exp.DDL, exp.DML, exp.Command, exp.Into, exp.Set, exp.Pragma, exp.Attach)
SHOWS = ("TABLES", "ALL TABLES")


@dataclass(frozen=True)
class Statement:
    """A statement that may run.

    `sql` is what DuckDB runs: written anew from the tree that was checked, every table under
    its full name. `relations` are those it names; `catalogue` says that it asks about all of
    them. `query` is the query whose rows it reads, or None where it only asks about one.
    """

    sql: str
    relations: frozenset[Relation]
    catalogue: bool
    query: exp.Expression | None
    dialect: Dialect


def check(sql: str, dialect: Dialect | None = None) -> Statement:
    """The statement as it may run, read in the dialect it seems to be written in.

    Raises `QueryRefused`: one sentence with what is not possible and what is.
    """
    try:
        return _checked(read(sql, dialect))
    except RecursionError as error:
        msg = "The statement cannot be read: it is nested too deeply."
        raise QueryRefused(msg) from error


def _checked(reading: Reading) -> Statement:
    tree = reading.tree
    if isinstance(tree, exp.Show):
        shown = _show(tree)
        return Statement(inspect(shown), frozenset(), True, None, reading.dialect)
    verb, query = _query(tree)
    for node in query.find_all(*WRITES):
        msg = f"{node.key.upper()} does not run here, nothing can be changed: {POSSIBLE}."
        raise QueryRefused(msg)
    query, relations, catalogue = resolve(query)
    text = query.sql("duckdb", comments=False, unsupported_level=ErrorLevel.IGNORE)
    sql = inspect(f"{verb} {text}".lstrip())
    reads = query if reading.explain != "EXPLAIN" and verb != "DESCRIBE" else None
    sql = f"{reading.explain} {sql}".lstrip()
    return Statement(sql, relations, catalogue, reads, reading.dialect)


def _show(tree: exp.Show) -> str:
    shown = str(tree.this).upper()
    if shown not in SHOWS:
        msg = f"SHOW {shown} does not run here: SHOW TABLES [FROM database] does."
        raise QueryRefused(msg)
    place = tree.args.get("from_")
    if shown == "ALL TABLES" or place is None:
        return f"SHOW {shown}"
    database = place.name.lower()
    database = MAIN if database in HOME else database
    if database not in DATABASES:
        msg = f"There is no database {place.name}; there are {', '.join(DATABASES)}."
        raise QueryRefused(msg)
    return f"SHOW TABLES FROM {database}"


def _query(tree: exp.Expression) -> tuple[str, exp.Expression]:
    """What is asked (nothing: its rows) of which query."""
    verb = ""
    if isinstance(tree, exp.Describe | exp.Summarize):
        verb = tree.key.upper()
        asked = tree.this
        tree = exp.select("*").from_(asked) if isinstance(asked, exp.Table) else asked
    if isinstance(tree, exp.Query | exp.Values):
        return verb, tree
    word = str(tree.this) if isinstance(tree, exp.Command) else verb or tree.key.upper()
    msg = f"This {word} does not run here: {POSSIBLE}."
    raise QueryRefused(msg)

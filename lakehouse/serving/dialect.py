"""Reading a statement: DuckDB's SQL, with the habits of T-SQL, into one syntax tree."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Literal

import sqlglot
from sqlglot import exp
from sqlglot.errors import ParseError, SqlglotError
from sqlglot.tokenizer_core import Token, TokenType

from lakehouse.errors import QueryRefused
from lakehouse.serving.tsql import is_tsql

# Its warnings tell a programmer what it falls back to; here every fallback is refused.
logging.getLogger("sqlglot").setLevel(logging.ERROR)

Dialect = Literal["duckdb", "tsql"]

POSSIBLE = "one SELECT (or WITH … SELECT), DESCRIBE, SUMMARIZE, SHOW TABLES or EXPLAIN is possible"
FIRST_WORDS = ("SELECT", "WITH", "FROM", "VALUES", "DESCRIBE", "DESC", "SUMMARIZE", "SHOW", "(")
SPARK_ONLY = re.compile(
    r"(?:DESC|DESCRIBE) (?:HISTORY|DETAIL|EXTENDED|FORMATTED)"
    r"|SHOW (?:TABLE|CREATE|TBLPROPERTIES|DATABASES)"
    r"|(?:OPTIMIZE|VACUUM|RESTORE|MERGE|UPDATE|DELETE|INSERT)(?: .*)?"
)
LONGEST = 100_000
"""Characters of the longest statement that is read."""
MAGIC = re.compile(r"\A\s*%sql\b")
"""What a notebook writes above its SQL."""
SHOW_IN = re.compile(r"\A(SHOW\s+TABLES\s+)IN\b", re.IGNORECASE)
"""How Spark writes SHOW TABLES FROM."""
EXPLAIN = re.compile(r"\A\s*EXPLAIN(\s+ANALYZE)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """A statement as it was understood: its tree, and whether (how) its plan is asked for."""

    tree: exp.Expression
    explain: str
    dialect: Dialect


def read(sql: str, dialect: Dialect | None = None) -> Reading:
    """Read one statement; without a dialect, as T-SQL where it is written so, else as DuckDB's.

    Raises `QueryRefused` for anything that is not one statement that reads.
    """
    if len(sql) > LONGEST:
        msg = f"The statement has {len(sql):,} characters; up to {LONGEST:,} are read."
        raise QueryRefused(msg)
    text, explain = _without_explain(MAGIC.sub("", sql))
    tokens = _tokens(text)
    words = [token.text.upper() for token in tokens[:2]]
    if SPARK_ONLY.fullmatch(" ".join(words)):
        msg = f"{' '.join(words)} is for Spark (`./petinsure sql --engine spark`); here {POSSIBLE}."
        raise QueryRefused(msg)
    if not words or words[0] not in FIRST_WORDS:
        msg = f"{words[0] if words else 'An empty statement'} does not run here: {POSSIBLE}."
        raise QueryRefused(msg)
    if any(token.token_type == TokenType.SEMICOLON for token in tokens):
        msg = f"There is more than one statement: {POSSIBLE} at a time."
        raise QueryRefused(msg)
    query = SHOW_IN.sub(r"\1FROM", text[tokens[0].start : tokens[-1].end + 1])
    chosen = dialect or ("tsql" if is_tsql(tokens) else "duckdb")
    return Reading(_parsed(query, chosen), explain, chosen)


def _without_explain(text: str) -> tuple[str, str]:
    found = EXPLAIN.match(text)
    if found is None:
        return text, ""
    return text[found.end() :], "EXPLAIN ANALYZE" if found[1] else "EXPLAIN"


def _tokens(text: str) -> list[Token]:
    """The words of the statement, without a semicolon at its end."""
    try:
        tokens = list(sqlglot.tokenize(text, read="duckdb"))
    except SqlglotError as error:
        msg = f"The statement cannot be read: {error.__cause__ or error}."
        raise QueryRefused(msg) from error
    while tokens and tokens[-1].token_type == TokenType.SEMICOLON:
        tokens.pop()
    return tokens


def _parsed(query: str, dialect: Dialect) -> exp.Expression:
    failures: list[Exception] = []
    for read_as in dict.fromkeys((dialect, "tsql")):
        try:
            [tree] = sqlglot.parse(query, read=read_as)
        except (SqlglotError, RecursionError, ValueError) as error:
            failures.append(error)
        else:
            if isinstance(tree, exp.Expression):
                return tree
    msg = f"The statement cannot be read: {_first_line(failures[0])}."
    raise QueryRefused(msg) from failures[0]


def _first_line(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, ParseError) and error.errors:
        found = error.errors[0]
        place = f"line {found['line']}, column {found['col']}, near {found['highlight']!r}"
        return f"{found['description'].rstrip('.')} ({place})"
    return str(error).splitlines()[0].rstrip(".")

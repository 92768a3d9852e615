"""Spark SQL as people type it: one statement against the lake's databases, with its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lakehouse.errors import QueryRefused
from lakehouse.spark import user_metadata

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@dataclass(frozen=True)
class Rows:
    """What a statement returned: column names and rows, at most as many as asked for."""

    columns: list[str]
    rows: list[tuple[Any, ...]]
    truncated: bool


def execute(spark: SparkSession, sql: str, *, by: str, max_rows: int = 1000) -> Rows:
    """Run one statement; commits it makes carry the name of who made them.

    A notebook's `%sql` line and a closing semicolon are taken off. Raises `QueryRefused` with
    the engine's own first sentence where it does not accept the statement.
    """
    from pyspark.errors import PySparkException

    statement = statement_of(sql)
    metadata = user_metadata(by, "petinsure sql")
    spark.conf.set("spark.databricks.delta.commitInfo.userMetadata", metadata)
    try:
        frame = spark.sql(statement)
        rows = [tuple(row) for row in frame.limit(max_rows + 1).collect()]
    except PySparkException as error:
        raise QueryRefused(first_sentence(error)) from error
    return Rows(frame.columns, rows[:max_rows], truncated=len(rows) > max_rows)


def statement_of(sql: str) -> str:
    """The bare statement of a notebook cell: without `%sql` and a closing semicolon."""
    lines = [line for line in sql.strip().splitlines() if line.strip() != "%sql"]
    text = "\n".join(lines).strip()
    return re.sub(r"^%sql\s+", "", text).rstrip("; \n")


def first_sentence(error: Exception) -> str:
    """The engine's message without its plan, hints and Java stack trace."""
    message = re.split(r"JVM stacktrace|\n==|;\n|\s*SQLSTATE: ", str(error).strip())[0].strip()
    # A sentence of the engine may go on in the next line; a plan or a hint follows a blank one.
    first = message.split("\n\n")[0]
    return " ".join(first.split()) or type(error).__name__

"""Difference: what became of the rows of a main table between two versions, by Spark."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from dashboards.evidence import Evidence, ask_spark
from lakehouse.table import Table
from lakehouse.time_travel import ADDED, CHANGED, REMOVED, difference_sql

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SURVIVORS = "_is_valid AND NOT _is_duplicate"


def comparable(table: Table) -> bool:
    """Whether rows can be told by their key; bronze has none that is unique."""
    return table.layer != "bronze"


def sql_of(table: Table, before: int, after: int) -> str:
    """The statement that compares two versions, leaving out when rows were processed."""
    columns = list(table.columns | table.enriched)
    where = SURVIVORS if table.layer == "silver" else ""
    return difference_sql(table.full_name, table.keys, columns, before, after, where=where)


def compared(spark: SparkSession, table: Table, before: int, after: int) -> Evidence:
    """Rows added, removed and changed between two versions of a table."""

    def counted(rows: pd.DataFrame) -> dict[str, int]:
        counts = Counter(rows["difference"])
        return {f"rows_{kind}": counts[kind] for kind in (ADDED, REMOVED, CHANGED)}

    title = f"{table.name}: version {before} against version {after}"
    return ask_spark(spark, title, sql_of(table, before, after), facts=counted)

"""Catalogue: the `petinsure_*` databases and their external tables, as SQL sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from pyspark.sql import SparkSession

from lakehouse.columns import Column
from lakehouse.commits import latest_version
from lakehouse.settings import Settings
from lakehouse.spark import DEFAULT_DATABASE
from lakehouse.storage import Lake, spark_url
from lakehouse.table import LAYERS, Table
from lakehouse.tables import tables

TEN_YEARS = "interval 3650 days"

PROPERTIES = {
    # Delta refuses AS OF and RESTORE beyond these; a demo must travel in time after a year too.
    "delta.deletedFileRetentionDuration": TEN_YEARS,
    "delta.logRetentionDuration": TEN_YEARS,
    # Serverless SQL pools read reader version 1, which deletion vectors would end.
    "delta.enableDeletionVectors": "false",
}
"""Properties that every table of the lake is created with."""


LAKE = "petinsure.lake"
"""Property of a database that says where the lake is whose tables are registered."""


def register(spark: SparkSession, settings: Settings) -> None:
    """Make the databases and every table found in storage known to the engine's catalogue.

    Tables of another lake, which shared the engine before, make room for this lake's.
    """
    known = create_databases(spark)
    lake, here = Lake(settings), spark_url(settings, "gold")
    if here != _registered_lake(spark):
        _drop(spark, known)
        known = set()
        spark.sql(f"ALTER DATABASE {DEFAULT_DATABASE} SET DBPROPERTIES ('{LAKE}' = '{here}')")
    names = [(t, name) for t in tables().values() for name in (t.name, t.alias) if name]
    missing = [(t, n) for t, n in names if f"{t.database}.{n}" not in known and in_storage(lake, t)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda pair: _attach(spark, settings, *pair), missing))
    spark.catalog.setCurrentDatabase(DEFAULT_DATABASE)


def create_databases(spark: SparkSession) -> set[str]:
    """Create the databases where they are not; full names of the tables already registered."""
    known: set[str] = set()
    present = {row[0] for row in spark.sql("SHOW DATABASES").collect()}
    for layer in LAYERS:
        database = f"petinsure_{layer}"
        if database not in present:
            spark.sql(f"CREATE DATABASE IF NOT EXISTS {database}")
        else:
            rows = spark.sql(f"SHOW TABLES IN {database}").collect()
            known |= {f"{database}.{row.tableName}" for row in rows}
    return known


def forget(spark: SparkSession) -> None:
    """Take every table out of the catalogue; their files stay.

    Needed where the lake behind the engine becomes another one.
    """
    _drop(spark, create_databases(spark))


def in_storage(lake: Lake, table: Table) -> bool:
    """Whether a table has a version in storage."""
    return latest_version(lake, table) is not None


def create(spark: SparkSession, settings: Settings, table: Table) -> None:
    """Create a table as version 0, empty: columns with comments, constraints, properties.

    The session's `commitInfo.userMetadata` says in its history who created it.
    """
    properties = ", ".join(f"'{k}' = '{_quoted(v)}'" for k, v in create_properties(table).items())
    columns = ", ".join(_column(table, name, c) for name, c in table.all_columns.items())
    lake = Lake(settings)
    if not in_storage(lake, table):  # a creation that was cut off leaves files, and no version
        lake.clear(table.layer, table.name)
    # The catalogue may remember a table whose files are gone since.
    spark.sql(f"DROP TABLE IF EXISTS {table.full_name}")
    spark.sql(
        f"CREATE TABLE {table.full_name} ({columns}) USING DELTA "
        f"LOCATION '{spark_url(settings, table.layer, table.name)}' "
        f"COMMENT '{_quoted(table_comment(table))}' TBLPROPERTIES ({properties})"
    )


def create_properties(table: Table) -> dict[str, str]:
    """Properties a table is created with, its constraints among them."""
    checks = {f"delta.constraints.{name}": check for name, check in table.constraints.items()}
    # Files are skipped by key; the least and most of fifty columns cost more than they save.
    skipping = {"delta.dataSkippingStatsColumns": ",".join(table.keys)}
    return PROPERTIES | skipping | checks


def table_comment(table: Table) -> str:
    """Comment of a table: what it is, and its grain."""
    return f"{table.description} Grain: {table.grain}."


def _registered_lake(spark: SparkSession) -> str:
    """Where the lake is whose tables are registered; empty where nobody has said so."""
    told = spark.sql(f"DESCRIBE DATABASE EXTENDED {DEFAULT_DATABASE}").collect()
    properties = next((str(row[1]) for row in told if row[0] == "Properties"), "")
    found = re.search(rf"\({re.escape(LAKE)},([^)]*)\)", properties)
    return found[1] if found else ""


def _drop(spark: SparkSession, names: Iterable[str]) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: spark.sql(f"DROP TABLE IF EXISTS {name}"), names))


def _attach(spark: SparkSession, settings: Settings, table: Table, name: str) -> None:
    url = spark_url(settings, table.layer, table.name)
    spark.sql(f"CREATE TABLE IF NOT EXISTS {table.database}.{name} USING DELTA LOCATION '{url}'")


def _column(table: Table, name: str, column: Column) -> str:
    required = " NOT NULL" if table.layer == "gold" and name in table.keys else ""
    return f"`{name}` {column.type}{required} COMMENT '{_quoted(column.comment)}'"


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")

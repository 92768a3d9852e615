"""Time travel: the demo's own commands, and a lake that nobody touched for a year."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
from pyspark.sql import SparkSession

from kit.lake.containers import create_containers
from lakehouse.catalogue import register
from lakehouse.errors import QueryRefused
from lakehouse.settings import Settings
from lakehouse.spark import spark_session
from lakehouse.spark_sql import execute
from lakehouse.storage import Lake, spark_url
from tests.conftest import CopyOf
from tests.lakehouse.copies import copy_lake
from tests.lakehouse.lakes import made_known

YEAR = 366 * 24 * 3600

DEMO = {
    "history": "%sql\nDESCRIBE HISTORY petinsure_gold.customer_360;",
    "version": "%sql\nSELECT * FROM petinsure_gold.customer_360 VERSION AS OF 1;",
    "compare": """%sql
SELECT
    'Current' as version,
    COUNT(*) as record_count,
    SUM(total_claim_amount) as total_claims
FROM petinsure_gold.customer_360
UNION ALL
SELECT
    'Previous' as version,
    COUNT(*) as record_count,
    SUM(total_claim_amount) as total_claims
FROM petinsure_gold.customer_360 VERSION AS OF 1;""",
    "detail": "%sql\nDESCRIBE DETAIL petinsure_gold.customer_360;",
    "dependencies": "%sql\nSHOW TABLE EXTENDED IN petinsure_gold LIKE '*';",
    "sources": """%sql
SELECT DISTINCT
    _source_file as source,
    'bronze' as layer,
    COUNT(*) as records
FROM petinsure_bronze.customers_raw
GROUP BY _source_file;""",
    "unqualified": "SELECT * FROM customer_360 VERSION AS OF 1",
}


@pytest.fixture(scope="module")
def lake(seeded_lake: Settings, copy_of: CopyOf) -> Settings:
    """A seeded lake, registered in the engine's catalogue."""
    return made_known(copy_of(seeded_lake))


@pytest.fixture(scope="module")
def session(lake: Settings) -> SparkSession:
    """A session as the command line opens it."""
    spark = spark_session(lake)
    register(spark, lake)
    return spark


def said(session: SparkSession, sql: str) -> list[dict[str, Any]]:
    """Rows of a statement."""
    found = execute(session, sql, by="ada")
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_history_shows_two_runs_and_the_creation(session: SparkSession) -> None:
    rows = said(session, DEMO["history"])
    assert [(row["version"], row["operation"]) for row in rows] == [
        (2, "WRITE"),
        (1, "WRITE"),
        (0, "CREATE TABLE"),
    ]
    assert '"by"' in str(rows[0]["userMetadata"])


def test_an_earlier_version_is_read(session: SparkSession) -> None:
    earlier, unqualified = said(session, DEMO["version"]), said(session, DEMO["unqualified"])
    assert len(earlier) == len(unqualified) > 200


def test_versions_compare(session: SparkSession) -> None:
    current, previous = said(session, DEMO["compare"])
    assert current["record_count"] == previous["record_count"]
    assert current["total_claims"] > previous["total_claims"]


def test_detail_tells_format_and_retention(session: SparkSession, lake: Settings) -> None:
    (row,) = said(session, DEMO["detail"])
    assert row["format"] == "delta"
    assert row["minReaderVersion"] == 1
    assert row["location"] == spark_url(lake, "gold", "customer_360_view")
    properties = dict(row["properties"])
    assert properties["delta.logRetentionDuration"] == "interval 3650 days"


def test_every_gold_table_is_listed(session: SparkSession) -> None:
    names = {row["tableName"] for row in said(session, DEMO["dependencies"])}
    assert {"customer_360", "customer_360_view", "monthly_kpis"} <= names
    assert len(names) == 7


def test_bronze_says_from_which_file(session: SparkSession) -> None:
    (row,) = said(session, DEMO["sources"])
    assert (row["source"], row["layer"], row["records"]) == ("raw/customers.csv", "bronze", 250)


def test_a_table_comment_reaches_the_catalogue(session: SparkSession) -> None:
    rows = said(session, "DESCRIBE EXTENDED petinsure_gold.customer_360")
    comments = {row["col_name"]: row["comment"] for row in rows}
    assert comments["loss_ratio"]
    details = {row["col_name"]: row["data_type"] for row in rows}
    assert "one row per customer" in str(details["Comment"])


def test_the_generic_commands_run_on_a_real_table(session: SparkSession) -> None:
    table = "petinsure_silver.dim_customers"
    (newest, *_) = said(session, f"DESCRIBE HISTORY {table}")
    by_version = said(session, f"SELECT * FROM {table} VERSION AS OF 1")
    by_time = said(session, f"SELECT * FROM {table} TIMESTAMP AS OF '{newest['timestamp']}'")
    assert len(by_version) == len(by_time) == 250
    said(session, f"UPDATE {table} SET city = 'Nowhere'")
    said(session, f"RESTORE TABLE {table} TO VERSION AS OF 1")
    assert {row["city"] for row in said(session, f"SELECT * FROM {table}")} != {"Nowhere"}
    who = said(session, f"DESCRIBE HISTORY {table}")[1]
    assert '"ada"' in str(who["userMetadata"])


def test_a_version_that_never_was_is_one_sentence(session: SparkSession) -> None:
    with pytest.raises(QueryRefused) as told:
        execute(session, "SELECT * FROM customer_360 VERSION AS OF 99", by="ada")
    assert "99" in str(told.value)
    assert "\n" not in str(told.value)


def test_a_lake_aged_by_a_year_still_travels_in_time(
    engine: Settings, tmp_path: Path, session: SparkSession, lake: Settings
) -> None:
    settings = engine.model_copy(
        update={"storage": "local", "home": tmp_path, "local_root": tmp_path / "lake"}
    )
    create_containers(settings)
    copy_lake(lake, settings, observed=False)
    path = tmp_path / "lake" / "gold" / "monthly_kpis"
    url = f"delta.`{path.as_uri()}`"
    session.sql(f"UPDATE {url} SET total_claims = 0").collect()
    assert Lake(settings).files("gold", "monthly_kpis/")
    then = time.time() - YEAR
    for file in sorted(path.rglob("*")):
        os.utime(file, (then, then))
    first = session.sql(f"SELECT sum(total_claims) AS n FROM {url} VERSION AS OF 1").first()
    assert first is not None
    assert first["n"] > 0
    session.sql(f"RESTORE TABLE {url} TO VERSION AS OF 1").collect()
    after = session.sql(f"SELECT sum(total_claims) AS n FROM {url}").first()
    assert after == first

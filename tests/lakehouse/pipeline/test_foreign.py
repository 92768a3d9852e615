"""Other people's commits: a run notices them and puts every table right, history kept."""

from __future__ import annotations

import pytest

from lakehouse.history import history
from lakehouse.pipeline.events import TableStarted
from lakehouse.settings import Settings
from lakehouse.spark import end_session, spark_session
from lakehouse.storage import spark_url
from lakehouse.tables import table_named
from lakehouse.verify import verify
from tests.conftest import CopyOf
from tests.lakehouse.lakes import contents, run_quietly, versions


@pytest.fixture(scope="module")
def lake(seeded_lake: Settings, copy_of: CopyOf) -> Settings:
    """A seeded lake."""
    return copy_of(seeded_lake)


CHANGES = {
    "dim_customers": "UPDATE {} SET first_name = 'Nobody'",
    "claims_analytics": "DELETE FROM {} WHERE status = 'Denied'",
    "claims_raw": "RESTORE TABLE {} TO VERSION AS OF 1",
    "monthly_kpis": "RESTORE TABLE {} TO VERSION AS OF 0",
    "pets_raw": "DELETE FROM {} WHERE species = 'Cat'",
}


def test_changes_by_hand_on_any_layer_are_put_right(lake: Settings) -> None:
    before, built = contents(lake), versions(lake)
    spark = spark_session(lake)
    for name, change in CHANGES.items():
        table = table_named(name)
        spark.sql(change.format(f"delta.`{spark_url(lake, table.layer, name)}`")).collect()
    end_session(spark)
    assert contents(lake) != before
    red = {f.subject for f in verify(lake) if not f.ok}
    assert {table_named(name).full_name for name in CHANGES} <= red

    _, events = run_quietly(lake)

    assert contents(lake) == before
    reasons = {e.table: e.reason for e in events if isinstance(e, TableStarted)}
    assert "not the pipeline's" in reasons["petinsure_bronze.claims_raw"]
    assert "(UPDATE)" in reasons["petinsure_silver.dim_customers"]
    for name in CHANGES:
        operations = {c.version: c.operation for c in history(lake, name)}
        assert operations[built[name] + 1] in {"UPDATE", "DELETE", "RESTORE"}, name
    assert [f.message for f in verify(lake) if not f.ok] == []


def test_maintenance_by_hand_rebuilds_nothing(lake: Settings) -> None:
    table = table_named("dim_pets")
    url = spark_url(lake, table.layer, table.name)
    spark = spark_session(lake)
    spark.sql(f"OPTIMIZE delta.`{url}`").collect()
    spark.sql(f"ALTER TABLE delta.`{url}` SET TBLPROPERTIES ('steward' = 'me')").collect()
    end_session(spark)
    report, _ = run_quietly(lake)
    assert report.built == []

from __future__ import annotations

from lakehouse.settings import Settings
from lakehouse.spark import spark_session
from lakehouse.storage import Lake, spark_url
from tests.conftest import NewLake


def test_every_lake_of_a_test_is_empty_and_its_own(new_storage: NewLake) -> None:
    one, other = new_storage(), new_storage()
    Lake(one).write("raw", "customers.csv", b"customer_id\n")
    assert [f.path for f in Lake(one).source_files()] == ["customers.csv"]
    assert Lake(other).source_files() == []


def test_the_engine_reads_and_writes_any_lake(settings: Settings) -> None:
    spark = spark_session(settings)
    url = spark_url(settings, "gold", "numbers")
    spark.range(3).write.format("delta").save(url)
    assert spark.read.format("delta").load(url).count() == 3

"""Events: of all that the engine tells, the finished writes to tables and what they are made of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from lakehouse.observation.events import observed
from lakehouse.observation.names import located, place_of, raw_dataset
from lakehouse.settings import Settings
from tests.lakehouse.observation.told import HOST, event, field


def test_a_finished_write_tells_its_columns_and_its_rows() -> None:
    name = [field("silver/dim_customers", "first_name", "transformation", "conditional")]
    rows = [field("silver/dim_customers", "_is_valid", "filter")]
    [write] = observed(event("gold/risk_scoring", {"full_name": name}, rows=rows))
    assert (write.place, write.table) == (HOST, "gold.risk_scoring")
    assert write.at == datetime(2026, 6, 1, 10, 0, 0, 500_000, tzinfo=UTC)
    assert write.operation == "execute_save_into_data_source_command"
    assert write.pairs == (
        ("", "silver.dim_customers", "_is_valid", ("filter",)),
        ("full_name", "silver.dim_customers", "first_name", ("transformation", "conditional")),
    )


@pytest.mark.parametrize("kind", ["START", "RUNNING", "FAIL", "ABORT"])
def test_what_is_not_finished_tells_nothing(kind: str) -> None:
    made = {"risk_score": [field("silver/fact_claims", "status", "aggregation")]}
    assert observed(event("gold/risk_scoring", made, kind=kind)) == []


def test_a_table_is_no_source_of_its_own() -> None:
    made = {"full_name": [field("gold/risk_scoring", "full_name", "identity")]}
    [write] = observed(event("gold/risk_scoring", made, operation="execute_update_command"))
    assert write.pairs == ()


def test_claims_of_the_portal_are_one_dataset() -> None:
    sources = [field(f"raw/claims/CLM-{n}.json", "value", "transformation") for n in range(3)]
    [write] = observed(event("bronze/claims_raw", {"status": sources}, streaming=True))
    assert write.streaming
    assert write.pairs == (("status", "raw/claims/*.json", "value", ("transformation",)),)


@pytest.mark.parametrize(
    ("namespace", "name", "meant"),
    [
        (f"abfss://silver@{HOST}", "dim_pets", (HOST, "silver.dim_pets")),
        (f"abfs://raw@{HOST}", "/customers.csv", (HOST, "raw/customers.csv")),
        ("file", "/home/a/gold/local/bronze/pets_raw", ("/home/a/gold/local", "bronze.pets_raw")),
        ("file", "/home/a/local/raw/claims/C1.json", ("/home/a/local", "raw/claims/*.json")),
        ("file", "/tmp/elsewhere/pets", None),
        ("s3://bucket", "silver/dim_pets", None),
    ],
)
def test_datasets_are_known_by_url_and_by_path(
    namespace: str, name: str, meant: tuple[str, str] | None
) -> None:
    assert located(namespace, name) == meant


def test_a_lake_knows_the_place_that_its_events_name() -> None:
    assert place_of(Settings(storage="azurite", account="lake000")) == HOST
    local = Settings(storage="local")
    assert place_of(local) == str(local.lake_root.resolve())


def test_files_of_one_folder_of_objects_are_one_dataset() -> None:
    assert raw_dataset("claims/CLM-1.2.json") == "raw/claims/*.json"
    assert raw_dataset("claims.jsonl") == "raw/claims.jsonl"

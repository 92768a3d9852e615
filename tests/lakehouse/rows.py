"""Rows for tests: short to write, complete and valid unless a test says otherwise."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from lakehouse.tables import tables
from lakehouse.transform import Moment, transformed

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

AS_OF = date(2025, 7, 1)
MOMENT = Moment(started_at=datetime(2025, 7, 1, 12, tzinfo=UTC), as_of=AS_OF)
DELIVERED = datetime(2025, 7, 1, 6, tzinfo=UTC)

BRONZE: dict[str, dict[str, str]] = {
    "customers_raw": {
        "customer_id": "C1",
        "first_name": "Ann",
        "last_name": "Lee",
        "email": "ann@example.com",
        "phone": "(512) 555-0100",
        "address_line1": "1 Elm Street",
        "city": "Austin",
        "state": "TX",
        "zip_code": "78701",
        "country": "USA",
        "date_of_birth": "1980-01-01",
        "customer_since": "2020-01-01",
        "preferred_contact": "Email",
        "created_at": "2020-01-01T00:00:00Z",
        "updated_at": "2020-01-01T00:00:00Z",
    },
    "pets_raw": {
        "pet_id": "P1",
        "customer_id": "C1",
        "pet_name": "Rex",
        "species": "Dog",
        "breed": "Beagle",
        "gender": "Male",
        "date_of_birth": "2019-01-01",
        "weight_lbs": "25.5",
        "adoption_date": "2019-03-01",
        "is_active": "true",
        "created_at": "2020-01-01T00:00:00Z",
        "updated_at": "2020-01-01T00:00:00Z",
    },
    "policies_raw": {
        "policy_id": "L1",
        "customer_id": "C1",
        "pet_id": "P1",
        "plan_name": "Standard",
        "monthly_premium": "40.00",
        "annual_deductible": "250.00",
        "coverage_limit": "10000.00",
        "reimbursement_percentage": "80",
        "effective_date": "2025-01-01",
        "expiration_date": "2026-01-01",
        "status": "Active",
        "created_at": "2024-12-15T00:00:00Z",
        "updated_at": "2024-12-15T00:00:00Z",
    },
    "claims_raw": {
        "claim_id": "K1",
        "policy_id": "L1",
        "pet_id": "P1",
        "customer_id": "C1",
        "provider_id": "V1",
        "claim_type": "Illness",
        "claim_category": "Ear and Eye",
        "service_date": "2025-05-01",
        "submitted_date": "2025-05-03",
        "claim_amount": "300.00",
        "deductible_applied": "250.00",
        "covered_amount": "50.00",
        "paid_amount": "40.00",
        "status": "Approved",
        "processing_days": "4",
        "diagnosis_code": "EAR-01",
        "invoice_number": "INV-1",
        "is_emergency": "false",
        "created_at": "2025-05-03T00:00:00Z",
        "updated_at": "2025-05-07T00:00:00Z",
    },
    "providers_raw": {
        "provider_id": "V1",
        "provider_name": "Elm Street Vets",
        "provider_type": "General Practice",
        "is_in_network": "true",
        "average_rating": "4.5",
        "created_at": "2015-01-01T00:00:00Z",
    },
}
"""A valid row of every bronze table; together they refer to each other."""

INGESTED: dict[str, Any] = {
    "_ingestion_timestamp": datetime(2025, 7, 1, 12, tzinfo=UTC),
    "_source_file": "raw/test.csv",
    "_source_modified_at": DELIVERED,
    "_batch_id": "20250701120000",
    "_quality": "parsed",
}
SURVIVING: dict[str, Any] = {"_is_valid": True, "_is_duplicate": False}


def bronze(spark: SparkSession, name: str, *changes: dict[str, Any]) -> DataFrame:
    """A bronze table with the valid row changed so, one row each; None empties a column."""
    return frame(spark, name, [BRONZE[name] | INGESTED | change for change in changes])


def silver(spark: SparkSession, name: str, *rows: dict[str, Any]) -> DataFrame:
    """A silver table of typed rows that survive; columns not given are null."""
    return frame(spark, name, [SURVIVING | row for row in rows])


def frame(spark: SparkSession, name: str, rows: list[dict[str, Any]]) -> DataFrame:
    """Rows in a table's declared columns and types; refuses a column it does not have."""
    columns = tables()[name].all_columns
    unknown = {column for row in rows for column in row} - set(columns)
    assert not unknown, f"{name} has no column {unknown}"
    schema = ", ".join(f"{column} {spec.type}" for column, spec in columns.items())
    return spark.createDataFrame([tuple(r.get(c) for c in columns) for r in rows], schema)


def built(
    name: str, inputs: dict[str, DataFrame], *, as_of: date = AS_OF
) -> dict[Any, dict[str, Any]]:
    """Rows that a table's function makes of its inputs, by key (a tuple of several)."""
    table = tables()[name]
    moment = Moment(MOMENT.started_at, as_of)
    rows = [row.asDict() for row in transformed(table, inputs, moment).collect()]
    keyed = {tuple(row[key] for key in table.keys): row for row in rows}
    assert len(keyed) == len(rows), f"{name} has keys twice"
    return {key[0] if len(key) == 1 else key: row for key, row in keyed.items()}

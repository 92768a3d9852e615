"""Rows of one claim in the lake's three layers."""

from __future__ import annotations

from typing import Any

from lakehouse.errors import LakeEmpty
from lakehouse.serving import Console

Row = dict[str, Any]

BRONZE = """
SELECT _source_file, _batch_id, _ingestion_timestamp, _source_modified_at, _quality,
    claim_id, claim_number, customer_id, pet_id, provider_id, service_date, status
FROM petinsure_bronze.claims_raw
WHERE claim_id = $1
ORDER BY _source_modified_at, _source_file
"""
SILVER = """
SELECT _source_file, _batch_id, _is_valid, _quality_score, _rules_broken, _repairs, _is_duplicate,
    _duplicate_of, _silver_processed_at, claim_id, claim_number, customer_id, pet_id, provider_id,
    service_date, status
FROM petinsure_silver.fact_claims
WHERE claim_id = $1
ORDER BY _source_modified_at, _source_file
"""
GOLD = """
SELECT *
FROM vw_claims_analytics
WHERE claim_id = $1
"""


def bronze_rows(console: Console, claim_id: str) -> list[Row]:
    """The rows that were taken in, one a delivery; none where the table is not there yet."""
    return _ask(console, BRONZE, claim_id)


def silver_rows(console: Console, claim_id: str) -> list[Row]:
    """The rows that were judged, one a delivery."""
    return _ask(console, SILVER, claim_id)


def gold_rows(console: Console, claim_id: str) -> list[Row]:
    """The row that gold counts and the view serves, if there is one."""
    return _ask(console, GOLD, claim_id)


def _ask(console: Console, sql: str, claim_id: str) -> list[Row]:
    try:
        answer = console.query(sql, parameters=[claim_id])
    except LakeEmpty:
        return []
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

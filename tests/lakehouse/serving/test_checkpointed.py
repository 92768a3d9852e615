"""Rows of partitioned tables with checkpoints, which DuckDB 1.5.1 and 1.5.2 lost when filtering."""

from __future__ import annotations

import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake

from lakehouse.serving.connection import connect
from lakehouse.settings import Settings
from lakehouse.storage import delta_options, delta_url

STATES = ("CA", "NY", "TX")
VERSIONS = 12


@pytest.fixture
def partitioned(changing: Settings) -> Settings:
    """A table by state and month, with commits before and after a checkpoint."""
    url, options = delta_url(changing, "gold", "partitioned"), delta_options(changing)
    for version in range(VERSIONS):
        rows = pa.table(
            {
                "state": list(STATES),
                "month": pa.array([version % 3] * len(STATES), pa.int32()),
                "version": pa.array([version] * len(STATES), pa.int32()),
            }
        )
        write_deltalake(
            url, rows, mode="append", partition_by=["state", "month"], storage_options=options
        )
        if version == VERSIONS - 3:
            DeltaTable(url, storage_options=options).create_checkpoint()
    return changing


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        ("state = 'TX'", VERSIONS),
        ("state IN ('TX', 'CA')", 2 * VERSIONS),
        ("state <> 'TX'", 2 * VERSIONS),
        ("month = 0", VERSIONS),
        ("month > 0 AND state = 'NY'", 8),
        ("state = 'TX' AND version >= 6", 6),
        ("state LIKE 'T%'", VERSIONS),
        ("state IS NOT NULL", 3 * VERSIONS),
        ("state = 'WA'", 0),
    ],
)
def test_filters_on_partitions_lose_no_rows(
    partitioned: Settings, condition: str, rows: int
) -> None:
    url = delta_url(partitioned, "gold", "partitioned")
    with connect(partitioned) as connection:
        found = connection.execute(
            "SELECT count(*), count(DISTINCT (state, version)) FROM delta_scan($1) "
            f"WHERE {condition}",
            [url],
        ).fetchall()
    assert found == [(rows, rows)]

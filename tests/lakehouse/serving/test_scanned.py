"""Bytes scanned: the compressed columns that a query reads, as Parquet's footers tell."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lakehouse.serving import Console
from lakehouse.serving.guard import check
from lakehouse.serving.scanned import columns_read
from lakehouse.settings import Settings
from lakehouse.tables import table_named
from tests.lakehouse.serving.delta_tables import row, write


def in_files(settings: Settings, name: str, *columns: str) -> int:
    """Compressed bytes of columns (default: all) in the table's files in a folder."""
    total = 0
    for file in (settings.lake_root / table_named(name).layer / name).glob("*.parquet"):
        metadata = pq.ParquetFile(Path(file)).metadata
        for group in range(metadata.num_row_groups):
            for number in range(metadata.num_columns):
                chunk = metadata.row_group(group).column(number)
                if not columns or chunk.path_in_schema.split(".")[0] in columns:
                    total += chunk.total_compressed_size
    return total


@pytest.fixture
def scores(empty: Settings) -> Settings:
    """A lake in a folder with risk scores in two files."""
    write(empty, "risk_scoring", *[row("risk_scoring", customer_id=f"C{n}") for n in range(500)])
    write(empty, "risk_scoring", row("risk_scoring"), mode="append")
    return empty


def test_only_the_columns_read_are_counted(scores: Settings) -> None:
    with Console(scores) as console:
        whole = console.query("SELECT * FROM vw_risk_scoring").bytes_scanned
        one = console.query("SELECT customer_id FROM vw_risk_scoring").bytes_scanned
        none = console.query("SELECT count(*) FROM vw_risk_scoring").bytes_scanned
    assert whole == in_files(scores, "risk_scoring")
    assert one == in_files(scores, "risk_scoring", "customer_id")
    assert none == 0


def test_files_of_older_versions_are_not_counted(scores: Settings) -> None:
    with Console(scores) as console:
        before = console.query("SELECT * FROM vw_risk_scoring").bytes_scanned
        write(scores, "risk_scoring", row("risk_scoring"))
        after = console.query("SELECT * FROM vw_risk_scoring").bytes_scanned
    assert before is not None
    assert after is not None
    assert 0 < after < before


def test_lists_are_counted_whole(lake: Settings, console: Console) -> None:
    scanned = console.query("SELECT _repairs FROM petinsure_silver.dim_pets").bytes_scanned
    if lake.storage == "local":
        assert scanned == in_files(lake, "dim_pets", "_repairs")
    assert scanned


def test_a_question_about_a_query_reads_nothing(console: Console) -> None:
    for statement in ("EXPLAIN FROM vw_cross_sell", "DESCRIBE vw_cross_sell", "SHOW TABLES"):
        assert console.query(statement).bytes_scanned == 0
    assert console.query("EXPLAIN ANALYZE FROM vw_cross_sell").bytes_scanned
    assert console.query("SUMMARIZE vw_cross_sell").bytes_scanned


def test_it_says_where_it_cannot_tell(console: Console) -> None:
    assert console.query("SELECT columns('cust.*') FROM vw_cross_sell").bytes_scanned is None


@pytest.mark.parametrize(
    ("statement", "columns"),
    [
        ("SELECT customer_id FROM monthly", {"customer_id"}),
        ("SELECT loss_ratio AS r FROM monthly WHERE city = 'x' ORDER BY r", {"loss_ratio", "city"}),
        ("SELECT sum(t.total_pets) FROM (SELECT * FROM monthly) t", {"total_pets"}),
        ("WITH a AS (FROM monthly) SELECT city FROM a GROUP BY ALL", {"city"}),
        ("SELECT Customer_ID FROM monthly m WHERE M.STATE = 'TX'", {"customer_id", "state"}),
        ("SELECT (SELECT max(city) FROM monthly)", {"city"}),
        ("SELECT 1 FROM range(3) r(n), monthly WHERE total_pets > n", {"total_pets"}),
        ("SELECT city FROM monthly UNION SELECT state FROM monthly", {"city", "state"}),
    ],
)
def test_columns_are_pruned_as_an_engine_would(statement: str, columns: set[str]) -> None:
    checked = check(
        statement.replace("monthly", "vw_customer_360", 1).replace("monthly", "customer_360")
    )
    assert checked.query is not None
    read = columns_read(checked.query, checked.relations)
    assert read == {table_named("customer_360_view"): columns}

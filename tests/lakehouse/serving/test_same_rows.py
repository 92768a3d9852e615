"""DuckDB reads what the table's log says, whatever was done to the table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from deltalake import DeltaTable

from lakehouse.serving import Console
from lakehouse.settings import Settings
from lakehouse.snapshot_files import open_table
from lakehouse.tables import table_named
from tests.lakehouse.serving.delta_tables import row, write

CHANGES: dict[str, Callable[[DeltaTable], object]] = {
    "delete": lambda table: table.delete("customer_id = 'C1'"),
    "update": lambda table: table.update(
        predicate="customer_id = 'C2'", new_values={"risk_category": "changed"}
    ),
    "restore": lambda table: table.restore(1),
    "compact": lambda table: table.optimize.compact(),
    "checkpoint": lambda table: table.create_checkpoint(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_it_reads_what_delta_rs_reads(changing: Settings, change: str) -> None:
    write(changing, "risk_scoring", *[row("risk_scoring", customer_id=f"C{n}") for n in range(5)])
    write(changing, "risk_scoring", row("risk_scoring", customer_id="C5"), mode="append")
    write(changing, "risk_scoring", row("risk_scoring", customer_id="C6"), mode="append")
    with Console(changing) as console:
        assert len(console.query("SELECT * FROM vw_risk_scoring").rows) == 7
        opened = open_table(changing, table_named("risk_scoring"))
        assert opened is not None
        CHANGES[change](opened)
        read = console.query("SELECT customer_id, risk_category FROM vw_risk_scoring ORDER BY ALL")
    rows = opened.to_pyarrow_table().select(["customer_id", "risk_category"]).to_pylist()
    assert read.rows == sorted(tuple(line.values()) for line in rows)

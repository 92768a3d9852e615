"""Small Delta tables as the declarations say, written without an engine."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
from deltalake import write_deltalake

from lakehouse.settings import Settings
from lakehouse.storage import delta_options, delta_url
from lakehouse.tables import table_named, tables

ARROW = {
    "string": pa.string(),
    "int": pa.int32(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "boolean": pa.bool_(),
    "array<string>": pa.list_(pa.string()),
}
SAMPLES: dict[str, Any] = {
    "string": "text",
    "int": 7,
    "date": date(2025, 5, 1),
    "timestamp": datetime(2025, 7, 1, 12, tzinfo=UTC),
    "boolean": True,
    "array<string>": ["one", "two"],
}


def arrow_type(declared: str) -> pa.DataType:
    """The Arrow type of a declared one."""
    decimal = re.fullmatch(r"decimal\((\d+),(\d+)\)", declared)
    return pa.decimal128(int(decimal[1]), int(decimal[2])) if decimal else ARROW[declared]


def row(name: str, **given: Any) -> dict[str, Any]:
    """A row of a table with a value in every column, and those given."""
    columns = table_named(name).all_columns
    unknown = set(given) - set(columns)
    assert not unknown, f"{name} has no column {unknown}"
    return {n: SAMPLES.get(c.type, Decimal("12.5")) for n, c in columns.items()} | given


def write(settings: Settings, name: str, *rows: dict[str, Any], **options: Any) -> None:
    """Make rows the newest version of a table; options are delta-rs's."""
    table = table_named(name)
    schema = pa.schema([(n, arrow_type(c.type)) for n, c in table.all_columns.items()])
    write_arrow(settings, name, pa.Table.from_pylist(list(rows), schema=schema), **options)


def write_arrow(settings: Settings, name: str, rows: pa.Table, **options: Any) -> None:
    """Make these very columns the newest version of a table."""
    table = table_named(name)
    write_deltalake(
        delta_url(settings, table.layer, table.name),
        rows,
        storage_options=delta_options(settings),
        **{"mode": "overwrite"} | options,
    )


def write_every_table(settings: Settings) -> None:
    """A version of every table of the lake: three rows with other keys each, DEMO-002 in one."""
    for name, table in tables().items():
        keys = [f"{prefix}-00{n}" for n, prefix in ((1, "DEMO"), (2, "DEMO"), (3, "CUST"))]
        rows = [
            row(name) | {key: _key(table.columns[key].type, k) for key in table.keys} for k in keys
        ]
        write(settings, name, *rows)


def _key(declared: str, key: str) -> Any:
    return key if declared == "string" else date(2025, int(key[-1]), 1)

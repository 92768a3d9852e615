"""Customers: the copy of the lake's customers that lessons work on, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboards.evidence import Evidence, ask_spark

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from dashboards.sandbox import Sandbox

NAME = "customers"
SOURCE = "petinsure_silver.dim_customers"
COLUMNS = "customer_id, first_name, last_name, email, state, customer_segment, lifetime_value"
SURVIVORS = "_is_valid AND NOT _is_duplicate"


def fresh_copy(
    sandbox: Sandbox, *, files: int = 1, properties: Mapping[str, str] | None = None
) -> Evidence:
    """A new copy of the valid customers, as version 0 of a table of the viewer's own."""
    from dashboards.evidence import stopwatch

    with stopwatch() as watch:
        table = sandbox.copy(
            SOURCE, NAME, columns=COLUMNS, where=SURVIVORS, files=files, properties=properties
        )
    told = totals(sandbox, "Your own copy")
    pieces = f"SELECT /*+ REPARTITION({files}) */" if files > 1 else "SELECT"
    told_properties = "".join(f"\n  '{k}' = '{v}'," for k, v in (properties or {}).items())
    extra = f"TBLPROPERTIES ({told_properties.rstrip(',')}\n)\n" if told_properties else ""
    code = (
        f"CREATE TABLE {table} USING DELTA\n{extra}AS {pieces} {COLUMNS}\n"
        f"FROM {SOURCE}\nWHERE {SURVIVORS}"
    )
    return Evidence(
        "Your own copy of the customers",
        code,
        "sql",
        watch.seconds,
        told.rows,
        "Version 0 of a table that only you see: whatever happens to it, the lake's stays true.",
        facts={f"{name}_at_first": value for name, value in told.facts.items()},
    )


def totals_sql(table: str, at: str = "") -> str:
    """Statement that counts and sums a copy, or an earlier version of it."""
    return (
        "SELECT count(*) AS customers, sum(lifetime_value) AS lifetime_value\n"
        f"FROM {table}{f' {at}' if at else ''}"
    )


def totals(
    sandbox: Sandbox, title: str, *, at: str = "", note: str = "", suffix: str = ""
) -> Evidence:
    """Count and sum the copy; facts `customers` and `lifetime_value`, with the suffix."""

    def drawn(rows: pd.DataFrame) -> dict[str, object]:
        count, amount = rows.iloc[0]
        return {f"customers{suffix}": int(count), f"lifetime_value{suffix}": amount}

    return ask_spark(
        sandbox.spark,
        title,
        totals_sql(sandbox.table(NAME), at),
        note=note,
        facts=drawn,  # type: ignore[arg-type]
    )

"""Customers: the copy of the lake's customers that lessons work on, and what is in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboards.evidence import Evidence, Fact, ask_spark, stopwatch
from dashboards.sandbox import copy_query

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
    with stopwatch() as watch:
        sandbox.copy(
            SOURCE, NAME, columns=COLUMNS, where=SURVIVORS, files=files, properties=properties
        )
    query = copy_query(SOURCE, columns=COLUMNS, where=SURVIVORS, files=files)
    return Evidence(
        "Your own copy of the customers",
        sandbox.creation(NAME, query, properties),
        "sql",
        watch.seconds,
        note="Version 0 of a table that only you see; the lake's own stays true.",
        facts=totals(sandbox, "", suffix="_at_first").facts,
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
    """Count and sum the copy: facts `customers` and `lifetime_value`, with the suffix."""

    def drawn(rows: pd.DataFrame) -> dict[str, Fact]:
        count, amount = rows.iloc[0]
        return {f"customers{suffix}": int(count), f"lifetime_value{suffix}": amount}

    sql = totals_sql(sandbox.table(NAME), at)
    told = ask_spark(sandbox.spark, title, sql, note=note, facts=drawn)
    return replace(told, rows=None)  # the facts say it all


def difference(told: Evidence, before: Evidence, suffix: str, suffix_before: str) -> int:
    """How many customers more there are in one total than in another."""
    after, first = told.facts[f"customers{suffix}"], before.facts[f"customers{suffix_before}"]
    return int(str(after)) - int(str(first))

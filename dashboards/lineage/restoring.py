"""Restoring: a copy of a main table as of an earlier version, overwritten and put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboards.evidence import Evidence, ask_spark, stopwatch
from dashboards.lessons.acting import act, history
from lakehouse.table import Table

if TYPE_CHECKING:
    from dashboards.sandbox import Sandbox

COPY = "restored"


def restored(sandbox: Sandbox, table: Table, then: int, now: int) -> Iterator[Evidence]:
    """Version 0 is the table as it was then, version 1 as it is now; RESTORE, and compare."""
    copy, old = sandbox.table(COPY), f"{table.full_name} VERSION AS OF {then}"
    with stopwatch() as watch:
        sandbox.create(COPY, f"SELECT *\nFROM {old}")
    made = sandbox.creation(COPY, f"SELECT *\nFROM {old}")
    yield Evidence(f"Your own {table.name}, as of version {then}", made, "sql", watch.seconds)
    yield act(
        sandbox,
        f"Overwritten with version {now}",
        f"INSERT OVERWRITE {copy}\nSELECT *\nFROM {table.full_name} VERSION AS OF {now}",
    )
    yield act(
        sandbox,
        "RESTORE",
        f"RESTORE TABLE {copy} TO VERSION AS OF 0",
        note="No row is written: the files of version 0 count again.",
        facts=lambda rows: {"files_restored": int(rows["num_restored_files"][0])},
    )
    after = _difference(sandbox, copy, old, "Compared with the table then, row by row")
    same = not any(after.facts.values())
    words = (
        f"It is the table of version {then} again, in every row and column."
        if same
        else "It is not what it was."
    )
    yield replace(after, note=words)
    yield history(
        sandbox.spark, copy, note="Going back is one more version; nothing is covered up."
    )


def _difference(sandbox: Sandbox, copy: str, old: str, title: str) -> Evidence:
    """Rows that only one of the two has, in both directions."""
    sql = (
        "SELECT\n"  # noqa: S608 - names are declared
        f"    (SELECT count(*) FROM (SELECT * FROM {copy} EXCEPT ALL SELECT * FROM {old}))"
        " AS only_in_the_copy,\n"
        f"    (SELECT count(*) FROM (SELECT * FROM {old} EXCEPT ALL SELECT * FROM {copy}))"
        " AS only_in_the_table_then"
    )
    told = ask_spark(
        sandbox.spark,
        title,
        sql,
        facts=lambda rows: {name: int(rows[name][0]) for name in rows.columns},
    )
    return replace(told, rows=None)

"""Lesson: every version stays readable, by number and by time, and two can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboards.evidence import Evidence, ask_spark
from dashboards.lessons.acting import act, affected, history
from dashboards.lessons.customers import COLUMNS, NAME, fresh_copy, totals
from dashboards.lessons.lesson import Lesson, Prediction
from lakehouse.time_travel import difference_sql, totals_sql

if TYPE_CHECKING:
    import pandas as pd

    from dashboards.sandbox import Sandbox

MOVED, LEFT, CAME = 3, 2, 4


def run(sandbox: Sandbox) -> Iterator[Evidence]:
    """Change, remove and add customers, then read and compare the versions."""
    yield fresh_copy(sandbox)
    table = sandbox.table(NAME)
    yield from _changes(sandbox, table)
    told = history(
        sandbox.spark, table, note="Version 0 is the copy; each statement made one more."
    )
    yield told
    yield totals(
        sandbox,
        "Version 0 by its number",
        at="VERSION AS OF 0",
        note="Nothing was restored for this: the old files are there still.",
        suffix="_in_version_0",
    )
    created = told.answer["timestamp"].iloc[-1]
    yield totals(
        sandbox,
        "The same by its time",
        at=f"TIMESTAMP AS OF '{created}'",
        note="Any moment will do: it finds the version that was the newest then.",
        suffix="_at_that_time",
    )
    yield ask_spark(
        sandbox.spark,
        "Current against previous",
        totals_sql(table, ["lifetime_value"], "VERSION AS OF 0"),
        note="The totals of two versions in one statement.",
        facts=lambda rows: {
            "record_count_current": int(rows["record_count"][0]),
            "record_count_previous": int(rows["record_count"][1]),
        },
    )
    yield ask_spark(
        sandbox.spark,
        "Row by row: version 0 against version 3",
        difference_sql(table, ["customer_id"], COLUMNS.split(", "), 0, 3),
        note="Each row that the two do not share, and what became of it.",
        facts=_counted,
    )


def _changes(sandbox: Sandbox, table: str) -> Iterator[Evidence]:
    chosen = sandbox.spark.sql(
        f"SELECT customer_id FROM {table} ORDER BY customer_id LIMIT {MOVED + LEFT}"
    ).collect()
    ids = [f"'{row[0]}'" for row in chosen]
    yield act(
        sandbox,
        f"{MOVED} customers move",
        f"UPDATE {table}\nSET state = 'AK'\nWHERE customer_id IN ({', '.join(ids[:MOVED])})",
        facts=affected("rows_updated"),
    )
    yield act(
        sandbox,
        f"{LEFT} customers leave",
        f"DELETE FROM {table}\nWHERE customer_id IN ({', '.join(ids[MOVED:])})",
        facts=affected("rows_deleted"),
    )
    yield act(
        sandbox,
        f"{CAME} customers come",
        f"INSERT INTO {table}\nSELECT format_string('NEW-%03d', id), 'New', 'Customer',\n"
        f"  'new@example.com', 'CA', 'New', 50.00\nFROM range({CAME})",
    )


def _counted(rows: pd.DataFrame) -> dict[str, int]:
    counts = Counter(rows["difference"])
    return {f"rows_{kind}": counts[kind] for kind in ("added", "removed", "changed")}


LESSON = Lesson(
    key="time-travel",
    title="Travel in time",
    about="Customers move, leave and come; then the versions are read and compared.",
    predict=Prediction(
        question="After an UPDATE, a DELETE and an INSERT: how do you get at the data before them?",
        choices=(
            "Restore last night's backup",
            "Ask for it in the SELECT: VERSION AS OF 0",
            "It is gone",
        ),
        right=1,
        proof="customers_in_version_0",
    ),
    explain=(
        "A data file is never changed: an UPDATE writes new files and a commit that says which "
        "count from now on. A version is the list of its files, so reading an old one is as "
        "cheap as reading the newest, for as long as VACUUM leaves its files alone."
    ),
    run=run,
)

"""Lesson: an UPDATE without WHERE, and the table as it was, seconds later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboards.evidence import Evidence, ask_spark
from dashboards.lessons.acting import act, affected, history, with_facts, yes
from dashboards.lessons.customers import COLUMNS, NAME, fresh_copy, totals
from dashboards.lessons.lesson import Lesson, Prediction
from lakehouse.time_travel import difference_sql

if TYPE_CHECKING:
    from dashboards.sandbox import Sandbox


def run(sandbox: Sandbox) -> Iterator[Evidence]:
    """Ruin every row, restore, and prove that the table is what it was."""
    first = fresh_copy(sandbox)
    yield first
    table = sandbox.table(NAME)
    yield act(
        sandbox,
        "The WHERE is missing",
        f"UPDATE {table}\nSET lifetime_value = 0, email = 'nobody@example.com'",
        note="Meant for one customer, done to all of them.",
        facts=affected("rows_ruined"),
    )
    yield totals(sandbox, "The damage", note="Every value is gone.", suffix="_ruined")
    yield act(
        sandbox,
        "RESTORE",
        f"RESTORE TABLE {table} TO VERSION AS OF 0",
        note="The old files count again, the ruined one does not; no row is rewritten.",
        facts=lambda rows: {
            "files_restored": int(rows["num_restored_files"][0]),
            "files_removed": int(rows["num_removed_files"][0]),
        },
    )
    back = totals(sandbox, "Counts and sums are equal again", suffix="_restored")
    equal = all(
        back.facts[f"{name}_restored"] == first.facts[f"{name}_at_first"]
        for name in ("customers", "lifetime_value")
    )
    note = "The same number of customers, the same sum to the cent." if equal else "They differ."
    yield with_facts(back, note, equal=yes(equal))
    yield ask_spark(
        sandbox.spark,
        "And not one row differs",
        difference_sql(table, ["customer_id"], COLUMNS.split(", "), 0, 2),
        note="Version 0 against version 2: nothing.",
        facts=lambda rows: {"rows_that_differ": len(rows)},
    )
    yield history(
        sandbox.spark,
        table,
        note="Nothing is covered up: the mistake and its repair are both on record, with names.",
        facts=lambda rows: {"versions": len(rows)},
    )


LESSON = Lesson(
    key="disaster",
    title="A disastrous UPDATE, and RESTORE",
    about="Somebody forgets the WHERE. The table comes back in one statement.",
    predict=Prediction(
        question="RESTORE goes back to version 0. Which version does the table have then?",
        choices=(
            "0: what came after is gone",
            "1: the ruined version is replaced",
            "2: going back is one more version",
        ),
        right=2,
        proof="versions",
    ),
    explain=(
        "RESTORE commits a new version that names the files of the old one. It copies nothing, "
        "and history only grows: whoever asks later sees who ruined the table, when, and who "
        "put it back."
    ),
    run=run,
)

"""Lesson: a table refuses what it does not know, and what it does not allow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboards.evidence import Evidence, ask_spark, refused_by_spark, stopwatch
from dashboards.lessons.acting import act, with_facts, yes
from dashboards.lessons.customers import NAME, difference, fresh_copy, totals
from dashboards.lessons.lesson import Lesson, Prediction
from dashboards.sentences import engine_words

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from dashboards.sandbox import Sandbox

NEWCOMER = (
    "SELECT 'NEW-001' AS customer_id, 'Robin' AS first_name, 'Field' AS last_name,\n"
    "  'robin@example.com' AS email, 'CA' AS state, 'New' AS customer_segment,\n"
    "  CAST(25 AS DECIMAL(12,2)) AS lifetime_value, true AS newsletter"
)
"""A row with a column that the table does not know."""


def run(sandbox: Sandbox) -> Iterator[Evidence]:
    """A bad append is refused, a new column let in on request, a CHECK kept, all put back."""
    first = fresh_copy(sandbox)
    yield first
    table = sandbox.table(NAME)
    yield _append(sandbox, table, merge=False)
    same = totals(sandbox, "Nothing of it came in", suffix="_after_refusal")
    added = difference(same, first, "_after_refusal", "_at_first")
    yield with_facts(same, "Not even the columns that it does know.", customers_added=added)
    yield _append(sandbox, table, merge=True)
    yield ask_spark(
        sandbox.spark,
        "The column is there, and empty for everybody else",
        f"SELECT newsletter, count(*) AS customers\nFROM {table}\nGROUP BY newsletter",
        note="No old file was rewritten: a column that a file lacks is read as null.",
        facts=lambda rows: {
            "with_newsletter": int(rows.loc[rows["newsletter"].notna(), "customers"].sum()),
            "without_newsletter": int(rows.loc[rows["newsletter"].isna(), "customers"].sum()),
        },
    )
    yield act(
        sandbox,
        "A rule of the table's own",
        f"ALTER TABLE {table}\nADD CONSTRAINT value_not_negative CHECK (lifetime_value >= 0)",
        note="All rows were looked at first: a table that breaks a rule cannot get it.",
    )
    broken = refused_by_spark(
        sandbox.spark,
        "A negative value is refused",
        f"UPDATE {table}\nSET lifetime_value = -1\nWHERE customer_id = 'NEW-001'",
        note="Whoever writes, with whatever tool: the table itself says no.",
    )
    yield with_facts(broken, check_refused=yes(broken.error is not None))
    yield act(
        sandbox,
        "Back to how it was",
        f"RESTORE TABLE {table} TO VERSION AS OF 0",
        note="Rows, columns and rules of version 0.",
    )
    yield _columns(sandbox, table)


def _append(sandbox: Sandbox, table: str, *, merge: bool) -> Evidence:
    """The append, with or without the option; one without it is refused."""
    from pyspark.errors import PySparkException

    option = '\n    .option("mergeSchema", "true")' if merge else ""
    code = (
        f'(\n    spark.sql("""{NEWCOMER}""")\n    .write.mode("append"){option}\n'
        f'    .saveAsTable("{table}")\n)'
    )
    error = None
    with stopwatch() as watch:
        try:
            _write(sandbox.spark.sql(NEWCOMER), table, merge=merge)
        except PySparkException as refusal:
            error = engine_words(refusal)
    if merge:
        title = "The same with mergeSchema"
        note = "Asked for by name, the new column becomes one of the table's, in the same commit."
        facts = {"append_accepted": yes(error is None)}
    else:
        title = "An append with a strange column is refused"
        note = "A column that the table does not know: the schema is enforced at every write."
        facts = {"append_refused": yes(error is not None)}
    return Evidence(title, code, "python", watch.seconds, None, note, error, facts)


def _write(rows: DataFrame, table: str, *, merge: bool) -> None:
    writer = rows.write.format("delta").mode("append")
    if merge:
        writer = writer.option("mergeSchema", "true")
    writer.saveAsTable(table)


def _columns(sandbox: Sandbox, table: str) -> Evidence:
    return ask_spark(
        sandbox.spark,
        "The columns, after the RESTORE",
        f"DESCRIBE TABLE {table}",
        facts=lambda rows: {"newsletter_columns": int((rows["col_name"] == "newsletter").sum())},
    )


LESSON = Lesson(
    key="schema",
    title="Schema: refused, let in, checked",
    about="An append brings a column nobody knows; later, a value that nobody allows.",
    predict=Prediction(
        question="A job appends rows with a column that the table does not have. What happens?",
        choices=(
            "The append fails, and nothing is written",
            "The rows come in without that column",
            "The column is added by itself",
        ),
        right=0,
        proof="append_refused",
    ),
    explain=(
        "The schema and the rules stand in the table's own log, so every writer meets them. "
        "With `mergeSchema` a change is let in on purpose; without it a mistake upstream stays "
        "upstream."
    ),
    run=run,
)

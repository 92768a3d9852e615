"""Lesson: who changed what and when, down to the row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboards.evidence import Evidence, ask_spark
from dashboards.lessons.acting import act, affected, history
from dashboards.lessons.customers import NAME, fresh_copy
from dashboards.lessons.lesson import Lesson, Prediction

if TYPE_CHECKING:
    import pandas as pd

    from dashboards.sandbox import Sandbox

DETAILS = ["format", "location", "numFiles", "sizeInBytes", "minReaderVersion", "minWriterVersion"]
KINDS = ("insert", "update_preimage", "update_postimage", "delete")


def run(sandbox: Sandbox) -> Iterator[Evidence]:
    """Two people change a copy; its history, its details and its change feed tell of them."""
    yield fresh_copy(sandbox, properties={"delta.enableChangeDataFeed": "true"})
    table = sandbox.table(NAME)
    with sandbox.another("Ann") as ann, sandbox.another("Ben") as ben:
        yield act(
            sandbox,
            "Ann promotes the standard customers",
            f"UPDATE {table}\nSET customer_segment = 'Premium'\n"
            "WHERE customer_segment = 'Standard'",
            spark=ann,
            facts=affected("rows_updated"),
        )
        yield act(
            sandbox,
            "Ben removes the prospects",
            f"DELETE FROM {table}\nWHERE customer_segment = 'Prospect'",
            spark=ben,
            facts=affected("rows_deleted"),
        )
    yield history(
        sandbox.spark,
        table,
        "Who did it",
        note="Open-source Delta leaves the user's name empty. Here every session puts it into "
        "the commit's userMetadata, which no one can leave out of the log afterwards.",
        facts=lambda rows: {"who_updated": _by(rows, "UPDATE"), "who_deleted": _by(rows, "DELETE")},
    )
    yield _detail(sandbox, table)
    yield from _feed(sandbox, table)
    yield act(sandbox, "Back to how it was", f"RESTORE TABLE {table} TO VERSION AS OF 0")


def _by(rows: pd.DataFrame, operation: str) -> str:
    return ", ".join(rows.loc[rows["operation"] == operation, "who"])


def _detail(sandbox: Sandbox, table: str) -> Evidence:
    told = ask_spark(
        sandbox.spark,
        "What the table is",
        f"DESCRIBE DETAIL {table}",
        note="Where it is, how many files and bytes its newest version has, and which protocol "
        "a reader and a writer must know.",
    )
    facts = {"files": int(told.answer["numFiles"][0]), "bytes": int(told.answer["sizeInBytes"][0])}
    return replace(told, rows=told.answer[DETAILS], facts=facts)


def _feed(sandbox: Sandbox, table: str) -> Iterator[Evidence]:
    def counted(rows: pd.DataFrame) -> dict[str, int]:
        counts = Counter(dict(zip(rows["_change_type"], rows["changes"], strict=True)))
        return {f"feed_{kind}": int(counts[kind]) for kind in KINDS}

    yield ask_spark(
        sandbox.spark,
        "The change data feed: every row that changed",
        "SELECT _commit_version, _change_type, count(*) AS changes\n"
        f"FROM table_changes('{table}', 1)\n"
        "GROUP BY ALL ORDER BY _commit_version, _change_type",
        note="An update has two rows: how it was, and how it became.",
        facts=counted,
    )
    yield ask_spark(
        sandbox.spark,
        "One customer in it, before and after",
        "SELECT customer_id, state, customer_segment, _change_type, _commit_version, "
        "_commit_timestamp\n"
        f"FROM table_changes('{table}', 1, 1)\nORDER BY customer_id, _change_type DESC\nLIMIT 6",
        note="What follows a table, such as a search index, reads this instead of all of it.",
    )


LESSON = Lesson(
    key="audit",
    title="Audit: who, what, when",
    about="Ann updates, Ben deletes; the table tells of both, row by row.",
    predict=Prediction(
        question="Ann updates some rows. How many rows does the change data feed have for each?",
        choices=("One: the new values", "Two: before and after", "None: only deletions are told"),
        right=1,
        proof="feed_update_preimage",
    ),
    explain=(
        "The log names every commit: when, which operation, by whom, on how many rows. The change "
        "data feed adds the rows themselves, so that 'what changed since yesterday' is a query "
        "and not a comparison of two copies."
    ),
    run=run,
)

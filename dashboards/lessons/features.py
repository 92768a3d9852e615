"""Lesson: deletion vectors and column mapping, changes that rewrite no data file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from dashboards.evidence import Evidence, ask_spark
from dashboards.lessons.acting import act, affected, with_facts, yes
from dashboards.lessons.customers import NAME, fresh_copy, totals
from dashboards.lessons.files import actions, parquet_files
from dashboards.lessons.lesson import Lesson, Prediction

if TYPE_CHECKING:
    from dashboards.sandbox import Sandbox

FEATURES = {"delta.enableDeletionVectors": "true", "delta.columnMapping.mode": "name"}
COLUMNS = ["minReaderVersion", "minWriterVersion", "tableFeatures", "numFiles"]


def run(sandbox: Sandbox) -> Iterator[Evidence]:
    """Delete a row, rename a column, drop one: the data file stays; then put all back."""
    first = fresh_copy(sandbox, properties=FEATURES)
    yield first
    table = sandbox.table(NAME)
    before = set(parquet_files(sandbox, NAME))
    yield _protocol(sandbox, table)
    deleted = act(
        sandbox,
        "One customer leaves",
        f"DELETE FROM {table}\nWHERE customer_id = 'DEMO-003'",
        note="A deletion vector marks the row in a small file of its own; the data file with "
        "thousands of others is not written anew.",
        facts=affected("rows_deleted"),
    )
    facts = {**deleted.facts, **_rewritten(sandbox, before)}
    yield replace(deleted, rows=_listing(sandbox), facts=facts)
    yield act(
        sandbox,
        "A column gets another name",
        f"ALTER TABLE {table}\nRENAME COLUMN customer_segment TO segment",
    )
    dropped = act(
        sandbox,
        "A column goes",
        f"ALTER TABLE {table}\nDROP COLUMN email",
        note="Files know their columns by an inner name that never changes, so both are done in "
        "the log alone.",
    )
    rewritten = _rewritten(sandbox, before)["data_files_rewritten"]
    yield with_facts(dropped, data_files_rewritten_by_all=rewritten)
    yield ask_spark(
        sandbox.spark,
        "The columns now",
        f"DESCRIBE TABLE {table}",
        facts=lambda rows: {"columns": ", ".join(rows["col_name"])},
    )
    yield act(sandbox, "Back to how it was", f"RESTORE TABLE {table} TO VERSION AS OF 0")
    back = totals(sandbox, "The customer is back", suffix="_restored")
    equal = back.facts["customers_restored"] == first.facts["customers_at_first"]
    yield with_facts(back, equal=yes(equal))


def _protocol(sandbox: Sandbox, table: str) -> Evidence:
    told = ask_spark(
        sandbox.spark,
        "What a reader must know",
        f"DESCRIBE DETAIL {table}",
        note="Reader 3: Synapse serverless reads version 1 and would refuse this table. So the "
        "lake's gold tables go without these features, and a test watches over it.",
    )
    facts = {
        "reader_version": int(told.answer["minReaderVersion"][0]),
        "writer_version": int(told.answer["minWriterVersion"][0]),
    }
    return replace(told, rows=told.answer[COLUMNS], facts=facts)


def _listing(sandbox: Sandbox) -> pd.DataFrame:
    """Files in the table's folder, the log left out."""
    start = len(sandbox.path(NAME)) + 1
    found = {file.path[start:]: file.size for file in sandbox.files(NAME)}
    kept = {path: size for path, size in found.items() if "." in path and "_log/" not in path}
    return pd.DataFrame({"file": list(kept), "bytes": list(kept.values())})


def _rewritten(sandbox: Sandbox, before: set[str]) -> dict[str, int]:
    """Data files that came since, and deletion vectors that the log knows."""
    added = [action["add"] for _, action in actions(sandbox, NAME) if "add" in action]
    return {
        "data_files_rewritten": len(set(parquet_files(sandbox, NAME)) - before),
        "deletion_vectors": sum(bool(add.get("deletionVector")) for add in added),
    }


LESSON = Lesson(
    key="features",
    title="Deletion vectors and column mapping",
    about="A row is deleted, a column renamed, another dropped, and no data file is rewritten.",
    predict=Prediction(
        question="One row of a file with thousands is deleted. How many rows are rewritten?",
        choices=("None", "One", "All the others"),
        right=0,
        proof="data_files_rewritten",
    ),
    explain=(
        "Without these features a DELETE copies every other row of the file, and a renamed "
        "column means a new table. With them the change is a note beside the file. The price: "
        "readers must understand the notes, which the table's protocol demands of them."
    ),
    run=run,
)

"""Lesson: small files are put together, old ones are taken away, but not too early."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboards.evidence import Evidence, refused_by_spark, stopwatch
from dashboards.lessons.acting import act, with_facts, yes
from dashboards.lessons.customers import NAME, fresh_copy, totals
from dashboards.lessons.files import file_table, parquet_files
from dashboards.lessons.lesson import Lesson, Prediction

if TYPE_CHECKING:
    from dashboards.sandbox import Sandbox

PIECES = 12
KEEPS_NOTHING = "interval 0 seconds"


def run(sandbox: Sandbox) -> Iterator[Evidence]:
    """OPTIMIZE, the guard of VACUUM, VACUUM itself, and what it costs: the past."""
    yield fresh_copy(sandbox, files=PIECES)
    table = sandbox.table(NAME)
    yield _files(sandbox, f"{PIECES} small files", "_before")
    yield act(
        sandbox,
        "OPTIMIZE",
        f"OPTIMIZE {table}",
        note="The same rows in one file; the small ones stay for whoever reads version 0.",
        facts=lambda rows: {
            "files_removed": int(rows["metrics"][0]["numFilesRemoved"]),
            "files_added": int(rows["metrics"][0]["numFilesAdded"]),
        },
    )
    yield _files(sandbox, "In storage: the small ones and the one", "_optimized")
    guard = refused_by_spark(
        sandbox.spark,
        "VACUUM RETAIN 0 HOURS is refused",
        f"VACUUM {table} RETAIN 0 HOURS",
        note="A guard of Delta's own: somebody may be reading those files, or writing new ones "
        "that no version names yet. A week is kept unless the table says otherwise.",
    )
    yield with_facts(guard, vacuum_refused=yes(guard.error is not None))
    yield from _vacuumed(sandbox, table)
    yield totals(
        sandbox,
        "The rows are all there",
        note="The newest version has lost nothing.",
        suffix="_after_vacuum",
    )
    gone = refused_by_spark(
        sandbox.spark,
        "But the past is gone",
        f"SELECT count(*) FROM {table} VERSION AS OF 0",
        note="Its files are gone. So the lake's own tables keep ten years, and VACUUM is shown "
        "on a copy: nothing can restore version 0 now, and the next run makes a new copy.",
    )
    yield with_facts(gone, past_refused=yes(gone.error is not None))


def _vacuumed(sandbox: Sandbox, table: str) -> Iterator[Evidence]:
    yield act(
        sandbox,
        "This table needs no past",
        f"ALTER TABLE {table}\nSET TBLPROPERTIES "
        f"('delta.deletedFileRetentionDuration' = '{KEEPS_NOTHING}')",
        note="Said in the table itself, where everybody can read it, and not by switching the "
        "guard off.",
    )
    yield act(sandbox, "VACUUM", f"VACUUM {table}", note="Files that no kept version needs go.")
    yield _files(sandbox, "In storage: the one", "_vacuumed")


def _files(sandbox: Sandbox, title: str, suffix: str) -> Evidence:
    with stopwatch() as watch:
        rows, found = file_table(sandbox, NAME), parquet_files(sandbox, NAME)
    facts = {f"files{suffix}": len(found), f"bytes{suffix}": sum(found.values())}
    return Evidence(title, f"ls {sandbox.url(NAME)}", "bash", watch.seconds, rows, facts=facts)


LESSON = Lesson(
    key="maintenance",
    title="OPTIMIZE and VACUUM",
    about="Twelve small files become one; then the old ones are taken out of storage.",
    predict=Prediction(
        question="OPTIMIZE puts 12 files into one. How many files are in storage right after it?",
        choices=("1", "12", "13"),
        right=2,
        proof="files_optimized",
    ),
    explain=(
        "OPTIMIZE is a commit like any other: it adds a file and drops twelve from the list. Only "
        "VACUUM deletes anything, only what no version within the retention needs, and after it "
        "those versions cannot be read. Small files make reading slow; VACUUM makes storage cheap."
    ),
    run=run,
)

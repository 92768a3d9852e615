"""Lesson: a write is killed midway, and the table is what it was before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dashboards.evidence import Evidence, stopwatch
from dashboards.lessons.acting import act, history, with_facts
from dashboards.lessons.customers import NAME, difference, fresh_copy, totals
from dashboards.lessons.files import file_table, orphans
from dashboards.lessons.lesson import Lesson, Prediction
from dashboards.lessons.victim import Victim

if TYPE_CHECKING:
    from dashboards.sandbox import Sandbox

IMPORTED = 400
PARTS = 4
LAST_PART = IMPORTED - IMPORTED // PARTS
"""Id of the first row of the last part."""
SLOW = "reflect('java.lang.Thread', 'sleep', 120000L)"
"""What the last part waits for: a source that does not deliver."""


def run(sandbox: Sandbox) -> Iterator[Evidence]:
    """Import customers in four files; kill the import when three are written; do it again."""
    first = fresh_copy(sandbox)
    yield first
    yield from _killed(sandbox)
    yield _left_over(sandbox)
    yield totals(
        sandbox,
        "What a reader sees now",
        note="As many customers as before: no version names the new files, so nobody reads them.",
        suffix="_after_the_kill",
    )
    yield history(
        sandbox.spark,
        sandbox.table(NAME),
        "Its history knows of no import",
        facts=lambda rows: {"newest_version": int(rows["version"].max())},
    )
    yield act(
        sandbox,
        "The retry",
        import_sql(sandbox.table(NAME)),
        note="The same import once more, with a source that delivers: four files, one commit.",
    )
    whole = totals(sandbox, "The retry is whole", suffix="_after_the_retry")
    added = difference(whole, first, "_after_the_retry", "_at_first")
    note = "All of the import, nothing of it twice: what the killed try left counts for nothing."
    yield with_facts(whole, note, customers_imported=added)


def import_sql(table: str, *, last_part_waits: bool = False) -> str:
    """The import: four tasks side by side, each of which writes one file."""
    source = "'Partner import'"
    if last_part_waits:
        source = f"IF(id = {LAST_PART}, {SLOW}, {source})"
    return (
        f"INSERT INTO {table}\n"
        "SELECT format_string('IMPORT-%04d', id), 'New', 'Customer',\n"
        f"  format_string('import%d@example.com', id), 'CA', {source}, 100.00\n"
        f"FROM range(0, {IMPORTED}, 1, {PARTS})"
    )


def _killed(sandbox: Sandbox) -> Iterator[Evidence]:
    sql = import_sql(sandbox.table(NAME), last_part_waits=True)
    with Victim(sandbox, {"sql": sql}) as victim:
        with stopwatch() as watch:
            victim.wait_until(lambda: _written(sandbox) >= PARTS - 1)
        yield Evidence(
            f"An import of {IMPORTED} customers, in process {victim.pid}",
            sql,
            "sql",
            watch.seconds,
            note=f"{PARTS - 1} of its {PARTS} files are in storage; the last part waits for its "
            "source.",
        )
        yield totals(sandbox, "A reader, in the midst of it", suffix="_during_the_write")
        with stopwatch() as killing:
            died_of = victim.kill()
    yield Evidence(
        "Killed",
        f"kill -9 {victim.pid}\n# and the engine ends the session that it leaves behind",
        "bash",
        killing.seconds,
        note="Not asked to stop: gone, with no chance to tidy up.",
        facts={"died_of_signal": died_of},
    )


def _written(sandbox: Sandbox) -> int:
    return sum(size > 0 for size in orphans(sandbox, NAME).values())


def _left_over(sandbox: Sandbox) -> Evidence:
    with stopwatch() as watch:
        rows = file_table(sandbox, NAME)
        left = orphans(sandbox, NAME)
    return Evidence(
        "What it left in storage",
        f"ls {sandbox.url(NAME)}\ngrep '\"add\"' {sandbox.url(NAME)}/_delta_log/*.json",
        "bash",
        watch.seconds,
        rows,
        f"{len(left)} Parquet files, whole or cut off, that no version refers to. "
        "VACUUM takes such files away.",
        facts={"orphan_files": len(left), "orphan_bytes": sum(left.values())},
    )


LESSON = Lesson(
    key="killed-write",
    title="Kill a write",
    about="An import is killed when three of its four files are in storage.",
    predict=Prediction(
        question="What do readers see after the kill?",
        choices=(
            "Three quarters of the imported customers",
            "The table exactly as it was before",
            "An error, until somebody repairs the table",
        ),
        right=1,
        proof="customers_after_the_kill",
    ),
    explain=(
        "Data files become part of a Delta table by the commit alone: one small file in "
        "`_delta_log`, written last and all at once. Without it the files are only files. "
        "So a write happens wholly or not at all, whenever the power goes."
    ),
    run=run,
)

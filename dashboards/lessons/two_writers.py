"""Lesson: two people write at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd

from dashboards.evidence import Evidence, Fact, stopwatch
from dashboards.lessons.acting import act, affected, history, with_facts
from dashboards.lessons.customers import NAME, difference, fresh_copy, totals
from dashboards.lessons.lesson import Lesson, Prediction
from dashboards.sentences import engine_words

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from dashboards.sandbox import Sandbox

ROUNDS = 5
"""Rounds until two updates met; on a busy machine one may have ended before the other began."""
WRITERS = ("Ann", "Ben")
RAISES = (Decimal("10.00"), Decimal("1.00"))


def run(sandbox: Sandbox) -> Iterator[Evidence]:
    """Two appends at once, then two updates of the same rows at once, and the loser's retry."""
    yield fresh_copy(sandbox)
    with sandbox.another("Ann") as ann, sandbox.another("Ben") as ben:
        yield from _appends(sandbox, [ann, ben])
        yield from _updates(sandbox, [ann, ben])
    yield history(
        sandbox.spark, sandbox.table(NAME), note="One version a commit, in one order for all."
    )


def _appends(sandbox: Sandbox, writers: list[SparkSession]) -> Iterator[Evidence]:
    before = totals(sandbox, "Before", suffix="_before")
    statements = [
        f"INSERT INTO {sandbox.table(NAME)}\n"
        f"SELECT format_string('{who.upper()}-%03d', id), 'New', 'Customer',\n"
        "  'new@example.com', 'CA', 'New', 10.00 FROM range(100)"
        for who in WRITERS
    ]
    yield _together("Ann and Ben each append 100 customers", "appends", statements, writers)
    after = totals(sandbox, "Both appends are there", suffix="_after_both")
    note = (
        "Neither read what the other wrote, so nothing contradicts: whoever came second took "
        "the next version number, by itself."
    )
    added = difference(after, before, "_after_both", "_before")
    yield with_facts(after, note, customers_appended=added)


def _updates(sandbox: Sandbox, writers: list[SparkSession]) -> Iterator[Evidence]:
    statements = [
        f"UPDATE {sandbox.table(NAME)}\nSET lifetime_value = lifetime_value + {amount}\n"
        "WHERE state = 'CA'"
        for amount in RAISES
    ]
    rounds = 1
    before, met = _round(sandbox, statements, writers)
    while not met.error and rounds < ROUNDS:
        rounds += 1
        before, met = _round(sandbox, statements, writers)
    yield before
    yield with_facts(met, _why(met), rounds=rounds)
    if not met.error:
        return
    loser = WRITERS.index(str(met.facts["refused_writer"]))
    yield act(
        sandbox,
        f"{WRITERS[loser]} tries again",
        statements[loser],
        spark=writers[loser],
        note="It reads the version that won, and adds to that.",
        facts=affected("customers_raised"),
    )
    after = totals(sandbox, "Both raises count, each once", suffix="_after_updates")
    raised = Decimal(str(after.facts["lifetime_value_after_updates"])) - Decimal(
        str(before.facts["lifetime_value_before_updates"])
    )
    yield with_facts(after, "Nothing was lost, nothing counted twice.", raised_in_all=raised)


def _round(
    sandbox: Sandbox, statements: list[str], writers: list[SparkSession]
) -> tuple[Evidence, Evidence]:
    before = totals(sandbox, "Before the updates", suffix="_before_updates")
    title = "Ann and Ben each raise the same customers"
    return before, _together(title, "updates", statements, writers)


def _why(met: Evidence) -> str:
    if not met.error:
        return "Each ended before the other began, this time; run it again."
    return (
        "Both read the same rows of the same version. One commit came first; the other would "
        "have written over it what it had read before, and was refused."
    )


def _together(
    title: str, what: str, statements: list[str], writers: list[SparkSession]
) -> Evidence:
    """Run two statements at once, each in its own session; who was refused, if anyone was."""
    from pyspark.errors import PySparkException

    refusals: dict[int, str] = {}
    gate = threading.Barrier(len(writers))

    def write(number: int) -> None:
        gate.wait()
        try:
            writers[number].sql(statements[number]).collect()
        except PySparkException as error:
            refusals[number] = engine_words(error)

    threads = [threading.Thread(target=write, args=[n]) for n in range(len(writers))]
    with stopwatch() as watch:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    said = [("refused" if n in refusals else "committed") for n in range(len(writers))]
    rows = pd.DataFrame({"writer": WRITERS, "outcome": said})
    code = "\n\n".join(f"-- {w}\n{s};" for w, s in zip(WRITERS, statements, strict=True))
    loser = min(refusals, default=-1)
    facts: dict[str, Fact] = {
        f"{what}_committed": said.count("committed"),
        f"{what}_refused": said.count("refused"),
    }
    if refusals:
        facts["refused_writer"] = WRITERS[loser]
    return Evidence(title, code, "sql", watch.seconds, rows, "", refusals.get(loser), facts)


LESSON = Lesson(
    key="two-writers",
    title="Two writers at once",
    about="Two sessions append at the same moment, then update the same rows.",
    predict=Prediction(
        question="Ann and Ben update the same rows at the same moment. What happens?",
        choices=(
            "The later one overwrites the earlier one",
            "One waits for the other's lock",
            "One commits, the other gets an error and tries again",
        ),
        right=2,
        proof="updates_refused",
    ),
    explain=(
        "Delta locks nothing. Each writer notes which version it read, and creates the file of "
        "the next version: only one can. The other looks at what was committed meanwhile. New "
        "rows beside its own are fine; rows that it had read itself are not, and it is refused "
        "rather than let one of the two changes vanish."
    ),
    run=run,
)

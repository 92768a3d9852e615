"""Lesson: a stream is killed in the midst of a batch, and every claim still counts once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from dashboards.evidence import Evidence, ask_spark, stopwatch
from dashboards.lessons import claim_stream
from dashboards.lessons.acting import act, with_facts
from dashboards.lessons.lesson import Lesson, Prediction
from dashboards.lessons.victim import Victim
from lakehouse.errors import LakeEmpty
from lakehouse.storage import SANDBOX, spark_url

if TYPE_CHECKING:
    from dashboards.sandbox import Sandbox

STREAMED, NAIVE = "claims_streamed", "claims_naive"
MOST = 24
"""Claim files that are streamed: three batches of eight."""
SLOWNESS = 60
"""Milliseconds that the killed stream takes for a claim."""
KILLED_IN = 1
"""Number of the batch in which it is killed, counted from 0."""


@dataclass(frozen=True)
class Places:
    """Where the stream reads, where it notes how far it is (both below container sandbox)."""

    inbox: str
    checkpoint: str


def run(sandbox: Sandbox) -> Iterator[Evidence]:
    """Kill the stream, start it again, count; and the naive way beside it."""
    places, files = _inbox(sandbox)
    sandbox.create(STREAMED, _empty())
    source = spark_url(sandbox.settings, SANDBOX, places.inbox)
    stream: claim_stream.Route = {
        "source": source,
        "target": sandbox.url(STREAMED),
        "checkpoint": spark_url(sandbox.settings, SANDBOX, places.checkpoint),
    }
    yield from _killed(sandbox, places, stream, files)
    yield _counted(sandbox, STREAMED, "Streaming and batch on one table", "_after_kill")
    yield act(
        sandbox,
        "Somebody adds a claim by hand, meanwhile",
        f"INSERT INTO {sandbox.table(STREAMED)}\n"
        "VALUES ('CLM-BY-HAND', 'DEMO-002', 80.00, 'by hand')",
        note="A batch write into the table that a stream writes to. Neither minds the other.",
    )
    yield _restarted(sandbox, stream)
    whole = _counted(sandbox, STREAMED, "Every claim, once", "_streamed")
    note = f"{files} files and one row by hand; no file twice, none forgotten."
    yield with_facts(whole, note, claim_files=files)
    yield from _naively(sandbox, source, files)


def _killed(
    sandbox: Sandbox, places: Places, stream: claim_stream.Route, files: int
) -> Iterator[Evidence]:
    task = {"stream": {**stream, "slowness": SLOWNESS}}
    with stopwatch() as watch, Victim(sandbox, task) as victim:
        victim.wait_until(lambda: _in_batch(sandbox, places, min(KILLED_IN, _last(files))))
        died_of = victim.kill()
    begun, done = _batches(sandbox, places)
    rows = pd.DataFrame({"batches": ["begun", "committed"], "count": [len(begun), len(done)]})
    yield Evidence(
        f"A stream of {files} claim files, killed in the midst of a batch",
        f"{claim_stream.code(**stream)}\n\n# kill -9 {victim.pid}",
        "python",
        watch.seconds,
        rows,
        "Its checkpoint notes a batch before it begins and after it is in the table: one had "
        f"begun and not ended. (Slowed down by {SLOWNESS} ms a claim, so that one can aim.)",
        facts={
            "died_of_signal": died_of,
            "batches_begun": len(begun),
            "batches_committed": len(done),
        },
    )


def _restarted(sandbox: Sandbox, stream: claim_stream.Route) -> Evidence:
    with stopwatch() as watch:
        query = claim_stream.start(sandbox.spark, **stream)
        query.awaitTermination()
    return Evidence(
        "The same stream again, with the same checkpoint",
        claim_stream.code(**stream),
        "python",
        watch.seconds,
        note="It does the unfinished batch again, with the very same files, and goes on.",
    )


def _naively(sandbox: Sandbox, source: str, files: int) -> Iterator[Evidence]:
    table = sandbox.create(NAIVE, _empty())
    for time in ("once", "and again"):
        with stopwatch() as watch:
            claims = claim_stream.batch_rows(sandbox.spark, source)
            claims.write.format("delta").mode("append").saveAsTable(table)
        title, code = (
            f"The naive way: append all files, {time}",
            claim_stream.batch_code(source, table),
        )
        yield Evidence(title, code, "python", watch.seconds)
    doubled = _counted(sandbox, NAIVE, "Doubled", "_naive")
    note = f"{files} claims, each twice: a plain append does not know what it has read already."
    yield with_facts(doubled, note)


def _inbox(sandbox: Sandbox) -> tuple[Places, int]:
    """The stream's own copy of portal claims, so that nobody's new claim changes the count."""
    lake = sandbox.lake
    claims = sorted(f.path for f in lake.source_files() if f.path.startswith("claims/"))[:MOST]
    if not claims:
        msg = "There are no portal claims to stream; bring the lake back with `./petinsure reset`."
        raise LakeEmpty(msg)
    places = Places(sandbox.folder("inbox"), sandbox.folder("checkpoint"))
    for path in claims:
        lake.write(
            SANDBOX, f"{places.inbox}/{path.rsplit('/', 1)[1]}", lake.read("raw", path) or b""
        )
    return places, len(claims)


def _last(files: int) -> int:
    return max((files - 1) // claim_stream.FILES_A_BATCH, 0)


def _batches(sandbox: Sandbox, places: Places) -> tuple[set[str], set[str]]:
    """Batches that the checkpoint has as begun, and as committed."""
    files = sandbox.lake.files(SANDBOX, f"{places.checkpoint}/")
    names = [file.path.removeprefix(f"{places.checkpoint}/").split("/") for file in files]

    def of(kind: str) -> set[str]:
        return {name[1] for name in names if name[0] == kind and name[-1].isdigit()}

    return of("offsets"), of("commits")


def _in_batch(sandbox: Sandbox, places: Places, number: int) -> bool:
    begun, done = _batches(sandbox, places)
    return str(number) in begun - done


def _empty() -> str:
    return (
        "SELECT CAST(NULL AS STRING) AS claim_id, CAST(NULL AS STRING) AS customer_id, "
        "CAST(NULL AS DECIMAL(12,2)) AS claim_amount, CAST(NULL AS STRING) AS file WHERE false"
    )


def _counted(sandbox: Sandbox, name: str, title: str, suffix: str) -> Evidence:
    told = ask_spark(
        sandbox.spark,
        title,
        "SELECT count(*) AS claims, count(DISTINCT file) AS different_files,\n"
        f"  sum(claim_amount) AS claim_amount\nFROM {sandbox.table(name)}",
        facts=lambda rows: {
            f"claims{suffix}": int(rows["claims"][0]),
            f"different_files{suffix}": int(rows["different_files"][0]),
        },
    )
    return replace(told, rows=None)


LESSON = Lesson(
    key="exactly-once",
    title="Stream and batch, exactly once",
    about="A stream of claim files is killed in the midst of a batch and started again.",
    predict=Prediction(
        question="The stream died in its second batch. How many claims has the table in the end?",
        choices=(
            "Fewer: the second batch is lost",
            "More: the second batch comes twice",
            "Each exactly once",
        ),
        right=2,
        proof="different_files_streamed",
    ),
    explain=(
        "The checkpoint says which files make up a batch before it begins. The commit in the "
        "table carries the batch's number, so a batch that is done again is known and left out. "
        "Both together make exactly once, without anybody counting."
    ),
    run=run,
)

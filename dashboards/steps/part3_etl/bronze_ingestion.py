"""Step: 01_bronze_ingestion, from files to rows that know where they came from."""

from __future__ import annotations

from itertools import islice

import pandas as pd
import streamlit as st

from dashboards import following, queries, show
from dashboards.etl.asking import asked
from dashboards.etl.notebooks import BRONZE
from dashboards.etl.run_panel import run_panel
from dashboards.evidence import Evidence, stopwatch
from dashboards.step import Step
from lakehouse.storage import Lake
from lakehouse.table import INGESTED

STEP = Step(
    key="bronze-ingestion",
    part=3,
    place=1,
    title="01_bronze_ingestion",
    minutes=1,
    essential=True,
    state="claimed",
    say=(
        "The first notebook takes in what is new in raw, and nothing twice.",
        "Each row gets its file, its batch and its time: from here on we can always ask where "
        "a number came from.",
        "Lines that nobody can read are kept as well, marked for what they are.",
    ),
    more=(
        "It is Structured Streaming that ends when all is read: the checkpoint knows every file.",
        "The same query with another trigger is live mode, which the portal can switch on.",
    ),
)

SOURCE = "petinsure_bronze.claims_raw"
COLUMNS = (
    "claim_id, claim_amount, _source_file, _source_modified_at,\n"
    "  _ingestion_timestamp, _batch_id, _quality"
)
LONGEST = 1500  # characters of a file that are shown


def render() -> None:
    """Run it, then a claim before and after, batch by batch, and what could not be read."""
    run_panel(BRONZE)
    st.subheader("Before and after", anchor=False)
    left, right = st.columns(2, gap="large")
    claim_id = following.followed()
    with left:
        show.evidence(_before(claim_id), key="before")
    with right:
        show.evidence(_after(claim_id), key="after")
        st.markdown(_metadata())
    st.subheader("Exactly once, batch by batch", anchor=False)
    show.evidence(_batches(), key="batches")
    show.evidence(_unreadable(), key="unreadable")


def _before(claim_id: str | None) -> Evidence:
    """A claim of the portal is a file of its own; the claims system sends a line for each."""
    path = f"claims/{claim_id}.json" if claim_id else "claims.jsonl"
    with stopwatch() as watch:
        first = b"".join(islice(Lake(queries.settings()).stream("raw", path), 1))
    text = first.decode(errors="replace") or "(not there)"
    if not claim_id:
        text = text.splitlines()[0]
    text = text[:LONGEST] + ("…" if len(text) > LONGEST else "")
    title = f"raw/{path}" if claim_id else f"raw/{path}, its first line"
    note = "As it was sent: plain text, without types and without a word on where it came from."
    return Evidence(title, text, "json", watch.seconds, note=note)


def _after(claim_id: str | None) -> Evidence:
    """The claim's row, column by column; without a claim the three newest rows."""
    chosen = f"WHERE claim_id = '{claim_id}'\n" if claim_id else ""
    newest = "ORDER BY _ingestion_timestamp DESC, claim_id\nLIMIT 3"
    sql = f"SELECT {COLUMNS}\nFROM {SOURCE}\n{chosen}{newest}"
    found = asked("The row in bronze" if claim_id else "The newest rows in bronze", sql)
    rows = found.rows
    if rows is not None and rows.empty:
        note = "Not there yet: run the notebook."
    else:
        values = "The same values" if claim_id else "Values"
        note = f"{values}, still as text, and beside them where they came from."
    if claim_id and rows is not None and not rows.empty:
        first = rows.iloc[0]
        rows = pd.DataFrame({"column": first.index, "value": first.map(str).to_list()})
    return Evidence(found.title, sql, "sql", found.seconds, rows, note)


def _metadata() -> str:
    return "\n".join(f"- `{name}`: {column.comment}" for name, column in INGESTED.items())


def _batches() -> Evidence:
    sql = (
        "SELECT _batch_id, count(DISTINCT _source_file) AS files, count(*) AS number_of_rows,\n"
        f"  max(_ingestion_timestamp) AS taken_in\nFROM {SOURCE}\n"
        "GROUP BY _batch_id\nORDER BY _batch_id DESC"
    )
    return asked("What each run took in", sql)


def _unreadable() -> Evidence:
    sql = (
        f"SELECT _source_file, _corrupt_record AS the_whole_line\nFROM {SOURCE}\n"
        "WHERE _quality = 'corrupt'\nORDER BY _corrupt_record"
    )
    note = "Kept whole and marked, never dropped: silver counts them, and someone can mend them."
    return asked("Lines that cannot be read", sql, note=note)

"""Step: time travel on the lake's own tables, by version and by time, and any two compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dashboards import queries, show
from dashboards.etl.amounts import amounts
from dashboards.etl.difference import comparable, compared
from dashboards.etl.lesson_page import lesson_page
from dashboards.evidence import Evidence, ask_spark, stopwatch
from dashboards.panel import panel
from dashboards.step import Step
from lakehouse.commits import Commit
from lakehouse.history import history
from lakehouse.snapshot_files import snapshot
from lakehouse.spark import session
from lakehouse.table import Table
from lakehouse.tables import table_named, tables
from lakehouse.time_travel import totals_sql

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

STEP = Step(
    key="versions-of-the-lake",
    part=3,
    place=7,
    title="Travel in time through the lake",
    minutes=1,
    essential=True,
    say=(
        "Every table of the lake remembers every version; the slider goes through them.",
        "VERSION AS OF reads by number, TIMESTAMP AS OF by the clock.",
        "Any two versions can be compared, in total and row by row.",
    ),
    more=(
        "The lake keeps ten years of versions; Delta's own default is a week for their files.",
        "Here we only read. The next steps break things, in tables of your own.",
    ),
)

FAVOURITE = "customer_360_view"
SUMMED = 2


def render() -> None:
    """Choose a table, travel by version or by time, compare any two versions."""
    names = list(tables())
    name = st.selectbox("Table", names, index=names.index(FAVOURITE), key="travel-table")
    table = table_named(name)
    commits = sorted(history(queries.settings(), name), key=lambda commit: commit.version)
    _history(table, commits)
    if len(commits) < 2:
        st.info("This table has one version only; run the notebooks.", icon=":material/info:")
        return
    by = st.segmented_control(
        "Go there by", ["version", "time"], default="version", key="travel-by"
    )
    place, key = _by_time(commits) if by == "time" else _by_version(table, commits)
    panel(f"travel-{name}-{key}", "Travel", _with_spark(lambda spark: _travel(spark, table, place)))
    if comparable(table):
        _any_two(table, commits)
    st.subheader("The same on a copy of your own", anchor=False)
    lesson_page("time-travel")


def _by_version(table: Table, commits: list[Commit]) -> tuple[str, str]:
    chosen = st.select_slider(
        "Version",
        [commit.version for commit in commits],
        value=max(commits[-1].version - 1, 0),
        key=f"travel-version-{table.name}",
    )
    _facts_of(table, chosen)
    return f"VERSION AS OF {chosen}", str(chosen)


def _facts_of(table: Table, version: int) -> None:
    """Rows and files of a version, from the log alone, as the slider moves."""
    with stopwatch() as watch:
        found = snapshot(queries.settings(), table, version)
    if found is None:
        return
    facts = {"rows": found.rows, "files": len(found.files), "bytes": found.size}
    code = f"DeltaTable(url, version={version}).get_add_actions()"
    title = f"Version {version}, from the log alone"
    shown = Evidence(title, code, "python", watch.seconds, facts=facts)
    show.evidence(shown, key=f"log-{table.name}-{version}")


def _by_time(commits: list[Commit]) -> tuple[str, str]:
    first, last = (
        c.timestamp.replace(microsecond=0, tzinfo=None) for c in (commits[0], commits[-1])
    )
    # From the second after the first commit: Delta refuses a moment before the table was.
    first += timedelta(seconds=1)
    last = max(last, first) + timedelta(seconds=1)
    chosen: datetime = st.slider(
        "Moment (UTC)", first, last, value=first, format="YYYY-MM-DD HH:mm:ss", key="travel-time"
    )
    return f"TIMESTAMP AS OF '{chosen:%Y-%m-%d %H:%M:%S}'", f"{chosen:%Y%m%d%H%M%S}"


def _history(table: Table, commits: list[Commit]) -> None:
    rows = pd.DataFrame(
        [
            (c.version, c.timestamp.replace(microsecond=0), c.operation, c.by, c.rows_written)
            for c in reversed(commits)
        ],
        columns=["version", "at (UTC)", "operation", "by", "rows written"],
    )
    with st.expander(f"The {len(rows)} versions of {table.full_name}", icon=":material/history:"):
        show.table(rows, key=f"versions-{table.name}")


def _with_spark(
    work: Callable[[SparkSession], Iterator[Evidence]],
) -> Callable[[], Iterator[Evidence]]:
    settings = queries.settings()

    def execute() -> Iterator[Evidence]:
        with session(settings) as spark:
            yield from work(spark)

    return execute


def _travel(spark: SparkSession, table: Table, place: str) -> Iterator[Evidence]:
    measures = amounts(table)[:SUMMED]
    sums = "".join(f", SUM({name}) AS {name}" for name in measures)
    sql = f"SELECT count(*) AS number_of_rows{sums}\nFROM {table.full_name} {place}"
    yield ask_spark(
        spark,
        f"{table.name} {place}",
        sql,
        facts=lambda rows: {"rows_then": int(rows["number_of_rows"][0])},
    )
    yield ask_spark(
        spark,
        "Current against previous",
        totals_sql(table.full_name, measures, place),
        facts=lambda rows: {
            "rows_now": int(rows["record_count"][0]),
            "more_than_then": int(rows["record_count"][0] - rows["record_count"][1]),
        },
    )


def _any_two(table: Table, commits: list[Commit]) -> None:
    st.subheader("Any two versions, row by row", anchor=False)
    numbers = [commit.version for commit in commits]
    before, after = st.select_slider(
        "From version, to version",
        numbers,
        value=(numbers[-2], numbers[-1]),
        key=f"travel-two-{table.name}",
    )
    if before == after:
        st.caption("Choose two different versions.")
        return
    key = f"compare-{table.name}-{before}-{after}"
    panel(
        key,
        "Compare",
        _with_spark(lambda spark: iter([compared(spark, table, before, after)])),
        icon=":material/compare_arrows:",
    )

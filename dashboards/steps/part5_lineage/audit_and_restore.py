"""Step: who changed a table, what it was before, and that any version can come back."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from dashboards import queries, show
from dashboards.etl.amounts import amounts
from dashboards.evidence import Evidence, ask_spark, stopwatch
from dashboards.lessons.acting import history as describe_history
from dashboards.lineage.restoring import restored
from dashboards.navigation import go_to
from dashboards.panel import panel
from dashboards.sandbox import sandbox
from dashboards.step import Step
from dashboards.viewer import viewer
from lakehouse.commits import Commit
from lakehouse.history import history
from lakehouse.settings import Settings
from lakehouse.spark import session
from lakehouse.table import Table
from lakehouse.tables import table_named, tables
from lakehouse.time_travel import totals_sql

STEP = Step(
    key="audit-trail-and-restore",
    part=5,
    place=7,
    title="The audit trail, and back again",
    minutes=0.75,
    essential=True,
    state="refined",
    say=(
        "Every change of this table: when, which operation, by whom, and from which versions of "
        "its inputs.",
        "We read it as it was before, and compare.",
        "And any version can come back. A complete trail, and a way back: that is what auditors "
        "and presenters sleep well on.",
    ),
    more=(
        "Who did it comes from the commit's userMetadata; open-source Delta leaves the user's "
        "name empty.",
        "We restore a copy, row for row. On the lake's own table the next run would notice that "
        "commit as a stranger's and build it anew.",
    ),
)

FAVOURITE = "customer_360_view"
SUMMED = 2


def render() -> None:
    """The trail of a table, its version before, and a restore."""
    names = list(tables())
    name = st.selectbox("Table", names, index=names.index(FAVOURITE), key="audit-table")
    settings, table = queries.settings(), table_named(name)
    with stopwatch() as watch:
        commits = history(settings, name)
    _trail(table, commits, watch.seconds)
    now = commits[0].version
    seen = f"{name}-{now}"
    panel(f"audit-{seen}", "Ask Delta itself", lambda: _ask(settings, table, now))
    if now < 2:
        st.info("Only one version of it has rows; run the notebooks again.", icon=":material/info:")
        return
    st.subheader("Any version can come back", anchor=False)
    own = viewer().id
    panel(f"restore-{seen}", "Restore a copy", lambda: _restore(settings, own, table, now))
    if st.button("The disaster of part 3", key="to-disaster", icon=":material/restore:"):
        go_to("disaster-and-restore")


def _trail(table: Table, commits: list[Commit], seconds: float) -> None:
    rows = pd.DataFrame(
        [
            (
                commit.version,
                commit.timestamp.replace(microsecond=0, tzinfo=None),
                commit.operation,
                commit.by or "",
                commit.run_id or "",
                commit.rows_written,
                ", ".join(f"{n} {v}" for n, v in commit.notes.get("inputs", {}).items()),
            )
            for commit in commits
        ],
        columns=["version", "at (UTC)", "operation", "by", "run", "rows written", "built from"],
    )
    strangers = sum(commit.run_id is None for commit in commits)
    facts = {"versions": len(commits), "people": len(set(rows["by"])), "not by a run": strangers}
    code = f'history(settings, "{table.name}")'
    title = f"Who changed {table.full_name}"
    show.evidence(Evidence(title, code, "python", seconds, rows, facts=facts), key="trail")


def _ask(settings: Settings, table: Table, now: int) -> Iterator[Evidence]:
    """The seed's own questions: the history, and the version before in numbers."""
    with session(settings) as spark:
        title = "DESCRIBE HISTORY"
        yield describe_history(spark, table.full_name, title, also=["userMetadata"])
        sql = totals_sql(table.full_name, _measures(table), f"VERSION AS OF {max(now - 1, 0)}")
        yield ask_spark(spark, "Now, and the version before", sql)


def _measures(table: Table) -> list[str]:
    """Amounts to sum, those of claims first: they are what a new claim changes."""
    return sorted(amounts(table), key=lambda name: "claim" not in name)[:SUMMED]


def _restore(settings: Settings, own: str, table: Table, now: int) -> Iterator[Evidence]:
    with sandbox(settings, own) as opened:
        yield from restored(opened, table, now - 1, now)

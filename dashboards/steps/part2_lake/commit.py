"""Step: one commit of a table's log, opened and explained action by action."""

from __future__ import annotations

import json

import pandas as pd
import streamlit as st

from dashboards import queries, show
from dashboards.delta_log import Action, actions
from dashboards.evidence import stopwatch
from dashboards.step import Step
from lakehouse.commits import latest_version
from lakehouse.storage import Lake, spark_url
from lakehouse.table import Table
from lakehouse.tables import tables

STEP = Step(
    key="a-commit-opened",
    part=2,
    place=4,
    title="A commit, opened",
    minutes=1.5,
    essential=True,
    state="claimed",
    say=(
        "A table's truth is this log: numbered files, each one a commit, each all or nothing.",
        "A commit says who did what, which files joined the table and which left it.",
        "That little is all it takes for transactions, time travel and an audit trail.",
    ),
    more=(
        "Two writers race for the same number; storage lets one of them create the file. The "
        "other reads what happened and tries the next number.",
        "Every so many commits a checkpoint sums the log up, so that nobody reads it all.",
        "Files that left stay in storage until VACUUM, so that older versions can be read.",
    ),
)

FIRST = "claims_raw"
MANY = 6  # actions of one kind that are shown one by one


def render() -> None:
    """Choose a table and a version; read its commit."""
    lake = Lake(queries.settings())
    built = {name for name, _, _ in queries.versions()}
    offered = [table for table in tables().values() if table.full_name in built]
    if not offered:
        st.info("No table is built yet: run the pipeline.", icon=":material/info:")
        return
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    names = [table.name for table in offered]
    table = left.selectbox(
        "Table",
        offered,
        index=names.index(FIRST) if FIRST in names else 0,
        format_func=lambda each: each.full_name,
        key="commit-table",
    )
    newest = latest_version(lake, table) or 0
    version = right.select_slider(
        "Version", range(newest + 1), value=newest, key=f"commit-version-{table.name}"
    )
    _commit(lake, table, version)


def _commit(lake: Lake, table: Table, version: int) -> None:
    path = f"{table.name}/_delta_log/{version:020d}.json"
    with stopwatch() as watch:
        data = lake.read(table.layer, path)
    if data is None:
        st.info("This commit's file is gone; a checkpoint stands for it.", icon=":material/info:")
        return
    found = list(actions(data))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"`{spark_url(queries.settings(), table.layer, path)}`", width="stretch")
        st.badge(show.duration(watch.seconds), icon=":material/timer:", color="gray")
    kinds = list(dict.fromkeys(action.kind for action in found))
    show.facts({kind: sum(action.kind == kind for action in found) for kind in kinds})
    for kind in kinds:
        _kind([action for action in found if action.kind == kind])
    with st.expander("The file itself"):
        st.code(data.decode(), language="json", wrap_lines=True)


def _kind(found: list[Action]) -> None:
    """The actions of one kind: what the kind is for, then each."""
    kind = found[0].kind
    with st.container(border=True, key=f"action-{kind}"):
        st.markdown(f"**{kind}** {found[0].meaning}")
        for number, action in enumerate(found[:MANY]):
            st.markdown(show.plain(action.sentence))
            if action.details:
                with st.expander("Details", key=f"details-{kind}-{number}"):
                    rows = pd.DataFrame(action.details.items(), columns=["what", "value"])
                    show.table(rows, key=f"rows-{kind}-{number}")
                    st.code(json.dumps({kind: action.line}, indent=1), language="json", height=240)
        if len(found) > MANY:
            st.caption(f"and {len(found) - MANY} more of the same kind")

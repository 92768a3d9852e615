"""Page: each table's code, rules, constraints, measures and versions."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboards import queries, show
from dashboards.dictionary import judged
from dashboards.dictionary.code import Source, measures, shared_source, table_source
from dashboards.evidence import Evidence, stopwatch
from dashboards.step import Page
from lakehouse.errors import LakeEmpty
from lakehouse.history import history
from lakehouse.snapshot_files import snapshot
from lakehouse.table import Table
from lakehouse.tables import table_named, tables

PAGE = Page(
    key="tables",
    place=20,
    title="Tables: code and rules",
    about="The code that builds each table, and how its rows stand against its rules right now.",
    icon=":material/code:",
)

CHOSEN = "tables-chosen"
"""Session state by which another page says which table is looked at."""
FAVOURITE = "fact_claims"
SECTIONS = ("Rules", "Code", "Measures", "Versions")
MOST = 50  # versions shown


def render() -> None:
    """Choose a table and what of it."""
    table = _chosen()
    st.markdown(f"{table.description} Grain: {table.grain}.")
    _facts(table)
    section = st.segmented_control(
        "Show", SECTIONS, default=SECTIONS[0], key="tables-section", label_visibility="collapsed"
    )
    {"Code": _code, "Measures": _measures, "Versions": _versions}.get(section or "", _rules)(table)


def _chosen() -> Table:
    names = list(tables())
    asked_for = st.session_state.pop(CHOSEN, None)
    if asked_for in names:
        st.session_state["tables-table"] = asked_for
    first = names.index(FAVOURITE)
    return table_named(st.selectbox("Table", names, index=first, key="tables-table"))


def _facts(table: Table) -> None:
    with stopwatch() as watch:
        found = snapshot(queries.settings(), table)
    if found is None:
        st.info(f"{table.full_name} is not built yet; run the notebooks.", icon=":material/info:")
        return
    facts = {"version": found.version, "rows": found.rows, "files": len(found.files)}
    facts |= {"bytes": found.size, "columns": len(table.all_columns)}
    code = "DeltaTable(url).get_add_actions()"
    read = Evidence(f"{table.full_name}, from its log", code, "python", watch.seconds, facts=facts)
    show.evidence(read, key=f"facts-{table.name}")
    asked = {"key": table.keys, "computed from": table.inputs}
    words = [f"{name}: {', '.join(f'`{v}`' for v in values)}" for name, values in asked.items()]
    st.markdown(" · ".join([*words[: 2 if table.inputs else 1], *_served(table)]))


def _served(table: Table) -> list[str]:
    return [f"served as: `{table.view}`"] if table.view else []


def _rules(table: Table) -> None:
    match table.layer:
        case "bronze":
            shown = judged.read_quality(table)
        case "silver":
            shown = judged.rules(table)
        case "gold":
            shown = judged.constraints(table)
    show.evidence(shown, key=f"rules-{table.name}")
    if table.thresholds:
        st.subheader("Numbers that the business chose", anchor=False)
        show.table(judged.thresholds(table), key=f"thresholds-{table.name}")


def _code(table: Table) -> None:
    _source(table_source(table))
    with st.expander(f"What is done to every {table.layer} table", icon=":material/layers:"):
        _source(shared_source(table))


def _measures(table: Table) -> None:
    found = measures(table)
    if not found:
        st.info(f"{table.name} uses no shared measure.", icon=":material/info:")
    for source in found:
        _source(source)


def _source(source: Source) -> None:
    st.markdown(f"**{source.name}** · `{source.place}`")
    st.code(source.text, language="python", wrap_lines=True)


def _versions(table: Table) -> None:
    with stopwatch() as watch:
        try:
            commits = history(queries.settings(), table.name, most=MOST)
        except LakeEmpty as error:
            show.failed(error)
            return
    rows = pd.DataFrame(
        [
            (c.version, c.timestamp.replace(microsecond=0), c.operation, c.by, c.rows_written)
            for c in commits
        ],
        columns=["version", "at (UTC)", "operation", "by", "rows written"],
    )
    code = f'lakehouse.history.history(settings, "{table.name}", most={MOST})'
    read = Evidence("Its newest versions, from the log", code, "python", watch.seconds, rows)
    show.evidence(read, key=f"versions-{table.name}")

"""Page: the data dictionary, searched by word and layer, with values that were just read."""

from __future__ import annotations

import streamlit as st

from dashboards import navigation, show
from dashboards.dictionary.entries import column_rows, entries, found_tables, table_rows
from dashboards.dictionary.samples import samples
from dashboards.evidence import Evidence
from dashboards.explore.table_rules import CHOSEN
from dashboards.step import Page
from lakehouse.table import LAYERS, Layer, Table

PAGE = Page(
    key="dictionary",
    place=10,
    title="Data dictionary",
    about="Every table and column as declared beside its code, with values read just now.",
    icon=":material/menu_book:",
)

FAVOURITE = "customer_360_view"
ALL = "all that were found"


def render() -> None:
    """Search, the tables found, and the columns of one or of all of them."""
    words, layers = _asked()
    tables = found_tables(layers, words)
    if not tables:
        st.info(f"Nothing is called or described by “{words}”; try fewer words.")
        return
    show.table(table_rows(tables), key="dictionary-tables")
    chosen = _chosen(tables, words)
    names = [table.name for table in chosen]
    found = [entry for entry in entries(layers, words) if entry.table.name in names]
    if not found:  # the table's own words were meant
        found = [entry for entry in entries(layers) if entry.table.name in names]
    read = samples(sorted({entry.table.name for entry in found}))
    many = "One column" if len(found) == 1 else f"{len(found):,} columns"
    title = f"{many}, and what the first rows hold"
    rows = column_rows(found, read.values)
    if len(names) == 1:
        rows = rows.drop(columns="table")
    show.evidence(
        Evidence(title, read.code, "sql", read.seconds, rows), key=f"dictionary-{'-'.join(names)}"
    )


def _asked() -> tuple[str, list[Layer]]:
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    words = left.text_input(
        "Search tables, columns and comments",
        placeholder="such as loss ratio, fraud, _source_file",
        icon=":material/search:",
        key="dictionary-words",
    )
    layers = right.pills("Layers", LAYERS, selection_mode="multi", key="dictionary-layers")
    return words, list(layers or LAYERS)


def _chosen(tables: list[Table], words: str) -> list[Table]:
    names = [table.name for table in tables]
    choices = [ALL, *names] if words else names
    first = 0 if words or FAVOURITE not in names else names.index(FAVOURITE)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        # A choice of its own for each search: what was chosen before may not be among them.
        name = st.selectbox(
            "Columns of", choices, index=first, key=f"dictionary-of-{words}-{'-'.join(names)}"
        )
        if name != ALL and st.button("Its code and rules", icon=":material/code:", key="to-rules"):
            st.session_state[CHOSEN] = name
            navigation.go_to("tables")
    return tables if name == ALL else [table for table in tables if table.name == name]

"""Step: any column, down to the source file's column and up to the view."""

from __future__ import annotations

import json

import streamlit as st

from dashboards import show
from dashboards.evidence import Evidence, stopwatch
from dashboards.lineage.choice import COLUMN, pick_into, search
from dashboards.lineage.column_drawing import column_drawing
from dashboards.lineage.observed import event_on, observed
from dashboards.lineage.picture import picture
from dashboards.lineage.reached import count_at, reached
from dashboards.lineage.words import INFLUENCES
from dashboards.step import Step
from dashboards.steps.part5_lineage.tables import NOTHING
from lakehouse.lineage import ColumnRef, Lineage, downstream, upstream
from lakehouse.lineage.trace import Influence
from lakehouse.table import LAYERS

STEP = Step(
    key="lineage-of-a-column",
    part=5,
    place=2,
    title="One column, all the way",
    minutes=1,
    essential=True,
    state="refined",
    say=(
        "Somebody asks where this loss ratio comes from. Here is the answer, down to the columns "
        "of the source files.",
        "A full line: the value is made of it. A dashed line: it only decides the value.",
        "Click any column and go on from there, in both directions.",
    ),
    more=(
        "Claims come from two sources, the nightly file and the portal's own; both are shown.",
        "Which column of a file a bronze column is read from is told by the file's header, as "
        "bronze itself reads only lines.",
        "A count of rows is made of no column; choose what decides the rows to see its origin.",
    ),
)

INPUTS = 8
PUT_AWAY = (
    "That event is not in the engine's file any more, or came without this column; what was "
    "learnt from it is kept, and shown above."
)
FIRST = "vw_customer_360.loss_ratio"
LEGEND = (
    "Click a column to go on from there. Full line: the value is made of it; dashed: it decides "
    "the value; dotted: it decides which rows there are."
)


def render() -> None:
    """Search a column, see its way, click on."""
    lineage = observed().lineage
    known = [str(ref) for ref in lineage.columns()]
    if not known:
        st.info(NOTHING, icon=":material/info:")
        return
    name = search(known, key=COLUMN, label="Column", first=FIRST)
    within: Influence = (
        st.segmented_control(
            "What counts as its way",
            list(INFLUENCES),
            default="indirect",
            required=True,
            format_func=INFLUENCES.__getitem__,
            key="column-influence",
        )
        or "indirect"
    )
    ref, rows = lineage.column(name), within == "rows"
    with stopwatch() as watch:
        traces = (upstream(lineage, ref, rows=rows), downstream(lineage, ref, rows=rows))
    _about(lineage, ref)
    drawing = column_drawing(lineage, traces, within)
    picture(drawing, key="column-picture", on_pick=pick_into(COLUMN, known))
    st.caption(LEGEND)
    asked = ", rows=True" if rows else ""
    code = (
        f'column = lineage.column("{name}")\n'
        f"upstream(lineage, column{asked}), downstream(lineage, column{asked})"
    )
    way = reached(traces, within)
    facts = {
        "columns it comes from": int((way["direction"] == "from").sum()),
        "of them in source files": count_at(lineage, traces[0], within, "raw"),
        "columns made with it": int((way["direction"] == "into").sum()),
        "of them in views": count_at(lineage, traces[1], within, "view"),
    }
    told = Evidence("Every column on the way", code, "python", watch.seconds, way, facts=facts)
    show.evidence(told, key="column-way")
    _event(ref)


def _event(ref: ColumnRef) -> None:
    """The column in the event as the engine wrote it; raw files and views are told of by none."""
    if ref.dataset.partition(".")[0] not in LAYERS:
        return
    found, seconds = event_on(ref)
    with st.expander("The event, as the engine wrote it", icon=":material/receipt_long:"):
        if found is None:
            st.markdown(PUT_AWAY)
            return
        inputs = found["columnLineage"]["fields"][ref.column]["inputFields"]
        shown, many = inputs[:INPUTS], len(inputs)
        note = f"The first {INPUTS} of {many} inputs." if many > INPUTS else ""
        found = found | {"columnLineage": {"fields": {ref.column: {"inputFields": shown}}}}
        code = json.dumps(found, indent=2)
        told = Evidence(f"What it told of {ref.column}", code, "json", seconds, note=note)
        show.evidence(told, key="column-event")


def _about(lineage: Lineage, ref: ColumnRef) -> None:
    column = lineage.datasets[ref.dataset].columns[ref.column]
    with st.container(horizontal=True, vertical_alignment="center", key="about-column"):
        st.markdown(f"**{ref}** · `{column.type}`", width="content")
        if column.personal:
            st.badge("personal data", icon=":material/person:", color="orange")
    if column.comment:
        st.caption(show.plain(column.comment))

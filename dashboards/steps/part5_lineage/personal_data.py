"""Step: where personal data flows, layer by layer to the views."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboards import show
from dashboards.evidence import Evidence
from dashboards.lineage.choice import COLUMN, choose
from dashboards.lineage.column_drawing import cards
from dashboards.lineage.drawing import Drawing, Link, Mark
from dashboards.lineage.observed import observed, personal
from dashboards.lineage.picture import picture
from dashboards.navigation import go_to
from dashboards.step import Step
from dashboards.steps.part5_lineage.tables import NOTHING
from lakehouse.lineage import ColumnRef, Lineage, PersonalColumn
from lakehouse.lineage.graph import Stage

STEP = Step(
    key="where-personal-data-flows",
    part=5,
    place=6,
    title="Where personal data flows",
    minutes=0.5,
    essential=False,
    state="refined",
    say=(
        "Names, addresses, birth dates, microchips: every column that holds one, in every layer, "
        "up to the views that people query.",
        "Six columns of gold hold any. That is the whole list for access rights and for a request "
        "to be forgotten.",
    ),
    more=(
        "The declarations mark personal columns in silver; lineage follows them both ways and "
        "finds what nobody marked, such as notes of repairs that quote the old value.",
        "What is only decided by personal data, such as a stage of life, holds none.",
    ),
)

STAGES: dict[Stage, str] = {
    "raw": "raw files",
    "bronze": "bronze",
    "silver": "silver",
    "gold": "gold",
    "view": "SQL views",
}


def render() -> None:
    """The columns as a drawing and as a list."""
    lineage = observed().lineage
    if not lineage.datasets:
        st.info(NOTHING, icon=":material/info:")
        return
    columns, seconds = personal()
    picture(_drawing(lineage, columns), key="personal-picture", on_pick=_pick)
    if st.session_state.pop("personal-picked", False):
        go_to("lineage-of-a-column")
    st.caption("Click a column to follow it all the way.")
    stages = [lineage.datasets[one.column.dataset].stage for one in columns]
    facts = {f"in {STAGES[stage]}": stages.count(stage) for stage in STAGES}
    facts["found but not declared"] = sum(
        not one.declared and stage != "raw" for one, stage in zip(columns, stages, strict=True)
    )
    rows = pd.DataFrame(
        [
            (
                str(one.column),
                one.declared,
                ", ".join(map(str, one.same_as)),
                _comment(lineage, one),
            )
            for one in columns
        ],
        columns=["column", "declared", "holds the same as", "meaning"],
    )
    code = "personal_columns(lineage)"
    told = Evidence("Every column with personal data", code, "python", seconds, rows, facts=facts)
    show.evidence(told, key="personal")


def _drawing(lineage: Lineage, columns: tuple[PersonalColumn, ...]) -> Drawing:
    marks: dict[ColumnRef, Mark] = {one.column: "personal" for one in columns}
    links = tuple(
        Link(str(edge.source), str(edge.target))
        for edge in lineage.edges
        if edge.direct and edge.source in marks and edge.target in marks
    )
    return Drawing("Every column with personal data", cards(lineage, marks), links)


def _pick(name: str) -> None:
    choose(COLUMN, name)
    st.session_state["personal-picked"] = True


def _comment(lineage: Lineage, one: PersonalColumn) -> str:
    return lineage.datasets[one.column.dataset].columns[one.column.column].comment

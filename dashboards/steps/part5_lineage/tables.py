"""Step: how files, tables and views hang together, as the engine was observed."""

from __future__ import annotations

import streamlit as st

from dashboards import show
from dashboards.evidence import Evidence
from dashboards.lineage.choice import COLUMN, choose
from dashboards.lineage.observed import CODE, observed
from dashboards.lineage.picture import picture
from dashboards.lineage.table_drawing import table_drawing
from dashboards.lineage.words import made_of
from dashboards.navigation import go_to
from dashboards.step import Step
from lakehouse.lineage import Dataset, Lineage

STEP = Step(
    key="lineage-of-tables",
    part=5,
    place=1,
    title="From file to view, as observed",
    minutes=0.75,
    essential=True,
    state="refined",
    say=(
        "Nobody drew this map. The engine told, while it built, what it read and what it wrote.",
        "Five source files, five bronze tables, five silver, six gold, six views: layer by layer, "
        "never back to one before.",
        "Point at a table to light up its whole way; click it to see what it is made of.",
    ),
    more=(
        "The events are OpenLineage, an open standard; on Databricks, Unity Catalog keeps the "
        "same kind of graph.",
        "A dotted line means that no value comes over, only the decision which rows there are.",
        "Silver tables read each other: a claim is checked against its policy, its pet and its "
        "customer.",
    ),
)

TABLE = "lineage-table"
FIRST = "gold.customer_360_view"
NOTHING = "Nothing is built yet, so there is no lineage: run the notebooks in part 3."


def render() -> None:
    """The graph, and of the chosen table what was observed."""
    found = observed()
    lineage = found.lineage
    if not lineage.datasets:
        st.info(NOTHING, icon=":material/info:")
        return
    name = st.session_state.get(TABLE)
    dataset = lineage.datasets.get(name or FIRST) or next(iter(lineage.datasets.values()))
    picture(table_drawing(lineage, dataset.name), key="tables-picture", on_pick=_pick)
    _warn(lineage)
    _dataset(lineage, dataset)
    facts = {
        "files, tables, views": len(lineage.datasets),
        "links between them": len(lineage.tables()),
        "pairs of columns": len(lineage.edges),
    }
    read = Evidence("The whole graph, as of now", CODE, "python", found.seconds, facts=facts)
    show.evidence(read, key="graph")


def _pick(name: str) -> None:
    st.session_state[TABLE] = name


def _warn(lineage: Lineage) -> None:
    if lineage.unobserved:
        names = ", ".join(lineage.unobserved)
        words = f"The engine has not told of a build of {names} yet; it does so at the next run."
        st.warning(words, icon=":material/visibility_off:")


def _dataset(lineage: Lineage, dataset: Dataset) -> None:
    with st.container(border=True, key="chosen-table"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{dataset.full_name or dataset.name}**", width="stretch")
            if st.button("Follow its columns", key="its-columns", icon=":material/timeline:"):
                choose(COLUMN, f"{dataset.name}.{_business_column(dataset)}")
                go_to("lineage-of-a-column")
        st.markdown(dataset.description)
        st.caption(_build(dataset))
        rows = made_of(lineage, dataset.name)
        if len(rows):
            st.markdown("What was observed, column by column:")
            show.table(rows, key=f"made-of-{dataset.name}")


def _business_column(dataset: Dataset) -> str:
    return next(name for name, column in dataset.columns.items() if not column.metadata)


def _build(dataset: Dataset) -> str:
    if dataset.stage == "raw":
        return "A source of files: nothing in the lake is before it."
    if dataset.stage == "view":
        return "A view: nothing is stored; its columns are read from its own SQL."
    if dataset.build is None:
        return "No build of it was observed."
    build = dataset.build
    at = f"{build.at:%d %B %Y, %H:%M:%S} UTC"
    return f"Version {build.version}, built {at} by {build.by}, run {build.run_id}."

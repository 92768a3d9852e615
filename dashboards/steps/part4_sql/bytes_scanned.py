"""Step: the same view read whole and by a few columns: bytes scanned, and what they cost."""

from __future__ import annotations

import streamlit as st

from dashboards import queries, show
from dashboards.azure_cost.synapse import SMALLEST
from dashboards.azure_cost.viewers import viewers_tariff
from dashboards.evidence import Evidence
from dashboards.sql import pruning
from dashboards.sql.asking import SCANNED, run, tiles
from dashboards.step import Step
from lakehouse.serving import View, views

STEP = Step(
    key="bytes-scanned",
    part=4,
    place=2,
    title="Pay for the bytes you read",
    minutes=1,
    essential=True,
    state="refined",
    say=(
        "Serverless SQL bills what a query reads, so the statement itself is the price tag.",
        "Parquet keeps each column by itself: name three columns, and only those are read.",
        "Here both fall under the smallest bill; look at what happens as the lake grows.",
    ),
    more=(
        "Long texts and names weigh the most, because they hardly compress.",
        "The footers of the files tell each column's size; nothing is read to find out.",
        "Partitions and statistics save whole files in the same way.",
    ),
)

FAVOURITE = "vw_claims_analytics"


def render() -> None:
    """Both statements executed side by side, then the columns, then larger lakes."""
    names = list(views())
    left, right = st.columns(2)
    chosen = left.selectbox("View", names, index=names.index(FAVOURITE), key="pruned-view")
    view = views()[chosen]
    columns = right.multiselect(
        "Columns",
        list(view.columns),
        default=pruning.first_choice(view),
        key=f"pruned-columns-{view.name}",
    )
    if not columns:
        st.info("Choose at least one column.", icon=":material/info:")
        return
    price = viewers_tariff()["synapse"]
    whole, few = _side_by_side(view, columns, price)
    if not whole or not few:
        return
    st.markdown(_verdict(len(view.columns), len(columns), whole, few))
    left, right = st.columns(2, gap="medium")
    with left:
        st.subheader("Where the bytes are", anchor=False)
        st.altair_chart(pruning.chart(pruning.column_bytes(view), columns))
    with right:
        st.subheader("In a larger lake", anchor=False)
        larger = pruning.grown(whole, few, price)
        st.dataframe(
            larger,
            hide_index=True,
            key="grown",
            column_config={
                name: st.column_config.NumberColumn(
                    format="dollar" if name.startswith("$") else "localized"
                )
                for name in larger.columns[1:]
            },
        )
        st.caption(
            f"Computed, not run: the bytes measured here times the size, billed in whole MB and at "
            f"least {SMALLEST} a query, at \\${price:g} a TB. Dollars are for a thousand queries."
        )


def _side_by_side(view: View, columns: list[str], price: float) -> tuple[int, int]:
    settings = queries.settings()
    asked = {
        "All columns": pruning.all_columns(view),
        f"{len(columns)} of {len(view.columns)} columns": pruning.some_columns(view, columns),
    }
    told = [run(settings, sql, title=title) for title, sql in asked.items()]
    for number, (place, each) in enumerate(zip(st.columns(2, gap="medium"), told, strict=True)):
        with place, st.container(border=True, key=f"side-{number}", height="stretch"):
            _side(each, price, number)
    whole, few = (each.facts.get(SCANNED) for each in told)
    return int(whole or 0), int(few or 0)


def _side(of: Evidence, price: float, number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{of.title}**", width="stretch")
        st.badge(show.duration(of.seconds), icon=":material/timer:", color="gray")
    st.code(of.code, language="sql", wrap_lines=True)
    if of.error is not None:
        st.error(show.plain(of.error), icon=":material/block:")
        return
    show.facts({name: value for name, value in tiles(of, price).items() if name != "rows"})
    with st.expander("Its first rows", key=f"side-rows-{number}"):
        st.dataframe(of.answer.head(20), hide_index=True, height=240, key=f"side-grid-{number}")


def _verdict(all_columns: int, columns: int, whole: int, few: int) -> str:
    share = 100 * few / whole
    return (
        f"**{columns} of {all_columns} columns are {share:.0f} % of the bytes**: "
        f"{whole - few:,} bytes less for the same rows."
    )

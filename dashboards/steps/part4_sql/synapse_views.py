"""Step: a view as DuckDB runs it here, beside the T-SQL that makes it on Synapse serverless."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboards import queries, show
from dashboards.sql.asking import run
from dashboards.step import Step
from lakehouse.serving import View, views
from lakehouse.serving.synapse import create_view

STEP = Step(
    key="views-on-synapse",
    part=4,
    place=3,
    title="The same view on Synapse",
    minutes=0.5,
    essential=False,
    state="refined",
    say=(
        "One declaration of a table makes both: the view here and the view on Synapse.",
        "OPENROWSET reads the Delta folder itself; there is no import.",
    ),
    more=(
        "Text needs a UTF-8 collation there, or names come out garbled and filters are not "
        "pushed down.",
        "Serverless SQL reads Delta's first protocol only, so gold keeps to it; a test holds "
        "every served table to that.",
        "It has no time travel either: earlier versions are Spark's.",
    ),
)


FAVOURITE = "vw_monthly_kpis"
TALL = 520
"""Pixels of both texts, side by side."""


def render() -> None:
    """What runs here with its rows, what Synapse wants, and T-SQL understood here."""
    chosen = st.segmented_control(
        "View", list(views()), default=FAVOURITE, key="synapse-view", required=True
    )
    view, settings = views()[chosen or FAVOURITE], queries.settings()
    here = run(settings, view.body)
    left, right = st.columns(2, gap="medium")
    with left, st.container(border=True, key="view-here", height="stretch"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("**Here: DuckDB has run it**", width="stretch")
            st.badge(show.duration(here.seconds), icon=":material/timer:", color="gray")
        st.code(here.code, language="sql", wrap_lines=True, height=TALL)
        if here.error is not None:
            st.error(show.plain(here.error), icon=":material/block:")
    with right, st.container(border=True, key="view-there", height="stretch"):
        st.markdown("**On Azure: Synapse serverless makes it so**")
        st.code(create_view(view, settings.account), language="sql", wrap_lines=True, height=TALL)
        st.caption(
            "Written just now from the same declaration, and not run: only Synapse can. "
            f"`{settings.account}` is the account of this lake."
        )
    st.subheader("T-SQL is understood here, too", anchor=False)
    asked = run(settings, _habits(view), title="TOP, names in brackets, dbo")
    show.evidence(replace(asked, facts={}), key="habits")


def _habits(view: View) -> str:
    columns = ", ".join(f"[{name}]" for name in list(view.columns)[:4])
    return f"SELECT TOP 5 {columns}\nFROM dbo.[{view.name}]\nORDER BY [{view.table.keys[0]}]"

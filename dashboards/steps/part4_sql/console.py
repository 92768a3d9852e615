"""Step: a SQL console on the six views: samples, schema, result, chart, CSV, and its cost."""

from __future__ import annotations

import streamlit as st

from dashboards import health
from dashboards.azure_cost.synapse import SMALLEST
from dashboards.azure_cost.viewers import viewers_tariff
from dashboards.bi.months import calendar
from dashboards.etl.my_customer import my_customer
from dashboards.panel import last_good
from dashboards.sql.editor import JOB, editor
from dashboards.sql.samples import in_gold, samples
from dashboards.sql.schema_tree import schema_tree
from dashboards.step import Step

STEP = Step(
    key="sql-console",
    part=4,
    place=1,
    title="Ask the lake in SQL",
    minutes=1.5,
    essential=True,
    state="refined",
    say=(
        "No warehouse, no loading: the query reads the Delta files of gold where they lie.",
        "One row holds all we know of DEMO-002; the next sample has who just claimed.",
        "Nothing runs between two queries, so nothing is billed between them.",
        "Any tool that speaks SQL connects here; Power BI would, in our Azure.",
    ),
    more=(
        "Here DuckDB plays the part of Synapse serverless, over the very same files.",
        "It reads and nothing else: try the sample A write. The guard reads the statement's "
        "grammar before anything runs.",
        "Bytes scanned are the compressed columns that the text names, in the files of the newest "
        "version.",
    ),
)


def render() -> None:
    """The editor with its result, and the views beside it; without storage the last good answer."""
    if not health.answers("azurite"):
        last_good(JOB)
        return
    price = viewers_tariff()["synapse"]
    left, right = st.columns([2.6, 1], gap="medium")
    mine = my_customer()
    with left:
        if mine.claim_id and not in_gold(mine.claim_id):
            st.info(
                f"{mine.claim_id} is not in gold yet: the notebooks of part 3 bring it there.",
                icon=":material/info:",
            )
        editor(samples(mine, calendar().open_from), price)
        st.caption(
            f"Bytes are estimated from the files' footers. Synapse serverless bills whole MB, at "
            f"least {SMALLEST} a query, at \\${price:g} a TB; it adds what moves between its nodes "
            "and the rows sent to you, which is not counted here."
        )
    with right:
        schema_tree()

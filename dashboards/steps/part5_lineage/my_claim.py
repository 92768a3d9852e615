"""Step: the followed claim, from its file to every number that counts it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboards import following, show
from dashboards.evidence import Evidence, Fact
from dashboards.lineage.claim_way import CODE, Followed, followed_way, table_of, way_drawing
from dashboards.lineage.picture import picture
from dashboards.navigation import go_to
from dashboards.step import Step
from lakehouse.journey import Hop, Way
from lakehouse.serving import views

STEP = Step(
    key="every-hop-of-my-claim",
    part=5,
    place=3,
    title="Our claim, hop by hop",
    minutes=1,
    essential=True,
    state="refined",
    say=(
        "This is the claim that we submitted at the beginning, in one picture: one file, and all "
        "that it has become.",
        "Each hop says which run and which version of the table brought it there, to the second.",
        "Whoever doubts a figure walks back from it to the customer's own words.",
    ),
    more=(
        "Nothing of this is noted in a book of its own: rows carry file and batch, and each "
        "commit says from which versions of its inputs it was built.",
        "In gold the claim has a row of its own in one table; in the others it is counted in the "
        "row of its customer, its month or its provider.",
        "If a decision came later, the claim has two files, and two rows in bronze and silver.",
    ),
)

HOP = "claim-hop"
NOBODY = (
    "No claim is followed yet, so there is no way to show. Submit one in part 1, or use Jump at "
    "the side: it brings a claim that has come all the way."
)
WAITING = "The claim is in raw and nowhere else: the notebooks of part 3 take it on."


def render() -> None:
    """The way as a drawing and as a table, and the rows of one hop."""
    claim_id = following.followed()
    if claim_id is None:
        st.info(NOBODY, icon=":material/info:")
        if st.button("Submit a claim", key="to-submit", icon=":material/send:"):
            go_to("submit-a-claim")
        return
    found = followed_way(claim_id)
    chosen = st.session_state.get(HOP, "")
    picture(way_drawing(found.way, chosen), key="claim-picture", on_pick=_pick)
    st.caption("All times are UTC. Click a table to see the claim's row there.")
    if not found.way.hops:
        st.info(WAITING, icon=":material/info:")
        if st.button("Run the notebooks", key="to-notebooks", icon=":material/play_arrow:"):
            go_to("bronze-ingestion")
    else:
        _ends_in_silver(found.way)
        _hop(found.way)
    _evidence(claim_id, found)


def _ends_in_silver(way: Way) -> None:
    """Why a claim that was judged is in no figure: the judgement, or gold is older than it."""
    silver = way.hop("fact_claims")
    if silver is None or way.hops[-1] != silver:
        return
    if any(row["_is_valid"] and not row["_is_duplicate"] for row in silver.rows):
        st.info("Gold was not built since: run the third notebook.", icon=":material/info:")
        return
    rules = dict.fromkeys(rule for row in silver.rows for rule in row["_rules_broken"])
    why = f"it breaks {', '.join(rules)}" if rules else "another claim stands for it"
    st.info(f"No figure of gold counts this claim: {why}.", icon=":material/gavel:")


def _evidence(claim_id: str, found: Followed) -> None:
    rows = table_of(found.way)
    tables, last = len(found.way.hops), rows["seconds after"].max()
    facts: dict[str, Fact] = {"files": len(found.way.files), "tables reached": tables}
    if tables and pd.notna(last):
        facts["seconds from file to last hop"] = round(float(last), 1)
    code = CODE.format(claim_id=claim_id)
    title = f"Every hop of {claim_id}"
    told = Evidence(title, code, "python", found.seconds, rows, facts=facts)
    show.evidence(told, key="claim-way")


def _pick(name: str) -> None:
    tables = {view.name: view.table.full_name for view in views().values()}
    st.session_state[HOP] = tables.get(name, name)


def _hop(way: Way) -> None:
    """The rows of the hop that was clicked, all of its columns."""
    chosen = st.session_state.get(HOP)
    hop = next((hop for hop in way.hops if hop.table == chosen), way.hops[-1])
    with st.expander(f"The claim in {hop.table}", expanded=hop.table == chosen):
        show.table(_upright(hop), key=f"hop-{hop.table}")


def _upright(hop: Hop) -> pd.DataFrame:
    """Rows set up as columns: one row has many more columns than fit beside each other."""
    named = {"value" if len(hop.rows) == 1 else f"row {n}": r for n, r in enumerate(hop.rows, 1)}
    names = list(hop.rows[0])
    values = {
        label: ["" if row[n] is None else str(row[n]) for n in names]
        for label, row in named.items()
    }
    return pd.DataFrame({"column": names, **values})

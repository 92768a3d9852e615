"""Step: what breaks when a column is dropped, foretold by lineage and proved by the engine."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from dashboards import queries, show
from dashboards.evidence import Evidence, stopwatch
from dashboards.lineage.choice import pick_into, search
from dashboards.lineage.dropping import dropped
from dashboards.lineage.impact_drawing import impact_drawing
from dashboards.lineage.observed import observed
from dashboards.lineage.picture import picture
from dashboards.panel import panel
from dashboards.sandbox import sandbox
from dashboards.step import Step
from dashboards.steps.part5_lineage.tables import NOTHING
from dashboards.viewer import viewer
from lakehouse.lineage import Impact, Lineage, impact_of_dropping
from lakehouse.settings import Settings

STEP = Step(
    key="a-dropped-column",
    part=5,
    place=5,
    title="If this column went away",
    minutes=0.5,
    essential=False,
    state="refined",
    say=(
        "Before anybody drops a column, lineage says what would break: builds, columns, views.",
        "And we don't have to believe it: the engine plans every build on a copy without the "
        "column, and refuses the very ones that were foretold.",
    ),
    more=(
        "Red cards name the column in their own code and fail at once. What stands behind them "
        "keeps its old rows and gets no new ones.",
        "A key that joins or groups takes whole tables along: every column hinges on it.",
        "Nothing is built for the proof; planning is enough to find a column that is not there.",
    ),
)

KEY, FIRST = "dropped", "silver.fact_claims.paid_amount"
STAGES = ("bronze", "silver", "gold")


def render() -> None:
    """Choose a column, see what would break, prove it."""
    lineage = observed().lineage
    known = [str(ref) for ref in lineage.columns() if lineage.datasets[ref.dataset].stage in STAGES]
    if not known:
        st.info(NOTHING, icon=":material/info:")
        return
    name = search(known, key=KEY, label="Drop this column", first=FIRST)
    with stopwatch() as watch:
        impact = impact_of_dropping(lineage, lineage.column(name))
    settings, own = queries.settings(), viewer().id
    panel(f"drop-{name}", "Let the engine prove it", lambda: _proof(settings, own, impact))
    if impact.datasets:
        picture(
            impact_drawing(lineage, impact), key="impact-picture", on_pick=pick_into(KEY, known)
        )
        st.caption("Red: it fails or is lost. Click a table's column to drop that one instead.")
    else:
        st.info(f"Nothing is made with {name}: nobody would miss it.", icon=":material/info:")
    _foretold(lineage, impact, watch.seconds)


def _foretold(lineage: Lineage, impact: Impact, seconds: float) -> None:
    facts = {
        "builds and views that fail": len(impact.readers),
        "tables and views touched": len(impact.datasets),
        "columns lost": len(impact.columns),
        "views that people query": len(impact.views),
    }
    code = f'impact_of_dropping(lineage, lineage.column("{impact.column}"))'
    rows = pd.DataFrame(
        [
            (
                name,
                "names the column: fails" if name in impact.readers else "its source fails",
                sum(one.column.dataset == name for one in impact.columns),
                ", ".join(_deciding(impact, name)),
            )
            for name in impact.datasets
        ],
        columns=["touched", "how", "columns lost", "decides its rows by"],
    )
    told = Evidence("What lineage foretells", code, "python", seconds, rows, facts=facts)
    show.evidence(told, key="foretold")


def _deciding(impact: Impact, dataset: str) -> list[str]:
    return [
        kind.replace("_", " ") for row in impact.rows if row.target == dataset for kind in row.kinds
    ]


def _proof(settings: Settings, own: str, impact: Impact) -> Iterator[Evidence]:
    with sandbox(settings, own) as opened:
        yield from dropped(opened, impact)

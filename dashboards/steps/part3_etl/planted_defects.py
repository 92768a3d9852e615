"""Step: defects that the generator planted, and how many of them silver caught."""

from __future__ import annotations

from collections import Counter

import altair as alt
import pandas as pd
import streamlit as st

from dashboards import queries, show
from dashboards.evidence import Evidence, stopwatch
from dashboards.step import Step
from lakehouse.lake_file import LEDGER
from lakehouse.planted import Verdict, verdict
from lakehouse.settings import Settings

STEP = Step(
    key="planted-defects",
    part=3,
    place=3,
    title="Planted, caught, false alarms",
    minutes=0.5,
    essential=False,
    say=(
        "Our source files are spoilt on purpose, and a ledger says exactly where.",
        "So we can do what no real project can: count what the rules miss.",
    ),
    more=(
        "The pipeline never reads the ledger; only this page does, and a test.",
        "What people file in the portal is in no ledger and is left out here.",
    ),
)


def render() -> None:
    """Each kind of defect, planted and caught; examples of one; alarms that were none."""
    found, seconds = _judged(queries.settings(), queries.versions())
    if not found.defects:
        st.info("This lake was not generated, so nothing is planted in it.", icon=":material/info:")
        return
    show.evidence(_summary(found, seconds), key="planted")
    kinds = Counter(defect.defect for defect in found.defects)
    st.altair_chart(_chart(found))
    kind = st.selectbox("Examples of", list(kinds), format_func=_words, key="planted-kind")
    st.dataframe(_examples(found, kind), hide_index=True, key="planted-examples")
    if found.false_alarms:
        st.subheader("False alarms", anchor=False)
        alarms = [(a.entity, a.key, ", ".join(a.rules)) for a in found.false_alarms]
        frame = pd.DataFrame(alarms, columns=["source", "key", "rules"])
        st.dataframe(frame, hide_index=True, key="false-alarms")


@st.cache_data(
    show_spinner="Holding the ledger against silver", max_entries=3, hash_funcs={Settings: str}
)
def _judged(of: Settings, seen: queries.Versions) -> tuple[Verdict, float]:
    with stopwatch() as watch:
        found = verdict(of)
    return found, watch.seconds


def _summary(found: Verdict, seconds: float) -> Evidence:
    planted, caught = _counts(found)
    rows = pd.DataFrame(
        [
            {"defect": _words(kind), "planted": number, "caught": caught[kind]}
            for kind, number in planted.most_common()
        ]
    )
    facts = {
        "planted": len(found.defects),
        "caught": len(found.defects) - len(found.missed),
        "missed": len(found.missed),
        "false_alarms": len(found.false_alarms),
    }
    code = f"lakehouse.planted.verdict(settings)  # raw/{LEDGER} against the five silver tables"
    title = "The ledger against silver"
    return Evidence(title, code, "python", seconds, rows, facts=facts)


def _counts(found: Verdict) -> tuple[Counter[str], Counter[str]]:
    planted = Counter(defect.defect for defect in found.defects)
    return planted, Counter(defect.defect for defect in found.defects if defect.found_by)


def _chart(found: Verdict) -> alt.Chart:
    by = Counter((d.entity, d.defect) for d in found.defects)
    rows = [(entity, _words(kind), number) for (entity, kind), number in by.items()]
    frame = pd.DataFrame(rows, columns=["source", "defect", "planted"])
    chart: alt.Chart = (
        alt.Chart(frame)
        .mark_bar(cornerRadiusEnd=4)
        .encode(
            x=alt.X("planted:Q", title="Planted"),
            y=alt.Y("defect:N", sort="-x", title=None, axis=alt.Axis(labelOverlap=False)),
            color=alt.Color("source:N", title="Source"),
            tooltip=["source", "defect", "planted"],
        )
        .properties(height=360)
    )
    return chart


def _examples(found: Verdict, kind: str) -> pd.DataFrame:
    some = [defect for defect in found.defects if defect.defect == kind][:12]
    rows = [(d.entity, d.key, d.column, d.original_value, d.found_by or "missed") for d in some]
    columns = ["source", "key", "column", "value before it was spoilt", "found by"]
    return pd.DataFrame(rows, columns=columns)


def _words(kind: str) -> str:
    return kind.replace("_", " ")

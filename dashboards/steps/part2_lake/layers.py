"""Step: the four containers of the lake, counted just now."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboards import queries, show
from dashboards.evidence import Evidence, stopwatch
from dashboards.step import Step
from dashboards.storage_tree import written_size
from lakehouse.storage import CONTAINERS, Lake, spark_url

STEP = Step(
    key="four-containers",
    part=2,
    place=1,
    title="Four containers, one lake",
    minutes=1,
    essential=True,
    state="claimed",
    say=(
        "One storage account holds everything: raw, bronze, silver, gold.",
        "Each layer adds worth: raw keeps what came, bronze makes it a table, silver makes it "
        "true, gold makes it an answer.",
    ),
    more=(
        "The addresses are those that Azure would have; only the endpoint is on this machine.",
        "Bad rows are never dropped on the way: silver keeps them, with the reason beside them.",
    ),
)

MEANING = {
    "raw": "Files as the source systems sent them.",
    "bronze": "The same as tables, each row with its file, batch and time.",
    "silver": "Repaired, typed, judged by rules, duplicates marked.",
    "gold": "Answers: customers, claims, months, risks, offers, providers.",
}


def render() -> None:
    """Each container with what is in it, and every table with its rows."""
    lake = Lake(queries.settings())
    with stopwatch() as watch:
        files = {name: lake.files(name) for name in CONTAINERS}
        layers = queries.status()["layers"]
    for name, column in zip(CONTAINERS, st.columns(len(CONTAINERS)), strict=True):
        with column.container(border=True, key=f"layer-{name}", height="stretch"):
            st.subheader(name, anchor=False)
            size = written_size(sum(file.size for file in files[name]))
            st.markdown(f"**{len(files[name]):,} files, {size}**")
            st.caption(MEANING[name])
            st.caption(f"`{spark_url(queries.settings(), name)}`")
    rows = [
        (layer, name, found["rows"], found["version"])
        for layer in CONTAINERS[1:]
        for name, found in layers[layer].items()
    ]
    tables = pd.DataFrame(rows, columns=["layer", "table", "rows", "version"])
    code = "lakehouse.status.layers(settings)"
    sources = layers["raw"]["files"]
    note = f"raw holds {sources} source files; what begins with `_` there is the kit's own."
    counted = Evidence("Every table, by its log", code, "python", watch.seconds, tables, note)
    show.evidence(counted, key="layers")

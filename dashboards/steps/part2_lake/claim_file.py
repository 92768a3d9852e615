"""Step: the new claim's file in raw, and nowhere else yet."""

from __future__ import annotations

import json
from datetime import datetime

import streamlit as st

from dashboards import following, queries, show
from dashboards.evidence import Evidence, ask_views, stopwatch
from dashboards.explorer import stand_at
from dashboards.navigation import go_to
from dashboards.step import Step
from lakehouse.storage import Lake, spark_url

STEP = Step(
    key="the-claims-file",
    part=2,
    place=3,
    title="The claim's file",
    minutes=1,
    essential=True,
    state="claimed",
    say=(
        "Here is our claim: one JSON file in raw, written the moment it was submitted.",
        "Raw data lands at once; no schedule stands between a customer and the lake.",
        "Bronze does not know it yet. That is the pipeline's work, and the next part.",
    ),
    more=(
        "The file is written with a condition, only where none is: two requests can never "
        "overwrite each other.",
        "A decision on the claim later lands beside it as another file; nothing is ever changed.",
    ),
)


def render() -> None:
    """The file with its content, and how many rows of it each layer has."""
    claim_id = following.followed()
    if claim_id is None:
        st.info(
            "No claim is followed yet: submit one in part 1, or use Jump at the side.",
            icon=":material/info:",
        )
        return
    settings, lake = queries.settings(), Lake(queries.settings())
    with stopwatch() as watch:
        path = f"claims/{claim_id}.json"
        file = next((each for each in lake.files("raw", "claims/") if each.path == path), None)
        content = lake.read("raw", path)
    if file is None or content is None:
        st.info(f"raw/{path} is not there: the lake was put back.", icon=":material/info:")
        return
    claim = json.loads(content)
    landed = file.modified - datetime.fromisoformat(claim["created_at"]).astimezone(
        file.modified.tzinfo
    )
    left, right = st.columns(2, gap="large")
    with left:
        text = json.dumps(claim, indent=2, ensure_ascii=False)
        found = Evidence(
            f"raw/{file.path}",
            text,
            "json",
            watch.seconds,
            facts={
                "bytes": file.size,
                "seconds from submitting to landed": round(max(0.0, landed.total_seconds()), 1),
            },
        )
        show.evidence(found, key="claim-file")
    with right:
        st.markdown(f"`{spark_url(settings, 'raw', file.path)}`")
        if st.button("See it in its folder", key="in-folder", icon=":material/folder_open:"):
            stand_at("raw", "claims", file.path)
            go_to("browse-the-lake")
        sql = "\nUNION ALL\n".join(
            f"SELECT '{layer}' AS layer, count(*) AS found\n"
            f"FROM {table}\nWHERE claim_id = '{claim_id}'"
            for layer, table in (
                ("bronze", "petinsure_bronze.claims_raw"),
                ("silver", "petinsure_silver.fact_claims"),
                ("gold", "petinsure_gold.claims_analytics"),
            )
        )
        console = queries.console(settings)
        asked = ask_views(console, "Where the claim is by now", sql)
        show.evidence(asked, key="claim-layers")

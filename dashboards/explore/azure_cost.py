"""Page: what this lake would cost on Azure, from what was measured here and dated prices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboards import queries, show
from dashboards.azure_cost.bill import Line, bill
from dashboards.azure_cost.measured import Measured, measure
from dashboards.azure_cost.price_list import price_list
from dashboards.azure_cost.savings import Saving, savings
from dashboards.azure_cost.synapse import dollars
from dashboards.azure_cost.usage import WORDS, Usage, say, viewers_usage
from dashboards.azure_cost.viewers import edits, viewers_tariff
from dashboards.bi.charts import bars
from dashboards.evidence import Evidence
from dashboards.step import Page
from dashboards.storage_tree import written_size
from lakehouse.settings import Settings

PAGE = Page(
    key="azure-cost",
    place=80,
    title="What would it cost on Azure?",
    about="A month's bill from measured bytes, runs and queries, and what each habit saves.",
    icon=":material/payments:",
)

SIZES = (1, 10, 100, 1_000)
ESTIMATE = (
    "An estimate. Measured here: bytes, files, the seconds of runs, what statements scan. Assumed, "
    "and yours to change: how often things happen, how long a cluster starts, how large the lake "
    "is; bytes and work are taken to grow alike with it. Seconds are this machine's, as if a "
    "cluster's nodes were as fast. Left out: networks, support, Power BI, the portal's hosting."
)


def render() -> None:
    """Usage, the bill, what to do about it, what was measured, and the prices."""
    found = _measured(queries.settings(), queries.versions())
    usage, tariff = _usage(viewers_usage()), viewers_tariff()
    lines = bill(found, usage, tariff)
    _bill(lines)
    st.caption(ESTIMATE + (" Some prices are your own." if edits() else ""))
    st.subheader("What to do about it", anchor=False)
    _savings(savings(found, usage, tariff))
    st.subheader("What was measured", anchor=False)
    _evidence(found)
    st.subheader("Prices", anchor=False)
    with st.expander("Dated, with their pages, and yours to change", icon=":material/sell:"):
        price_list()


@st.cache_data(show_spinner="Measuring the lake", max_entries=3, hash_funcs={Settings: str})
def _measured(of: Settings, seen: queries.Versions) -> Measured:
    return measure()


def _usage(usage: Usage) -> Usage:
    """What a viewer assumes."""
    with st.container(horizontal=True, key="usage"):
        times = st.selectbox(
            WORDS["times"], SIZES, index=SIZES.index(usage.times), key="usage-times"
        )
        numbers: dict[str, Any] = {
            name: st.number_input(
                WORDS[name],
                min_value=type(value)(least),
                value=value,
                key=f"usage-{name}",
            )
            for name, value, least in (
                ("runs_a_day", usage.runs_a_day, 0),
                ("visits_a_day", usage.visits_a_day, 0),
                ("nodes", usage.nodes, 1),
                ("start_minutes", usage.start_minutes, 0),
            )
        }
    said = replace(usage, times=times, **numbers)
    say(said)
    return said


def _bill(lines: tuple[Line, ...]) -> None:
    """The sum, by service, and line by line."""
    services = pd.DataFrame(lines).groupby("service", sort=False, as_index=False)["usd"].sum()
    with st.container(border=True, key="azure-bill"):
        left, right = st.columns([1, 2], vertical_alignment="center")
        left.metric("About, a month", dollars(sum(line.usd for line in lines)))
        right.altair_chart(bars(services, "service", "usd", "US dollars a month", form="$,.2f"))
    rows = [(each.service, each.what, each.quantity, dollars(each.usd), each.how) for each in lines]
    _written(["service", "for", "quantity", "a month", "from"], rows, "--::-")


def _written(columns: Sequence[str], rows: Sequence[Sequence[str]], sides: str) -> None:
    """A table whose words wrap; of each column whether it stands left (`-`) or right (`:`)."""
    lines = [columns, ["-:" if side == ":" else "-" for side in sides], *rows]
    cells = [[show.plain(cell) for cell in line] for line in lines]
    st.markdown("\n".join(f"| {' | '.join(line)} |" for line in cells))


def _savings(found: tuple[Saving, ...]) -> None:
    rows = [
        (s.habit, s.service, dollars(s.without), dollars(s.with_it), _saved(s), s.measured)
        for s in found
    ]
    columns = ["habit", "service", "without", "with it", "saves a month", "measured"]
    _written(columns, rows, "--:::-")
    st.caption(
        "Each is computed by itself, on the bill above; they do not add up, because some save the "
        "same dollar. What saves nothing at this size may in a larger lake: choose one above."
    )


def _saved(saving: Saving) -> str:
    if saving.saved < 0.005:
        return "nothing at this size"
    share = 100 * saving.saved / saving.without
    return f"**{dollars(saving.saved)}** ({share:.0f} %)"


def _evidence(found: Measured) -> None:
    layers = pd.DataFrame(
        [
            (s.container, s.files, written_size(s.size), s.live_files, written_size(s.live_size))
            for s in found.stored
        ],
        columns=["container", "files", "size", "files in use", "size in use"],
    )
    note = "In use are the source files, and the data files of the tables' newest versions."
    code = "Lake(settings).files(container)  # and snapshot(settings, table) of every table"
    storage = Evidence(
        "Storage, layer by layer", code, "python", found.seconds["storage"], layers, note
    )
    show.evidence(storage, key="measured-storage")
    runs = pd.DataFrame(
        [(r.run_id, r.seconds, r.tables, r.rows, r.files, r.full) for r in found.runs],
        columns=["run", "seconds", "tables built", "rows written", "files written", "full"],
    )
    usual = found.usual_run
    note = (
        f"The bill takes run {usual.run_id} for the usual one: of middle length among those that "
        "built on what was there."
        if usual and not usual.full
        else "No run has built on what was there yet, so the bill takes a full one."
    )
    code = "lakehouse.status.last_runs(settings, 50)"
    told = Evidence("Runs", code, "python", found.seconds["runs"], runs, note)
    show.evidence(told, key="measured-runs")
    scans = pd.DataFrame(
        [(s.view, written_size(s.scanned), written_size(s.whole), s.files) for s in found.scans],
        columns=["view", "bytes scanned", "bytes of all columns", "data files"],
    )
    code = "console.query(sql).bytes_scanned  # every statement of the dashboard"
    asked = Evidence("A visit to the dashboard", code, "python", found.seconds["scans"], scans)
    show.evidence(asked, key="measured-scans")

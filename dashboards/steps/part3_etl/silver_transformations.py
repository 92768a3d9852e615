"""Step: 02_silver_transformations, every row repaired, judged and kept."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

from dashboards import following, show
from dashboards.etl import silver_sql
from dashboards.etl.asking import asked
from dashboards.etl.notebooks import SILVER
from dashboards.etl.run_panel import run_panel
from dashboards.evidence import Evidence, Fact
from dashboards.step import Step
from lakehouse.table import Table
from lakehouse.tables import layer_tables

STEP = Step(
    key="silver-transformations",
    part=3,
    place=2,
    title="02_silver_transformations",
    minutes=1.5,
    essential=True,
    state="claimed",
    say=(
        "Silver repairs what can be repaired and says so; it judges the rest by declared rules.",
        "No row is dropped: a bad one stays, with the names of the rules it breaks and a score.",
        "Duplicates stay too, each pointing to the row that stands for it.",
    ),
    more=(
        "A row whose parent is missing is judged again when the parent arrives.",
        "The score weighs the rules that apply: errors count three, warnings two, repairs one.",
        "Rules stand beside the table they judge; this page reads them from there.",
    ),
)


def render() -> None:
    """Run it, then what it did to one table: rules, scores, repairs, flags, duplicates."""
    run_panel(SILVER)
    tables = {table.name: table for table in layer_tables("silver")}
    default = "fact_claims"
    name = st.segmented_control("Table", list(tables), default=default, key="silver-table")
    table = tables[name or default]
    show.evidence(_outcome(table), key="outcome")
    if claim_id := following.followed():
        show.evidence(_my_row(claim_id), key="my-row")
    rules, scores, repaired, flagged, duplicates = st.tabs(
        ["Rules", "Scores", "Repaired", "Flagged", "Duplicates"]
    )
    with rules:
        show.evidence(_rules(table), key="rules")
    with scores:
        _scores(table)
    with repaired:
        note = "What was delivered stays beside the row, in `_repairs`."
        found = asked("Repaired, as delivered and as kept", silver_sql.repaired(table), note=note)
        show.evidence(found, key="repaired")
    with flagged:
        note = "One example of each breach. Gold reads none of these rows."
        found = asked("Flagged, and by which rules", silver_sql.flagged(table), note=note)
        show.evidence(found, key="flagged")
    with duplicates:
        show.evidence(_duplicates(table), key="duplicates")


def _outcome(table: Table) -> Evidence:
    def counted(rows: pd.DataFrame) -> dict[str, Fact]:
        return {
            name: rows[name][0] if name == "average_score" else int(rows[name][0]) for name in rows
        }

    told = asked(f"What became of {table.name}", silver_sql.outcome(table), facts=counted)
    return Evidence(told.title, told.code, "sql", told.seconds, facts=told.facts)


def _my_row(claim_id: str) -> Evidence:
    sql = (
        "SELECT claim_id, status, claim_amount, plan_name, species, _is_valid, _quality_score,\n"
        "  _rules_broken, _repairs, _is_duplicate\n"
        f"FROM petinsure_silver.fact_claims\nWHERE claim_id = '{claim_id}'"
    )
    told = asked("The claim that we follow", sql)
    there = told.rows is not None and len(told.rows)
    note = "" if there else "Not in silver yet: run the notebooks."
    return Evidence(told.title, sql, "sql", told.seconds, told.rows, note)


def _rules(table: Table) -> Evidence:
    told = asked(f"The rules of {table.name}", silver_sql.broken_rules(table))
    broken = dict(zip(told.answer["rule"], told.answer["broken_by"], strict=True))
    rows = pd.DataFrame(
        [
            {
                "rule": rule.name,
                "severity": rule.severity,
                "weight": rule.points,
                "broken by": int(broken.get(rule.name, 0)),
                "because": rule.reason,
                "condition": rule.condition,
            }
            for rule in table.all_rules
        ]
    ).sort_values("broken by", ascending=False, kind="stable")
    facts = {"rules": len(rows), "broken": int((rows["broken by"] > 0).sum())}
    note = "An error makes a row invalid; a warning or a repair only lowers its score."
    return Evidence(told.title, told.code, "sql", told.seconds, rows, note, facts=facts)


def _scores(table: Table) -> None:
    told = asked(f"Scores of {table.name}", silver_sql.scores(table))
    below = told.answer[told.answer["score"] < 100]
    chart = (
        alt.Chart(below)
        .mark_bar(cornerRadiusEnd=4)
        .encode(
            x=alt.X("score:O", title="Quality score"),
            y=alt.Y("number_of_rows:Q", title="Rows"),
            tooltip=["score", "number_of_rows"],
        )
        .properties(height=260, title="Rows that did not get 100 points")
    )
    st.altair_chart(chart)
    show.evidence(told, key="scores")


def _duplicates(table: Table) -> Evidence:
    note = "Superseded, delivered twice, or the same person twice: each names its survivor."
    if table.near_duplicates:
        note += (
            " The same person means: the same name and birth date, and the same phone or address;"
            " pets, policies and claims follow to the id that came first."
        )
    return asked("Duplicates, and why", silver_sql.duplicates(table), note=note)

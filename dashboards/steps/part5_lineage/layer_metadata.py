"""Step: what each layer notes with every row, with real values, and what the catalogue knows."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from dashboards import following, queries, show
from dashboards.etl.asking import asked
from dashboards.evidence import Evidence, ask_spark
from dashboards.panel import panel
from dashboards.step import Step
from lakehouse.columns import Column
from lakehouse.settings import Settings
from lakehouse.spark import session
from lakehouse.table import INGESTED, METADATA, Layer, Table
from lakehouse.tables import layer_tables, tables

STEP = Step(
    key="what-each-layer-notes",
    part=5,
    place=4,
    title="What each layer notes",
    minutes=0.5,
    essential=False,
    state="refined",
    say=(
        "Bronze adds where a row came from and when; silver adds its verdict; gold adds what it "
        "was computed from.",
        "So the simplest question of lineage, from which file, is one GROUP BY.",
    ),
    more=(
        "information_schema has every column with its comment, in the words of Synapse.",
        "The comments come from the tables' declarations, and reach Delta, the views and the data "
        "dictionary alike.",
    ),
)

FIRST = "customers_raw"
EXTENDED = "SHOW TABLE EXTENDED IN petinsure_gold LIKE '*'"
COLUMNS = """SELECT
    table_name,
    column_name,
    data_type,
    comment
FROM information_schema.columns
WHERE table_schema = 'petinsure_gold'"""


def render() -> None:
    """The metadata columns of the layers, then three questions to the catalogue."""
    names = [table.name for table in layer_tables("bronze")]
    index = names.index("claims_raw" if following.followed() else FIRST)
    bronze = tables()[
        st.segmented_control(
            "Source", names, default=names[index], required=True, key="metadata-source"
        )
        or FIRST
    ]
    silver = next(table for table in layer_tables("silver") if table.inputs[0] == bronze.name)
    gold = next(table for table in layer_tables("gold") if silver.name in table.inputs)
    for table in (bronze, silver, gold):
        _layer(table)
    st.subheader("From which file", anchor=False)
    _files(bronze)
    st.subheader("What the catalogue knows", anchor=False)
    show.evidence(asked("Columns of gold, with their comments", COLUMNS), key="columns")
    settings = queries.settings()
    panel("extended", "Ask Spark's catalogue", lambda: _extended(settings))


def _layer(table: Table) -> None:
    """One real row's metadata, upright, with what each column means."""
    own = _own(table.layer)
    key, columns = table.keys[0], ", ".join(own)
    followed = following.followed() if "claim_id" in table.all_columns else None
    where = f"\nWHERE claim_id = '{followed}'" if followed else ""
    sql = f"SELECT {key}, {columns}\nFROM {table.full_name}{where}\nORDER BY {key}\nLIMIT 1"
    told = asked(f"{table.layer.capitalize()} adds {len(own)} columns", sql)
    rows = told.answer
    values = [str(v) for v in rows.iloc[0][list(own)]] if len(rows) else [""] * len(own)
    of = f"{table.name}, {key} {rows[key].iloc[0]}" if len(rows) else table.name
    upright = pd.DataFrame(
        {"column": list(own), of: values, "meaning": [column.comment for column in own.values()]}
    )
    shown = Evidence(told.title, told.code, told.language, told.seconds, upright)
    with st.container(key=f"layer-{table.layer}"):
        show.evidence(shown, key=f"metadata-{table.layer}")


def _own(layer: Layer) -> dict[str, Column]:
    """The columns that a layer adds itself; silver inherits those of bronze."""
    inherited = INGESTED if layer == "silver" else {}
    return {name: column for name, column in METADATA[layer].items() if name not in inherited}


def _files(bronze: Table) -> None:
    sql = (
        "SELECT DISTINCT\n    _source_file AS source,\n    'bronze' AS layer,\n"
        f"    COUNT(*) AS records\nFROM {bronze.full_name}\nGROUP BY _source_file\n"
        "ORDER BY records DESC, source"
    )
    told = asked(
        f"Files of {bronze.name}",
        sql,
        facts=lambda rows: {"files": len(rows), "records": int(rows["records"].sum())},
    )
    show.evidence(told, key="source-files")


def _extended(settings: Settings) -> Iterator[Evidence]:
    with session(settings) as spark:
        yield ask_spark(spark, "Every gold table as Spark registers it", EXTENDED)

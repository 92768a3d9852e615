"""Silver and gold in a run: rebuild a table whose inputs, code or rows have changed."""

from __future__ import annotations

from typing import Any

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.catalogue import create
from lakehouse.pipeline.context import RunContext
from lakehouse.pipeline.state import TableState, fingerprint, table_state
from lakehouse.storage import spark_url
from lakehouse.table import Table
from lakehouse.tables import tables
from lakehouse.transform import transformed


def stale(run: RunContext, table: Table, state: TableState, inputs: dict[str, int]) -> str:
    """Why a table must be built anew; empty where it is up to date."""
    if state.version is None:
        return "new table"
    if state.foreign:
        change = state.foreign[0]
        return f"rebuilt: version {change.version} ({change.operation}) is not the pipeline's"
    if "inputs" not in state.notes:
        return "never built"
    if run.full:
        return "full run"
    if state.notes["code"] != fingerprint(table):
        return "its code changed"
    if table.parameters and state.notes["as_of"] != run.moment.as_of.isoformat():
        return "the lake's as_of changed"
    changed = [
        name for name, version in inputs.items() if state.notes["inputs"].get(name) != version
    ]
    return f"new version of {', '.join(changed)}" if changed else ""


def input_versions(run: RunContext, table: Table) -> dict[str, int]:
    """The version of each input that last changed its rows (-1 where it is not there)."""
    states = {name: table_state(run.lake, tables()[name]) for name in table.inputs}
    return {n: -1 if s.rows_version is None else s.rows_version for n, s in states.items()}


def build(run: RunContext, table: Table, state: TableState, inputs: dict[str, int]) -> None:
    """Overwrite a table with what its function makes of its inputs, in one commit.

    In two where its columns are others than before and the build is to be observed. The input
    versions noted were read before the inputs themselves: a commit that slips in between makes the
    next run build again, never miss it.
    """
    if state.version is None:
        create(run.spark, run.settings, table)
    notes = run.notes(**_facts(run, table, inputs))
    frames = {name: _rows(run, tables()[name]) for name in table.inputs}
    rows = transformed(table, frames, run.moment)
    url = spark_url(run.settings, table.layer, table.name)
    reshaped = _shape_changed(run, table, state)
    if reshaped:
        commented = [
            F.col(name).alias(name, metadata={"comment": column.comment})
            for name, column in table.all_columns.items()
        ]
        writer = rows.select(*commented).write.format("delta").mode("overwrite")
        writer.options(userMetadata=notes, overwriteSchema="true").save(url)
    if run.observer.needed(table, fingerprint(table), state.own):
        # This way of writing is the one that the lineage listener looks at, and dearer.
        rows.writeTo(f"delta.`{url}`").option("userMetadata", notes).overwrite(F.lit(True))
    elif not reshaped:
        writer = rows.write.format("delta").mode("overwrite")
        writer.option("userMetadata", notes).save(url)


def _facts(run: RunContext, table: Table, inputs: dict[str, int]) -> dict[str, Any]:
    as_of = {"as_of": run.moment.as_of.isoformat()} if table.parameters else {}
    return {"inputs": inputs, "code": fingerprint(table)} | as_of


def _rows(run: RunContext, table: Table) -> DataFrame:
    return run.spark.read.format("delta").load(spark_url(run.settings, table.layer, table.name))


def _shape_changed(run: RunContext, table: Table, state: TableState) -> bool:
    """Whether the stored columns are not the declared ones; asked only where they can differ."""
    built_by_this_code = not state.foreign and state.notes.get("code") == fingerprint(table)
    if state.version is None or built_by_this_code:
        return False
    stored = [(f.name, f.dataType.simpleString()) for f in _rows(run, table).schema.fields]
    return stored != [(name, column.type) for name, column in table.all_columns.items()]

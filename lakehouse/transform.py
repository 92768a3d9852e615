"""Transforming: a declared table's rows from its inputs' rows; pure, without I/O or clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.quality.conform import conformed
from lakehouse.quality.duplicates import deduplicated
from lakehouse.quality.judge import judged
from lakehouse.quality.parents import with_parents
from lakehouse.table import Table
from lakehouse.tables import tables


@dataclass(frozen=True)
class Moment:
    """What a run lends its transformations: when it began (UTC) and the lake's as_of date."""

    started_at: datetime
    as_of: date


def transformed(table: Table, inputs: dict[str, DataFrame], moment: Moment) -> DataFrame:
    """All rows of a silver or gold table, in its declared columns and types.

    `inputs` are the whole input tables by name.
    """
    build = _silver if table.layer == "silver" else _gold
    rows = build(table, inputs, moment)
    return in_declared_columns(rows, table)


def in_declared_columns(rows: DataFrame, table: Table) -> DataFrame:
    """Rows cut and cast to the declaration's columns, in its order.

    A value that its column cannot hold, such as a sum of absurd amounts, is null: it must not
    keep all other rows from being built.
    """
    columns = table.all_columns.items()
    return rows.select(*[F.col(name).try_cast(spec.type).alias(name) for name, spec in columns])


def survivors(rows: DataFrame) -> DataFrame:
    """The rows of a silver table that gold reads: valid, and no duplicates."""
    return rows.where("_is_valid AND NOT _is_duplicate")


def _silver(table: Table, inputs: dict[str, DataFrame], moment: Moment) -> DataFrame:
    first, *parents = table.inputs
    known = {name: (tables()[name], inputs[name]) for name in parents}
    rows = with_parents(conformed(inputs[first], table.columns), table, known)
    built = table.build(rows, *[inputs[name] for name in parents], **_parameters(table, moment))
    checked = judged(built, table.all_rules)
    return deduplicated(checked, table).withColumn("_silver_processed_at", F.lit(moment.started_at))


def _gold(table: Table, inputs: dict[str, DataFrame], moment: Moment) -> DataFrame:
    sources = {name: _for_gold(name, inputs[name]) for name in table.inputs}
    return table.build(**sources, **_parameters(table, moment)).withColumns(
        {
            "_gold_processed_at": F.lit(moment.started_at),
            "_source_tables": F.lit(f"[{', '.join(table.inputs)}]"),
            "_aggregation_type": F.lit(table.aggregation),
        }
    )


def _for_gold(name: str, rows: DataFrame) -> DataFrame:
    return survivors(rows) if tables()[name].layer == "silver" else rows


def _parameters(table: Table, moment: Moment) -> dict[str, Any]:
    return {name: getattr(moment, name) for name in table.parameters}

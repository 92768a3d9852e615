"""Duplicates: one survivor a key, and one survivor a person where near-duplicates are declared."""

from __future__ import annotations

from functools import reduce
from operator import or_

from pyspark.sql import Column as Expression
from pyspark.sql import DataFrame, Window, WindowSpec
from pyspark.sql import functions as F

from lakehouse.table import NearDuplicates, Table


def deduplicated(rows: DataFrame, table: Table) -> DataFrame:
    """Judged rows with `_is_duplicate` and `_duplicate_of`.

    The survivor of a key is its valid row with the latest `updated_at`, the one delivered last
    among equals. Invalid rows are never duplicates: they are flagged already.
    """
    key = table.keys[0]
    ranked = rows.withColumn("_rank", F.row_number().over(_latest_first(table)))
    superseded = F.col("_is_valid") & (F.col("_rank") > 1)
    marked = ranked.withColumn("_duplicate_of", F.when(superseded, F.col(key))).drop("_rank")
    if table.near_duplicates is not None:
        marked = _near_duplicates(marked, key, table.near_duplicates)
    return marked.withColumn("_is_duplicate", F.col("_duplicate_of").isNotNull())


def _latest_first(table: Table) -> WindowSpec:
    latest = [F.col("updated_at").desc_nulls_last()] if "updated_at" in table.columns else []
    # Rows alike up to here differ in content only: any order will do that is always the same.
    content = [*table.columns, "_repairs", "_rescued_data"]
    return Window.partitionBy(table.keys[0]).orderBy(
        F.col("_is_valid").desc(),
        *latest,
        F.col("_source_modified_at").desc(),
        F.col("_source_file").desc(),
        F.xxhash64(*content),
    )


def _near_duplicates(rows: DataFrame, key: str, near: NearDuplicates) -> DataFrame:
    """Mark survivors of their key that are the same person as an earlier survivor.

    Each row sees the others that agree in `same` and follows the links from itself, one step
    for each of them; the earliest it reaches survives. Most rows see only themselves.
    """
    head = F.col("_is_valid") & F.col("_duplicate_of").isNull()
    links = [F.expr(link).alias(f"link_{i}") for i, link in enumerate(near.either)]
    since = [F.col(near.earliest).isNull().alias("undated"), F.col(near.earliest).alias("since")]
    self_ = F.struct(*since, F.col(key).alias("key"), *links)
    shared = {f"_same_{i}": F.when(head, F.expr(same)) for i, same in enumerate(near.same)}
    group = Window.partitionBy(*shared)
    known = head & F.concat(*[F.col(name).cast("string") for name in shared]).isNotNull()
    frame = rows.withColumns(shared | {"_self": F.when(known, self_)}).withColumn(
        "_others", F.collect_list("_self").over(group)
    )
    reached = F.aggregate(
        "_others", F.array("_self"), lambda reached, _: _linked(reached, len(links))
    )
    first = F.array_min(reached)["key"]
    moved = known & (F.size("_others") > 1) & (first != F.col(key))
    return frame.withColumn(
        "_duplicate_of", F.when(moved, first).otherwise(F.col("_duplicate_of"))
    ).drop("_self", "_others", *shared)


def _linked(reached: Expression, links: int) -> Expression:
    """The others that share a link with one of those reached."""

    def meet(one: Expression, other: Expression) -> Expression:
        same = [one[f"link_{i}"] == other[f"link_{i}"] for i in range(links)]
        return F.coalesce(reduce(or_, same), F.lit(False))

    return F.filter("_others", lambda other: F.exists(reached, lambda one: meet(one, other)))

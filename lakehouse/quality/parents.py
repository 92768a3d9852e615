"""Parents: whether a foreign key points to a valid row, and what is brought from there."""

from __future__ import annotations

from pyspark.sql import Column as Expression
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.columns import Reference
from lakehouse.quality.conform import present
from lakehouse.table import Table


def with_parents(
    rows: DataFrame, table: Table, parents: dict[str, tuple[Table, DataFrame]]
) -> DataFrame:
    """Rows joined to each parent their columns refer to.

    Adds `_known_<column>` (the parent is there and valid) and the columns a reference brings. A
    key of a near-duplicate is re-pointed to the survivor, and that is noted in `_repairs`.
    """
    references = {n: c.references for n, c in table.columns.items() if c.references}
    if not references:
        return rows
    notes: list[Expression] = []
    repointed: dict[str, Expression] = {}
    for name, reference in references.items():
        heads = _heads(name, reference, *parents[reference.table])
        rows = rows.join(F.broadcast(heads), F.col(name) == F.col(f"_key_{name}"), "left")
        survivor = F.col(f"_survivor_{name}")
        notes.append(F.when(survivor != F.col(name), F.concat(F.lit(f"{name}: "), F.col(name))))
        repointed[f"_known_{name}"] = survivor.isNotNull()
        repointed[name] = F.coalesce(survivor, F.col(name))
    repairs = {"_repairs": F.concat("_repairs", present(notes))}
    working = [f"{prefix}_{name}" for name in references for prefix in ("_key", "_survivor")]
    return rows.withColumns(repairs | repointed).drop(*working)


def _heads(name: str, reference: Reference, parent: Table, rows: DataFrame) -> DataFrame:
    """One row per valid key: the key, the key that survives in its stead, and columns brought."""
    key = F.col(parent.keys[0])
    superseded = F.coalesce(F.col("_duplicate_of") == key, F.lit(False))
    return rows.where(F.col("_is_valid") & ~superseded).select(
        key.alias(f"_key_{name}"),
        F.coalesce("_duplicate_of", key).alias(f"_survivor_{name}"),
        *[F.col(source).alias(brought) for brought, source in reference.bring],
    )

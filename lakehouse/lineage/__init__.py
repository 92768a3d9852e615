"""Lineage: where each column of the lake comes from and goes to, as the engine was observed.

Nothing is declared: edges come from OpenLineage events of the pipeline's own builds, from the
headers of the files that were read, and from the SQL of the views.

    lineage = lineage_of(settings)                            # Lineage, some tenths of a second
    column = lineage.column("vw_customer_360.loss_ratio")     # ColumnRef(dataset, column)
    upstream(lineage, column).edges                           # Edge(source, target, kinds)
    downstream(lineage, lineage.column("silver.dim_pets.species"), rows=True).reached
    lineage.tables()                                          # TableEdge(source, target, columns)
    impact_of_dropping(lineage, column).views
    personal_columns(lineage)

Datasets, in the order raw, bronze, silver, gold, view: `raw/customers.csv`, `raw/claims/*.json`
(all of the portal's), `bronze.customers_raw`, `silver.dim_customers`, `gold.customer_360_view`,
`vw_customer_360`.
"""

from __future__ import annotations

from lakehouse.lineage.graph import (
    Build,
    ColumnRef,
    Dataset,
    Edge,
    Lineage,
    LineageColumn,
    RowEdge,
    TableEdge,
)
from lakehouse.lineage.impact import Impact, impact_of_dropping
from lakehouse.lineage.personal import PersonalColumn, personal_columns
from lakehouse.lineage.reading import lineage_of
from lakehouse.lineage.trace import Reached, Trace, downstream, upstream

__all__ = [
    "Build",
    "ColumnRef",
    "Dataset",
    "Edge",
    "Impact",
    "Lineage",
    "LineageColumn",
    "PersonalColumn",
    "Reached",
    "RowEdge",
    "TableEdge",
    "Trace",
    "downstream",
    "impact_of_dropping",
    "lineage_of",
    "personal_columns",
    "upstream",
]

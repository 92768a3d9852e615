"""Notebooks: the three of the ETL, by the names they have on Databricks."""

from __future__ import annotations

from dataclasses import dataclass

from lakehouse.table import Layer


@dataclass(frozen=True)
class Notebook:
    """One notebook: its name, the layer it builds, what it does in one sentence."""

    name: str
    layer: Layer
    does: str


BRONZE = Notebook(
    "01_bronze_ingestion",
    "bronze",
    "Takes every new file in raw, once, and adds where each row came from and when.",
)
SILVER = Notebook(
    "02_silver_transformations",
    "silver",
    "Repairs, types, judges and deduplicates every row, and drops none.",
)
GOLD = Notebook(
    "03_gold_aggregations",
    "gold",
    "Computes the answers from valid rows: customers, claims, months, risks, offers, providers.",
)

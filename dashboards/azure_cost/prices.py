"""Prices: what Azure lists for each meter, with the date and the page it is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

PAGES = "https://azure.microsoft.com/pricing/details"


@dataclass(frozen=True)
class Price:
    """One meter: US dollars per unit, pay as you go in a US region, as listed on a day."""

    key: str
    service: str
    meter: str
    usd: float
    unit: str
    listed: date
    source: str


PRICES = (
    Price(
        "storage_hot",
        "ADLS Gen2",
        "Data stored, hot, LRS",
        0.0208,
        "GB and month",
        date(2025, 6, 1),
        f"{PAGES}/storage/data-lake/",
    ),
    Price(
        "storage_cool",
        "ADLS Gen2",
        "Data stored, cool, LRS",
        0.0152,
        "GB and month",
        date(2025, 6, 1),
        f"{PAGES}/storage/data-lake/",
    ),
    Price(
        "storage_writes",
        "ADLS Gen2",
        "Write operations, hot",
        0.065,
        "10,000",
        date(2025, 6, 1),
        f"{PAGES}/storage/data-lake/",
    ),
    Price(
        "storage_reads",
        "ADLS Gen2",
        "Read operations, hot",
        0.0052,
        "10,000",
        date(2025, 6, 1),
        f"{PAGES}/storage/data-lake/",
    ),
    Price(
        "dbu_jobs",
        "Databricks",
        "Jobs compute, Premium",
        0.30,
        "DBU",
        date(2026, 4, 1),
        f"{PAGES}/databricks/",
    ),
    Price(
        "dbu_all_purpose",
        "Databricks",
        "All-purpose compute, Premium",
        0.55,
        "DBU",
        date(2026, 4, 1),
        f"{PAGES}/databricks/",
    ),
    Price(
        "node_dbus",
        "Databricks",
        "DBUs of a Standard_DS3_v2",
        0.75,
        "hour, in DBUs",
        date(2026, 4, 1),
        f"{PAGES}/databricks/",
    ),
    Price(
        "node",
        "Databricks",
        "Machine Standard_DS3_v2, Linux",
        0.229,
        "hour",
        date(2025, 6, 1),
        f"{PAGES}/virtual-machines/linux/",
    ),
    Price(
        "synapse",
        "Synapse serverless",
        "Data processed",
        5.0,
        "TB",
        date(2025, 6, 1),
        f"{PAGES}/synapse-analytics/",
    ),
    Price(
        "activity",
        "Data Factory",
        "Orchestration, activity runs",
        1.0,
        "1,000",
        date(2026, 4, 1),
        f"{PAGES}/data-factory/data-pipeline/",
    ),
    Price(
        "external_hour",
        "Data Factory",
        "External activity, such as a notebook",
        0.00025,
        "hour",
        date(2025, 6, 1),
        f"{PAGES}/data-factory/data-pipeline/",
    ),
)

Tariff = Mapping[str, float]
"""Dollars by the key of a price."""


def tariff(edits: Mapping[str, float] | None = None) -> dict[str, float]:
    """The listed prices, with a viewer's own in place of some; negative ones are not taken."""
    return {each.key: each.usd for each in edited(edits or {})}


def edited(edits: Mapping[str, float]) -> tuple[Price, ...]:
    """The prices with a viewer's edits."""
    return tuple(
        replace(each, usd=edits[each.key]) if edits.get(each.key, -1) >= 0 else each
        for each in PRICES
    )

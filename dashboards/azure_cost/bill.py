"""Bill: a month on Azure, line by line, from what was measured, what is assumed, and prices."""

from __future__ import annotations

from dataclasses import dataclass

from dashboards.azure_cost.measured import Measured, Run
from dashboards.azure_cost.prices import Tariff
from dashboards.azure_cost.synapse import query_cost
from dashboards.azure_cost.usage import Usage

GB = 1024**3
NOTEBOOKS = 3


@dataclass(frozen=True)
class Line:
    """One line: dollars a month, how much of what, and how that was come by."""

    service: str
    what: str
    usd: float
    quantity: str
    how: str


def bill(of: Measured, usage: Usage, tariff: Tariff) -> tuple[Line, ...]:
    """Every line; without any run those of runs are nothing."""
    run = of.usual_run
    hours = run_hours(run, usage)
    opened = sum(scan.files for scan in of.scans) * usage.visits
    written = (run.files if run else 0) * usage.runs
    activities = NOTEBOOKS * usage.runs
    nodes = usage.nodes * hours
    return (
        Line(
            "Storage",
            "Data stored",
            stored(of.size * usage.times, tariff["storage_hot"]),
            f"{of.size * usage.times / GB:,.3f} GB",
            "bytes in all containers, measured",
        ),
        Line(
            "Storage",
            "Files written",
            operations(written, tariff["storage_writes"]),
            f"{written:,} writes",
            "files of the usual run, measured, for every run",
        ),
        Line(
            "Storage",
            "Files read",
            operations(opened, tariff["storage_reads"]),
            f"{opened:,} reads",
            "data files under the dashboard's statements, measured, for every visit",
        ),
        Line(
            "Databricks",
            "DBUs of the runs",
            nodes * tariff["node_dbus"] * tariff["dbu_jobs"],
            f"{nodes * tariff['node_dbus']:,.1f} DBU",
            "seconds of the usual run, measured here, and the start of the cluster, assumed",
        ),
        Line(
            "Databricks",
            "Machines of the runs",
            nodes * tariff["node"],
            f"{nodes:,.1f} node hours",
            "the same hours",
        ),
        Line(
            "Synapse serverless",
            "Dashboard",
            scans_cost(of, usage, tariff),
            f"{len(of.scans) * usage.visits:,} queries",
            "bytes of each statement, measured; at least 10 MB each",
        ),
        Line(
            "Data Factory",
            "Activity runs",
            activities * tariff["activity"] / 1000,
            f"{activities:,} activities",
            "three notebooks a run",
        ),
        Line(
            "Data Factory",
            "Waiting for the notebooks",
            hours * tariff["external_hour"],
            f"{hours:,.1f} hours",
            "the hours of the runs",
        ),
    )


def run_hours(run: Run | None, usage: Usage) -> float:
    """Hours a month that a cluster is up for the runs: work grows with the lake, starts do not."""
    if run is None:
        return 0.0
    return usage.runs * (run.seconds * usage.times + 60 * usage.start_minutes) / 3600


def cluster(hours: float, usage: Usage, tariff: Tariff, dbu: str = "dbu_jobs") -> float:
    """Dollars for a cluster that is up so many hours: its DBUs and its machines."""
    return hours * usage.nodes * (tariff["node_dbus"] * tariff[dbu] + tariff["node"])


def stored(size: float, dollars_a_gb: float) -> float:
    """Dollars a month for bytes."""
    return size / GB * dollars_a_gb


def operations(number: float, dollars_a_10_000: float) -> float:
    """Dollars for operations on storage."""
    return number / 10_000 * dollars_a_10_000


def scans_cost(of: Measured, usage: Usage, tariff: Tariff) -> float:
    """Dollars a month for all visits to the dashboard."""
    one = sum(query_cost(scan.scanned * usage.times, tariff["synapse"]) for scan in of.scans)
    return one * usage.visits

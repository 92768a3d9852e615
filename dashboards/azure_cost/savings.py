"""Savings: what to do about the bill, each with its effect computed from what was measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dashboards.azure_cost.bill import NOTEBOOKS, cluster, operations, run_hours, scans_cost, stored
from dashboards.azure_cost.measured import Measured, Scan
from dashboards.azure_cost.prices import Tariff
from dashboards.azure_cost.synapse import query_cost
from dashboards.azure_cost.usage import DAYS, Usage
from dashboards.storage_tree import written_size

CLAIMS = "vw_claims_analytics"


@dataclass(frozen=True)
class Saving:
    """One habit: dollars a month without it and with it, and what that is computed from."""

    service: str
    habit: str
    without: float
    with_it: float
    measured: str

    @property
    def saved(self) -> float:
        """Dollars a month; nothing where it does not pay at this size."""
        return self.without - self.with_it


def savings(of: Measured, usage: Usage, tariff: Tariff) -> tuple[Saving, ...]:
    """Every habit that can be computed for this lake, the most worth first."""
    found = [each(of, usage, tariff) for each in HABITS]
    return tuple(sorted((s for s in found if s), key=lambda saving: -saving.saved))


def _auto_stop(of: Measured, usage: Usage, tariff: Tariff) -> Saving | None:
    if not of.usual_run:
        return None
    hours = run_hours(of.usual_run, usage)
    return Saving(
        "Databricks",
        "Stop the cluster when a run is over, instead of leaving it on",
        cluster(max(24 * DAYS, hours), usage, tariff),
        cluster(hours, usage, tariff),
        f"{hours:,.1f} hours of work in the {24 * DAYS} of a month",
    )


def _incremental(of: Measured, usage: Usage, tariff: Tariff) -> Saving | None:
    full, usual = of.full_run, of.usual_run
    if not full or not usual or usual.full:
        return None
    return Saving(
        "Databricks",
        "Build only what is new, instead of everything at every run",
        cluster(run_hours(full, usage), usage, tariff),
        cluster(run_hours(usual, usage), usage, tariff),
        f"{usual.seconds:,.0f} s and {usual.rows:,} rows written, against {full.seconds:,.0f} s "
        f"and {full.rows:,} rows",
    )


def _jobs(of: Measured, usage: Usage, tariff: Tariff) -> Saving | None:
    if not of.usual_run:
        return None
    hours = run_hours(of.usual_run, usage)
    return Saving(
        "Databricks",
        "Run notebooks as a job, not on an all-purpose cluster",
        cluster(hours, usage, tariff, "dbu_all_purpose"),
        cluster(hours, usage, tariff),
        f"the same {hours:,.1f} hours at another price a DBU",
    )


def _columns(of: Measured, usage: Usage, tariff: Tariff) -> Saving:
    whole, few = (sum(getattr(s, name) for s in of.scans) for name in ("whole", "scanned"))
    return Saving(
        "Synapse serverless",
        "Name columns, instead of SELECT *",
        _visits(of, usage, tariff, lambda scan: scan.whole),
        scans_cost(of, usage, tariff),
        f"a visit reads {written_size(few)} of the {written_size(whole)} in its views",
    )


def _columnar(of: Measured, usage: Usage, tariff: Tariff) -> Saving:
    return Saving(
        "Synapse serverless",
        "Ask Delta tables, instead of the JSON files in raw",
        _visits(of, usage, tariff, lambda s: of.raw_claims if s.view == CLAIMS else s.scanned),
        scans_cost(of, usage, tariff),
        f"claims are {written_size(of.raw_claims)} of JSON in raw, read whole by every question",
    )


def _partition(of: Measured, usage: Usage, tariff: Tariff) -> Saving:
    share = of.recent_claims
    return Saving(
        "Synapse serverless",
        "Partition claims by year, and ask for the last twelve months only",
        scans_cost(of, usage, tariff),
        _visits(of, usage, tariff, lambda s: s.scanned * (share if s.view == CLAIMS else 1)),
        f"{100 * share:.0f} % of the claims are that recent; partitions themselves were not made",
    )


def _compact(of: Measured, usage: Usage, tariff: Tariff) -> Saving:
    files = sum(each.live_files for each in of.stored if each.container != "raw")
    opened = sum(scan.files for scan in of.scans) * usage.visits
    once = len(of.scans) * usage.visits
    price = tariff["storage_reads"]
    return Saving(
        "Storage",
        "Compact small files (OPTIMIZE)",
        operations(opened, price),
        operations(min(opened, once), price),
        f"{files} data files where {of.best_files} of up to 128 MB would do; a statement opens "
        f"{opened / once if once else 0:.1f} of them on average",
    )


def _retention(of: Measured, usage: Usage, tariff: Tariff) -> Saving:
    live = sum(each.live_size for each in of.stored)
    return Saving(
        "Storage",
        "VACUUM versions that nobody travels to any more",
        stored(of.size * usage.times, tariff["storage_hot"]),
        stored(live * usage.times, tariff["storage_hot"]),
        f"{written_size(of.size - live)} of {written_size(of.size)} are older versions, logs and "
        "checkpoints; it is the price of time travel, and logs would stay",
    )


def _cool(of: Measured, usage: Usage, tariff: Tariff) -> Saving:
    [raw] = [each for each in of.stored if each.container == "raw"]
    return Saving(
        "Storage",
        "Move raw files to the cool tier once bronze has them",
        stored(raw.size * usage.times, tariff["storage_hot"]),
        stored(raw.size * usage.times, tariff["storage_cool"]),
        f"raw holds {written_size(raw.size)} in {raw.files} files, read once",
    )


def _batch(of: Measured, usage: Usage, tariff: Tariff) -> Saving:
    each_claim = of.claims_a_day * usage.times * DAYS
    price = NOTEBOOKS * tariff["activity"] / 1000
    return Saving(
        "Data Factory",
        "Batch new files by a schedule, instead of a pipeline for every claim",
        each_claim * price,
        min(usage.runs, each_claim) * price,
        f"{of.claims_a_day * usage.times:,.0f} claims a day in the last whole month, against "
        f"{usage.runs_a_day} runs",
    )


HABITS: tuple[Callable[[Measured, Usage, Tariff], Saving | None], ...] = (
    _auto_stop,
    _incremental,
    _jobs,
    _columns,
    _columnar,
    _partition,
    _compact,
    _retention,
    _cool,
    _batch,
)


def _visits(of: Measured, usage: Usage, tariff: Tariff, reads: Callable[[Scan], float]) -> float:
    """Dollars a month for all visits, if each statement read so many bytes."""
    one = sum(query_cost(reads(scan) * usage.times, tariff["synapse"]) for scan in of.scans)
    return one * usage.visits

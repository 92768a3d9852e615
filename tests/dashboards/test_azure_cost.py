from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dashboards.azure_cost.bill import bill, cluster, run_hours
from dashboards.azure_cost.measured import Measured, Run, Scan, Stored, measure, runs
from dashboards.azure_cost.prices import PRICES, edited, tariff
from dashboards.azure_cost.savings import savings
from dashboards.azure_cost.synapse import billed_mb, dollars, query_cost
from dashboards.azure_cost.usage import Usage
from lakehouse.storage import CONTAINERS, Lake, LakeFile
from tests.app.server import Portal
from tests.dashboards.conftest import Window

GB = 1024**3
MB = 1024**2
USUAL = Run("2", seconds=60.0, tables=8, rows=100, files=50, full=False)
FULL = Run("1", seconds=180.0, tables=16, rows=1_000, files=200, full=True)

LAKE = Measured(
    stored=(
        Stored("raw", files=40, size=2 * GB, live_files=40, live_size=2 * GB),
        Stored("bronze", files=100, size=3 * GB, live_files=10, live_size=1 * GB),
        Stored("silver", files=50, size=3 * GB, live_files=5, live_size=1 * GB),
        Stored("gold", files=60, size=2 * GB, live_files=6, live_size=1 * GB),
    ),
    runs=(USUAL, FULL),
    scans=(
        Scan("vw_claims_analytics", scanned=100 * MB, whole=1_000 * MB, files=3),
        Scan("vw_monthly_kpis", scanned=1 * MB, whole=2 * MB, files=1),
    ),
    raw_claims=2 * GB,
    claims_a_day=100.0,
    recent_claims=0.5,
    best_files=16,
    seconds={},
)
USAGE = Usage(times=1, runs_a_day=10, visits_a_day=100, nodes=2, start_minutes=4.0)
PRICE = {
    "storage_hot": 0.02,
    "storage_cool": 0.01,
    "storage_writes": 0.05,
    "storage_reads": 0.004,
    "dbu_jobs": 0.30,
    "dbu_all_purpose": 0.60,
    "node_dbus": 1.0,
    "node": 0.20,
    "synapse": 5.0,
    "activity": 1.0,
    "external_hour": 0.0003,
}


def test_synapse_bills_whole_megabytes_and_ten_at_least() -> None:
    assert [billed_mb(n) for n in (0, 1, 10 * MB, 10 * MB + 1, 100 * MB)] == [10, 10, 10, 11, 100]
    assert query_cost(1024 * 1024 * MB, 5.0) == 5.0  # a TB
    assert query_cost(1, 5.0) == pytest.approx(10 * 5 / 1_048_576)


def test_small_amounts_are_not_rounded_to_nothing() -> None:
    assert [dollars(n) for n in (0, 0.0000477, 0.5, 1234.5)] == [
        "$0",
        "$0.000048",
        "$0.50",
        "$1,234.50",
    ]


def test_the_bill_is_worked_out_as_by_hand() -> None:
    lines = {line.what: line.usd for line in bill(LAKE, USAGE, PRICE)}
    # 300 runs of 60 s after 4 minutes of start: 25 hours, on two nodes 50.
    assert run_hours(USUAL, USAGE) == pytest.approx(25.0)
    assert lines == pytest.approx(
        {
            "Data stored": 10 * 0.02,
            "Files written": 300 * 50 / 10_000 * 0.05,
            "Files read": 3_000 * 4 / 10_000 * 0.004,
            "DBUs of the runs": 50 * 1.0 * 0.30,
            "Machines of the runs": 50 * 0.20,
            "Dashboard": 3_000 * (100 + 10) * 5 / 1_048_576,
            "Activity runs": 900 / 1_000 * 1.0,
            "Waiting for the notebooks": 25 * 0.0003,
        }
    )


def test_a_larger_lake_costs_more_work_and_bytes_but_no_longer_starts() -> None:
    ten = replace(USAGE, times=10)
    # 300 runs of 600 s after 4 minutes: 70 hours.
    assert run_hours(USUAL, ten) == pytest.approx(70.0)
    lines = {line.what: line.usd for line in bill(LAKE, ten, PRICE)}
    assert lines["Data stored"] == pytest.approx(100 * 0.02)
    assert lines["Dashboard"] == pytest.approx(3_000 * (1_000 + 10) * 5 / 1_048_576)


def test_every_habit_saves_what_can_be_worked_out_by_hand() -> None:
    found = {s.habit.split(",")[0]: (s.without, s.with_it) for s in savings(LAKE, USAGE, PRICE)}
    hour = 2 * (1.0 * 0.30 + 0.20)
    assert cluster(1, USAGE, PRICE) == pytest.approx(hour)
    visits = 3_000 * 5 / 1_048_576
    assert found == {
        habit: pytest.approx(amounts)
        for habit, amounts in {
            "Stop the cluster when a run is over": (720 * hour, 25 * hour),
            "Build only what is new": (300 * (180 + 240) / 3600 * hour, 25 * hour),
            "Run notebooks as a job": (25 * 2 * (0.60 + 0.20), 25 * hour),
            "Name columns": (visits * (1_000 + 10), visits * (100 + 10)),
            "Ask Delta tables": (visits * (2_048 + 10), visits * (100 + 10)),
            "Partition claims by year": (visits * (100 + 10), visits * (50 + 10)),
            "Compact small files (OPTIMIZE)": (12_000 / 1e4 * 0.004, 6_000 / 1e4 * 0.004),
            "VACUUM versions that nobody travels to any more": (10 * 0.02, 5 * 0.02),
            "Move raw files to the cool tier once bronze has them": (2 * 0.02, 2 * 0.01),
            "Batch new files by a schedule": (3_000 * 0.003, 300 * 0.003),
        }.items()
    }


def test_without_a_run_nothing_is_made_up() -> None:
    idle = replace(LAKE, runs=())
    lines = {line.what: line.usd for line in bill(idle, USAGE, PRICE)}
    assert lines["DBUs of the runs"] == lines["Files written"] == 0
    assert all(saving.service != "Databricks" for saving in savings(idle, USAGE, PRICE))


def test_a_run_owns_the_files_written_in_its_time_and_a_failed_one_is_left_out() -> None:
    report = {
        "run_id": "20261125204151",
        "started_at": "2026-11-25T20:41:51+00:00",
        "seconds": 60.0,
        "ok": True,
        "built": [{"rows": 40}, {"rows": 2}],
        "unchanged": ["petinsure_silver.dim_pets"],
    }
    files = [
        LakeFile("a", 1, datetime(2026, 11, 25, 20, minute, 0, tzinfo=UTC), None)
        for minute in (41, 42, 43)
    ]
    [run] = runs([report, report | {"ok": False}], files)
    assert run == Run("20261125204151", 60.0, tables=2, rows=42, files=1, full=False)
    [whole] = runs([report | {"unchanged": []}], files)
    assert whole.full


def test_every_price_is_dated_and_has_its_page() -> None:
    assert len({price.key for price in PRICES}) == len(PRICES)
    assert set(PRICE) == {price.key for price in PRICES}
    assert all(price.source.startswith("https://azure.microsoft.com/pricing/") for price in PRICES)
    assert {each.usd for each in edited({"synapse": 6.5}) if each.key == "synapse"} == {6.5}
    assert tariff({"synapse": -1}) == tariff()


def test_the_page_measures_this_lake(stage: Portal) -> None:
    window = Window("azure-cost")
    found = measure()
    lake = Lake(stage.settings)
    for each, name in zip(found.stored, CONTAINERS, strict=True):
        files = lake.files(name)
        assert (each.container, each.files) == (name, len(files))
        assert each.size == sum(file.size for file in files)
        assert 0 < each.live_size <= each.size
    assert found.full_run is not None
    assert found.usual_run is not None
    total = sum(line.usd for line in bill(found, Usage(), tariff()))
    assert [m.value for m in window.app.metric if m.label == "About, a month"] == [dollars(total)]
    for saving in savings(found, Usage(), tariff()):
        assert saving.habit in window.text


def test_a_viewers_prices_and_usage_change_the_bill_for_that_viewer_alone(stage: Portal) -> None:
    window, other = Window("azure-cost"), Window("azure-cost")
    before = _total(window)
    window.app.number_input(key="price-node").set_value(10.0)
    window.look()
    dear = _total(window)
    assert dear > before
    assert "Some prices are your own." in window.text
    again = Window("azure-cost", window.viewer.id)
    assert _total(again) == dear
    again.press("listed-prices")
    assert _total(again) == before
    again.app.number_input(key="usage-runs_a_day").set_value(48)
    again.look()
    assert _total(again) > before
    other.look()
    assert _total(other) == before


def _total(window: Window) -> float:
    [said] = [str(m.value) for m in window.app.metric if m.label == "About, a month"]
    return float(said.removeprefix("$").replace(",", ""))

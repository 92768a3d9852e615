"""A run: versions, history, idempotence, and that an incremental lake equals a rebuilt one."""

from __future__ import annotations

import pytest

from lakehouse.history import history
from lakehouse.pipeline.events import RunFinished, RunStarted, TableFinished
from lakehouse.settings import Settings
from lakehouse.status import last_run, layers
from lakehouse.storage import Lake
from lakehouse.table import LAYERS
from lakehouse.tables import layer_tables, tables
from lakehouse.verify import verify
from tests.conftest import CopyOf
from tests.lakehouse.lakes import contents, rows_of, run_quietly, versions

GOLD = [table.name for table in layer_tables("gold")]


@pytest.fixture(scope="module")
def lake(seeded_lake: Settings, copy_of: CopyOf) -> Settings:
    """A seeded lake that the tests below read or run again."""
    return copy_of(seeded_lake)


def test_seeding_gives_every_gold_table_a_past(lake: Settings) -> None:
    built = versions(lake)
    assert {built[name] for name in GOLD} == {2}
    assert built["claims_raw"] == built["fact_claims"] == 2
    assert built["dim_customers"] == 1, "portal claims bring no customers"


def test_the_portal_claims_change_every_gold_table(lake: Settings) -> None:
    for name in GOLD:
        before, after = rows_of(lake, name, 1), rows_of(lake, name, 2)
        kept = [c for c in after.column_names if not c.startswith("_")]
        assert before.select(kept).to_pylist() != after.select(kept).to_pylist(), name


def test_status_counts_files_rows_and_versions(lake: Settings) -> None:
    counted = layers(lake)
    assert counted["raw"] == {"files": 45}
    assert [len(counted[layer]) for layer in LAYERS] == [5, 5, 6]
    assert counted["bronze"]["claims_raw"] == {"rows": 790, "version": 2}
    assert counted["silver"]["fact_claims"]["rows"] == 790


def test_history_says_who_ran_what(lake: Settings) -> None:
    newest, first, creation = history(lake, "petinsure_gold.customer_360")
    assert creation.operation == "CREATE TABLE"
    assert newest.run_id != first.run_id
    assert newest.by == lake.model_copy(update={"actor": None}).actor or newest.by
    assert newest.notes["inputs"]["fact_claims"] == 2


def test_a_run_without_news_commits_nothing(lake: Settings) -> None:
    before = versions(lake)
    report, events = run_quietly(lake)
    assert versions(lake) == before
    assert report.built == []
    assert len(report.unchanged) == 16
    assert not [event for event in events if isinstance(event, TableFinished)]


def test_events_tell_the_whole_run(lake: Settings) -> None:
    _, events = run_quietly(lake)
    assert isinstance(events[0], RunStarted)
    assert events[0].new_files == 0
    assert isinstance(events[-1], RunFinished)
    assert events[-1].as_dict()["event"] == "RunFinished"
    report = last_run(lake)
    assert report is not None
    assert report["ok"] is True
    assert report["run_id"] == events[-1].run_id


def test_every_source_row_is_accepted_or_flagged(lake: Settings) -> None:
    findings = verify(lake)
    assert [f.message for f in findings if not f.ok] == []
    balances = [f for f in findings if "accepted" in f.message]
    assert len(balances) == 5


def test_metadata_tells_where_a_row_came_from(lake: Settings) -> None:
    claims = rows_of(lake, "claims_raw")
    files = set(claims["_source_file"].to_pylist())
    assert "raw/claims.jsonl" in files
    assert len(files) == 41
    batches = sorted(set(claims["_batch_id"].to_pylist()))
    assert [len(batch) for batch in batches] == [14, 14]
    gold = rows_of(lake, "customer_360_view")
    sources = ", ".join(tables()["customer_360_view"].inputs)
    assert set(gold["_source_tables"].to_pylist()) == {f"[{sources}]"}


def test_a_full_rebuild_equals_the_incremental_tables(lake: Settings) -> None:
    incremental = contents(lake)
    run_quietly(lake, full=True)
    assert contents(lake) == incremental


def test_the_lake_keeps_its_files_where_azure_has_them(lake: Settings) -> None:
    storage = Lake(lake)
    for table in tables().values():
        assert storage.files(table.layer, f"{table.name}/_delta_log/"), table.full_name

"""Live mode: files reach gold by themselves, and nothing that ends it loses or doubles a row."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from generator import portal_claims
from kit.lake.containers import create_containers
from kit.services.azurite import AZURITE
from kit.services.engine import ENGINE
from kit.services.ports import any_free_port
from kit.services.site import Site
from kit.toolchain import Toolchain
from lakehouse.errors import RunInProgress
from lakehouse.history import history
from lakehouse.pipeline.lease import holder
from lakehouse.settings import AZURITE_KEY, Settings
from lakehouse.spark import end_session, spark_session
from lakehouse.status import last_run
from lakehouse.storage import Lake, spark_url
from lakehouse.verify import verify
from tests.conftest import NewLake, running
from tests.lakehouse.lakes import (
    SMALL,
    contents,
    deliver_portal_claims,
    deliver_sources,
    rows_of,
    run_quietly,
    seeded,
    versions,
)
from tests.lakehouse.live_mode import LiveMode, live_mode

CLAIMS = [(file.path, b"".join(file.chunks)) for file in portal_claims(SMALL)]


def land(settings: Settings, *numbers: int) -> list[str]:
    """Put some of the portal claims into raw; their ids."""
    landed = [CLAIMS[number] for number in numbers]
    for path, data in landed:
        Lake(settings).write("raw", path, data)
    return [Path(path).stem for path, _ in landed]


def wrong(settings: Settings) -> list[str]:
    """What verifying finds fault with."""
    return [f"{f.subject} {f.message}" for f in verify(settings) if not f.ok]


@pytest.fixture(scope="module")
def quiet(new_lake: NewLake) -> Settings:
    """A lake that nothing disturbed."""
    return seeded(new_lake())


@pytest.fixture
def built(settings: Settings) -> Settings:
    """A lake whose tables are built from the source files; no portal claims yet."""
    deliver_sources(settings)
    run_quietly(settings)
    return settings


@pytest.fixture
def live(built: Settings) -> Iterator[LiveMode]:
    """Live mode on that lake."""
    with live_mode(built) as going_on:
        yield going_on


def test_a_claim_reaches_gold_without_a_run(
    built: Settings, live: LiveMode, quiet: Settings
) -> None:
    held = holder(Lake(built))
    assert held is not None
    assert (held.live, held.pid) == (True, live.process.pid)
    with pytest.raises(RunInProgress, match="Live mode is on, by"):
        run_quietly(built)

    before = versions(built)
    (claim,) = land(built, 0)
    bronze = live.until_built("claims_raw")
    assert (bronze["rows"], bronze["version"]) == (1, before["claims_raw"] + 1)
    live.until_built("claims_analytics")
    assert claim in rows_of(built, "claims_analytics")["claim_id"].to_pylist()
    live.until_at_rest()
    after = versions(built)
    assert {n for n in after if after[n] > before[n]} >= {"claims_raw", "customer_360_view"}

    rows = rows_of(built, "claims_raw").to_pylist()
    (row,) = [row for row in rows if row["claim_id"] == claim]
    assert f"{row['_ingestion_timestamp']:%Y%m%d%H%M%S}" == row["_batch_id"]
    assert row["_ingestion_timestamp"] >= row["_source_modified_at"].replace(microsecond=0)

    land(built, *range(1, len(CLAIMS)))
    while len(rows_of(built, "claims_analytics")) < len(rows_of(quiet, "claims_analytics")):
        live.until_built("claims_analytics")
    assert live.stop() == 0
    assert holder(Lake(built)) is None
    run_quietly(built)
    assert contents(built) == contents(quiet)
    assert wrong(built) == []


def test_claims_come_before_what_nobody_waits_for(built: Settings, live: LiveMode) -> None:
    land(built, 0)
    live.until_at_rest()
    finished = [e["table"] for e in live.events if e["event"] == "TableFinished"]
    gold = [table for table in finished if "gold" in table]
    assert gold[0] == "petinsure_gold.claims_analytics"
    assert len(gold) > 1


def test_a_pass_is_kept_like_a_run(built: Settings, live: LiveMode) -> None:
    land(built, 0, 1)
    started = live.until(lambda e: e["event"] == "RunStarted")
    live.until_at_rest()
    live.stop()
    report = last_run(built)
    assert report is not None
    runs = [e for e in live.events if e["event"] == "RunStarted"]
    assert started["new_files"] in (1, 2)
    assert report["ok"]
    assert report["run_id"] == runs[-1]["run_id"]
    commit = history(built, "claims_raw", most=1)[0]
    assert (commit.operation, commit.run_id is not None) == ("STREAMING UPDATE", True)
    full, _ = run_quietly(built)
    assert full.built == []


def test_a_csv_with_another_header_is_taken_in(built: Settings, live: LiveMode) -> None:
    rows = rows_of(built, "dim_pets")
    pet = {"pet_id": "PET-NEW", "customer_id": "DEMO-001", "pet_name": "Neu", "mood": "glad"}
    text = f"{','.join(pet)}\n{','.join(pet.values())}\n"
    Lake(built).write("raw", "pets_by_mood.csv", text.encode())
    live.until_built("pets_raw")
    live.until_built("dim_pets")
    assert len(rows_of(built, "dim_pets")) == len(rows) + 1
    (row,) = [r for r in rows_of(built, "pets_raw").to_pylist() if r["pet_id"] == "PET-NEW"]
    assert json.loads(row["_rescued_data"]) == {"mood": "glad"}
    live.until_at_rest()
    land(built, 0)
    live.until_built("claims_analytics")
    assert live.stop() == 0
    assert wrong(built) == []


@pytest.mark.parametrize("killed", [False, True], ids=["noticed at once", "found by the next run"])
def test_someone_elses_commit_between_two_batches_is_put_right(
    built: Settings, live: LiveMode, quiet: Settings, killed: bool
) -> None:
    if killed:
        # The engine's streams go on while nobody looks at what is between their commits.
        live.kill()
    url = spark_url(built, "bronze", "claims_raw")
    spark = spark_session(built)
    spark.sql(f"UPDATE delta.`{url}` SET claim_amount = '1.00'").collect()
    land(built, *range(len(CLAIMS)))
    if killed:
        operations: list[str] = []
        while operations.count("STREAMING UPDATE") < 2:
            operations = [commit.operation for commit in history(built, "claims_raw")]
        assert operations.index("UPDATE") > operations.index("STREAMING UPDATE")
    else:
        live.until_built("claims_raw")
        live.stop()
    end_session(spark)
    run_quietly(built)
    assert contents(built) == contents(quiet)
    assert wrong(built) == []


def test_killed_at_any_point_it_leaves_nothing_behind(settings: Settings, quiet: Settings) -> None:
    deliver_sources(settings)
    live = LiveMode(settings)
    live.until_built("dim_customers")
    live.kill()
    deliver_portal_claims(settings)
    for table in ("fact_claims", "claims_analytics"):
        live = LiveMode(settings)
        live.until_started(table)
        live.kill()
    run_quietly(settings, full=True)
    assert contents(settings) == contents(quiet)
    assert wrong(settings) == []


def test_without_an_engine_it_ends_with_a_sentence(
    built: Settings, tools: Toolchain, tmp_path: Path, quiet: Settings
) -> None:
    own = built.model_copy(update={"home": tmp_path, "spark_port": any_free_port("127.0.0.1")})
    conf = {
        "spark.hadoop.fs.azure.account.auth.type": "SharedKey",
        "spark.hadoop.fs.azure.account.key": AZURITE_KEY,
    }
    with running(ENGINE, Site(own, tools, spark_conf=conf)) as engine, live_mode(own) as live:
        land(own, *range(len(CLAIMS)))
        live.until_built("claims_raw")
        os.kill(engine.pid, signal.SIGKILL)
        assert live.process.wait(timeout=60) == 1, "bounded time"
        assert "Spark engine" in live.error()
        assert len(live.error().splitlines()) <= 1
    assert holder(Lake(built)) is None
    run_quietly(built)
    assert contents(built) == contents(quiet)


def test_without_storage_it_ends_with_a_sentence(tools: Toolchain, tmp_path: Path) -> None:
    own = Settings(
        home=tmp_path,
        azurite_port=any_free_port("127.0.0.1"),
        spark_port=any_free_port("127.0.0.1"),
        spark_token=SecretStr("a-token-for-tests"),
    )
    site = Site(own, tools)
    with running(ENGINE, site):
        with running(AZURITE, site):
            create_containers(own)
            deliver_sources(own)
            live = LiveMode(own).until_at_rest()
        assert live.process.wait(timeout=60) == 1, "bounded time"
        assert live.error().startswith("Storage at http://127.0.0.1")
        assert len(live.error().splitlines()) == 1
        with running(AZURITE, site):
            deliver_portal_claims(own)
            report, _ = run_quietly(own)
            assert report.ok
            assert wrong(own) == []

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
from lakehouse.settings import Settings
from lakehouse.spark import end_session, spark_session
from lakehouse.status import last_run
from lakehouse.storage import Lake, spark_url
from lakehouse.verify import verify
from tests.conftest import CopyOf, running
from tests.lakehouse.copies import copy_lake
from tests.lakehouse.lakes import (
    SMALL,
    contents,
    deliver_portal_claims,
    deliver_sources,
    rows_of,
    run_quietly,
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
def quiet(seeded_lake: Settings) -> Settings:
    """A lake that nothing disturbed."""
    return seeded_lake


@pytest.fixture
def built(built_lake: Settings, copy_of: CopyOf) -> Settings:
    """A lake whose tables are built from the source files; no portal claims yet."""
    return copy_of(built_lake)


@pytest.fixture
def live(built: Settings) -> Iterator[LiveMode]:
    """Live mode on that lake."""
    with live_mode(built) as going_on:
        yield going_on


@pytest.fixture(scope="module")
def followed(built_lake: Settings, copy_of: CopyOf) -> Settings:
    """Such a lake, which one live mode follows through the day that the next tests tell."""
    return copy_of(built_lake)


@pytest.fixture(scope="module")
def day(followed: Settings, quiet: Settings) -> Iterator[LiveMode]:
    """That live mode; copies have the same streams, so a run over another would end these."""
    with live_mode(followed) as going_on:
        yield going_on


def test_a_claim_reaches_gold_without_a_run(followed: Settings, day: LiveMode) -> None:
    held = holder(Lake(followed))
    assert held is not None
    assert (held.live, held.pid) == (True, day.process.pid)
    with pytest.raises(RunInProgress, match="Live mode is on, by"):
        run_quietly(followed)

    before = versions(followed)
    (claim,) = land(followed, 0)
    bronze = day.until_built("claims_raw")
    assert (bronze["rows"], bronze["version"]) == (1, before["claims_raw"] + 1)
    day.until_built("claims_analytics")
    assert claim in rows_of(followed, "claims_analytics")["claim_id"].to_pylist()
    day.until_at_rest()
    after = versions(followed)
    assert {n for n in after if after[n] > before[n]} >= {"claims_raw", "customer_360_view"}

    rows = rows_of(followed, "claims_raw").to_pylist()
    (row,) = [row for row in rows if row["claim_id"] == claim]
    assert f"{row['_ingestion_timestamp']:%Y%m%d%H%M%S}" == row["_batch_id"]
    assert row["_ingestion_timestamp"] >= row["_source_modified_at"].replace(microsecond=0)


def test_claims_come_before_what_nobody_waits_for(followed: Settings, day: LiveMode) -> None:
    begun = len(day.events)
    land(followed, 1)
    started = day.until(lambda e: e["event"] == "RunStarted")
    assert started["new_files"] == 1
    day.until_at_rest()
    events = day.events[begun:]
    finished = [e["table"] for e in events if e["event"] == "TableFinished"]
    gold = [table for table in finished if "gold" in table]
    assert gold[0] == "petinsure_gold.claims_analytics"
    assert len(gold) > 1


def test_a_lake_that_was_followed_equals_one_that_was_run(
    followed: Settings, day: LiveMode, quiet: Settings
) -> None:
    land(followed, *range(2, len(CLAIMS)))
    while len(rows_of(followed, "claims_analytics")) < len(rows_of(quiet, "claims_analytics")):
        day.until_built("claims_analytics")
    day.until_at_rest()
    assert contents(followed) == contents(quiet)


def test_a_csv_with_another_header_is_taken_in(followed: Settings, day: LiveMode) -> None:
    rows = rows_of(followed, "dim_pets")
    pet = {"pet_id": "PET-NEW", "customer_id": "DEMO-001", "pet_name": "Neu", "mood": "glad"}
    text = f"{','.join(pet)}\n{','.join(pet.values())}\n"
    Lake(followed).write("raw", "pets_by_mood.csv", text.encode())
    day.until_built("pets_raw")
    day.until_built("dim_pets")
    assert len(rows_of(followed, "dim_pets")) == len(rows) + 1
    (row,) = [r for r in rows_of(followed, "pets_raw").to_pylist() if r["pet_id"] == "PET-NEW"]
    assert json.loads(row["_rescued_data"]) == {"mood": "glad"}
    day.until_at_rest()
    Lake(followed).write("raw", "claims/again.json", CLAIMS[0][1])
    day.until_built("fact_claims")


def test_switched_off_it_is_kept_like_a_run_and_leaves_nothing_to_do(
    followed: Settings, day: LiveMode
) -> None:
    day.until_at_rest()
    assert day.stop() == 0
    assert holder(Lake(followed)) is None
    kept = last_run(followed)
    assert kept is not None
    assert kept["ok"]
    assert kept["run_id"] == [e for e in day.events if e["event"] == "RunStarted"][-1]["run_id"]
    commit = history(followed, "claims_raw", most=1)[0]
    assert (commit.operation, commit.run_id is not None) == ("STREAMING UPDATE", True)
    report, _ = run_quietly(followed)
    assert report.built == []
    assert wrong(followed) == []


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


@pytest.fixture
def site(tools: Toolchain, tmp_path: Path) -> Site:
    """Storage and an engine of the test's own, to be ended as it likes."""
    own = Settings(
        home=tmp_path,
        azurite_port=any_free_port("127.0.0.1"),
        spark_port=any_free_port("127.0.0.1"),
        spark_token=SecretStr("a-token-for-tests"),
    )
    return Site(own, tools)


def test_without_storage_or_an_engine_it_ends_with_a_sentence_and_loses_nothing(
    site: Site, built_lake: Settings, quiet: Settings, settings: Settings
) -> None:
    own = site.settings
    with running(ENGINE, site) as engine:
        with running(AZURITE, site):
            create_containers(own)
            copy_lake(built_lake, own)
            live = LiveMode(own).until_at_rest()
        assert live.process.wait(timeout=60) == 1, "bounded time"
        assert live.error().startswith("Storage at http://127.0.0.1")
        assert len(live.error().splitlines()) == 1

        with running(AZURITE, site):
            with live_mode(own) as live:
                land(own, *range(len(CLAIMS)))
                live.until_built("claims_raw")
                os.kill(engine.pid, signal.SIGKILL)
                assert live.process.wait(timeout=60) == 1, "bounded time"
                assert "Spark engine" in live.error()
                assert len(live.error().splitlines()) <= 1
            assert holder(Lake(own)) is None
            copy_lake(own, settings, observed=False)  # to where there is an engine
    run_quietly(settings)
    assert contents(settings) == contents(quiet)
    assert wrong(settings) == []

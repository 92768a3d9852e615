"""Crashes: whatever is killed and when, the next run ends with the tables of a quiet one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kit.services.engine import ENGINE
from kit.services.ports import any_free_port
from kit.services.site import Site
from kit.toolchain import Toolchain
from lakehouse.catalogue import create, create_databases
from lakehouse.commits import latest_version
from lakehouse.errors import EngineUnavailable, PetInsureError
from lakehouse.settings import AZURITE_KEY, Settings
from lakehouse.storage import Lake
from lakehouse.tables import table_named
from lakehouse.verify import verify
from tests.conftest import CopyOf, running
from tests.lakehouse.lakes import (
    contents,
    deliver_portal_claims,
    deliver_sources,
    run_quietly,
)
from tests.lakehouse.live_mode import environment

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PROJECT = Path(__file__).resolve().parents[3]

RUN = """
import json
from lakehouse.pipeline import run
from lakehouse.settings import Settings
run(Settings(), on_event=lambda event: print(json.dumps(event.as_dict()), flush=True))
"""


def start_run(settings: Settings) -> subprocess.Popen[str]:
    """A run in a process of its own, which tells its events line by line."""
    return subprocess.Popen(
        [sys.executable, "-c", RUN],
        cwd=PROJECT,
        env=environment(settings),
        stdout=subprocess.PIPE,
        text=True,
    )


def run_until(settings: Settings, table: str) -> subprocess.Popen[str]:
    """A run that has just begun to work on a table."""
    process = start_run(settings)
    assert process.stdout is not None
    for line in process.stdout:
        event = json.loads(line)
        if event["event"] == "TableStarted" and event["table"].endswith(f".{table}"):
            return process
    msg = f"the run ended before it came to {table}"
    raise AssertionError(msg)


@pytest.fixture(scope="module")
def quiet(seeded_lake: Settings) -> Settings:
    """A lake that nothing disturbed."""
    return seeded_lake


def test_killed_runs_leave_nothing_behind(quiet: Settings, settings: Settings) -> None:
    deliver_sources(settings)
    deliver_portal_claims(settings)
    for table in ("claims_raw", "dim_policies", "customer_360_view"):
        process = run_until(settings, table)
        process.send_signal(signal.SIGKILL)
        process.wait()
    run_quietly(settings)
    assert contents(settings) == contents(quiet)
    assert [f.message for f in verify(settings) if not f.ok] == []


def test_a_table_is_made_though_its_creation_was_cut_off_before(
    spark: SparkSession, settings: Settings
) -> None:
    lake, table = Lake(settings), table_named("claims_analytics")
    for left in ("_delta_log/.00000000000000000000.json.tmp", "part-00000.snappy.parquet"):
        lake.write(table.layer, f"{table.name}/{left}", b"half of it")
    create_databases(spark)
    create(spark, settings, table)
    assert latest_version(lake, table) == 0
    assert not [f.path for f in lake.files(table.layer, f"{table.name}/") if "parquet" in f.path]


def test_a_killed_engine_leaves_nothing_behind(
    quiet: Settings, built_lake: Settings, copy_of: CopyOf, tools: Toolchain, tmp_path: Path
) -> None:
    settings = copy_of(built_lake)
    deliver_portal_claims(settings)
    own = settings.model_copy(update={"home": tmp_path, "spark_port": any_free_port("127.0.0.1")})
    conf = {
        "spark.hadoop.fs.azure.account.auth.type": "SharedKey",
        "spark.hadoop.fs.azure.account.key": AZURITE_KEY,
    }
    with running(ENGINE, Site(own, tools, spark_conf=conf)) as engine:
        process = run_until(own, "fact_claims")
        os.kill(engine.pid, signal.SIGKILL)
        assert process.wait(timeout=60) != 0, "a run without an engine fails in bounded time"
    with pytest.raises(EngineUnavailable, match="petinsure up"):
        run_quietly(own)
    run_quietly(settings)
    assert contents(settings) == contents(quiet)


def test_storage_that_is_down_is_one_sentence(settings: Settings) -> None:
    nowhere = settings.model_copy(update={"azurite_port": any_free_port("127.0.0.1")})
    with pytest.raises(PetInsureError, match=r"does not answer .*petinsure up") as told:
        run_quietly(nowhere)
    assert "\n" not in str(told.value)

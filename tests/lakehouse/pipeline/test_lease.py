"""The lease: one run at a time, and a dead holder stands in nobody's way."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lakehouse.errors import RunInProgress
from lakehouse.pipeline.lease import holder, run_lease
from lakehouse.settings import Settings
from lakehouse.storage import Lake

HOLD = """
import os
from lakehouse.pipeline.lease import run_lease
from lakehouse.settings import Settings
settings = Settings.model_validate_json(input())
with run_lease(settings, "2026-01-01T10:00:00+00:00"):
    print("held", flush=True)
    input()
"""


@pytest.fixture(params=["azurite", "local"])
def lake(request: pytest.FixtureRequest) -> Settings:
    """An empty lake in each kind of storage."""
    made: Settings = request.getfixturevalue("storage")
    return made.model_copy(update={"storage": request.param})


def hold_elsewhere(settings: Settings) -> subprocess.Popen[str]:
    """Another process that holds the lease."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    key = settings.key or ""
    told = settings.model_dump_json(exclude={"spark_token"}).replace('"**********"', f'"{key}"')
    process.stdin.write(told + "\n")
    process.stdin.flush()
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_run_hears_who_runs_since_when(lake: Settings) -> None:
    process = hold_elsewhere(lake)
    try:
        with (
            pytest.raises(RunInProgress, match=f"pid {process.pid} .* since 2026-01-01T10:00"),
            run_lease(lake, "2026-01-01T11:00:00+00:00"),
        ):
            pass
    finally:
        process.communicate("\n")
    assert holder(Lake(lake)) is None


def test_the_lease_of_a_killed_run_is_free_at_once(lake: Settings) -> None:
    process = hold_elsewhere(lake)
    process.kill()
    process.wait()
    with run_lease(lake, "2026-01-01T11:00:00+00:00"):
        found = holder(Lake(lake))
    assert found is not None
    assert found.since == "2026-01-01T11:00:00+00:00"

"""The pipeline as the presenter drives it from the portal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from generator import portal_claims
from kit.services.ports import any_free_port
from lakehouse.history import history
from lakehouse.pipeline.lease import holder, run_lease
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from tests.app.server import Portal, serving
from tests.conftest import NewLake
from tests.lakehouse.lakes import SMALL, contents, deliver_sources, rows_of, run_quietly
from tests.lakehouse.live_mode import PROJECT, environment

PATIENCE = 240
PRESENTER = "presenter@demologin.com"
CLAIMS = [(file.path, b"".join(file.chunks)) for file in portal_claims(SMALL)]

State = dict[str, Any]


@pytest.fixture(scope="module")
def lake(new_lake: NewLake) -> Settings:
    """A lake whose source files wait for their first run."""
    settings = new_lake()
    deliver_sources(settings)
    return settings


@pytest.fixture(scope="module")
def portal(lake: Settings) -> Iterator[Portal]:
    """A portal over that lake."""
    with serving(lake) as running:
        yield running


@pytest.fixture
def presenter(portal: Portal) -> httpx.Client:
    """The presenter."""
    return portal.presenter()


def now(client: httpx.Client) -> State:
    """What the pipeline does."""
    answer = client.get("/api/pipeline")
    assert answer.status_code == 200, answer.text
    found: State = answer.json()
    return found


def until(happens: Callable[[], bool]) -> None:
    """Wait for what happens by itself."""
    pause, ended = threading.Event(), time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < ended, "it did not happen"
        pause.wait(0.2)


def at_rest(client: httpx.Client) -> State:
    """What the pipeline shows once nothing goes on."""
    until(lambda: now(client)["state"] == "idle")
    return now(client)


def told(client: httpx.Client) -> list[State]:
    """What someone was told, newest first."""
    items: list[State] = client.get("/api/notifications", params={"limit": 200}).json()["items"]
    return items


def land(settings: Settings, *numbers: int) -> None:
    """Put some of the portal claims into raw."""
    for path, data in (CLAIMS[number] for number in numbers):
        Lake(settings).write("raw", path, data)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None),
        ("POST", "/runs", {}),
        ("PUT", "/schedule", {"every_minutes": 5}),
        ("PUT", "/live", {"on": True}),
    ],
)
def test_only_the_presenter_drives_the_pipeline(
    portal: Portal, method: str, path: str, body: Any
) -> None:
    for client, status in ((portal.visitor(), 401), (portal.maya(), 403), (portal.analyst(), 403)):
        assert client.request(method, f"/api/pipeline{path}", json=body).status_code == status


def test_a_run_is_started_shown_and_told(portal: Portal, presenter: httpx.Client) -> None:
    started = presenter.post("/api/pipeline/runs", json={})
    assert started.status_code == 202
    assert (started.json()["state"], started.json()["by"]) == ("running", PRESENTER)
    again = presenter.post("/api/pipeline/runs", json={})
    assert again.status_code == 409
    assert again.json()["detail"].startswith(f"A pipeline run is going on, by {PRESENTER}")

    until(lambda: any(table["state"] == "working" for table in now(presenter)["tables"]))
    state = at_rest(presenter)
    assert {table["state"] for table in state["tables"]} == {"built"}
    assert len(state["tables"]) == 16
    assert all(table["version"] == 1 and table["seconds"] > 0 for table in state["tables"])
    newest = state["last_runs"][0]
    assert (newest["run_id"], newest["by"], newest["ok"]) == (state["run_id"], PRESENTER, True)
    assert history(portal.settings, "customer_360", most=1)[0].by == PRESENTER

    kinds = [notice["kind"] for notice in told(portal.analyst())]
    assert kinds.count("table_finished") == 16
    assert (kinds[-1], kinds[0]) == ("run_started", "run_finished")
    assert not told(portal.maya())


def test_a_run_of_one_layer_leaves_the_others(presenter: httpx.Client) -> None:
    assert presenter.post("/api/pipeline/runs", json={"layer": "gold", "full": True}).is_success
    state = at_rest(presenter)
    assert {table["layer"] for table in state["tables"]} == {"gold"}
    assert {table["state"] for table in state["tables"]} == {"built"}
    assert presenter.post("/api/pipeline/runs", json={"layer": "raw"}).status_code == 422


def test_a_run_that_the_command_line_started_is_shown(
    portal: Portal, presenter: httpx.Client
) -> None:
    somebody = portal.settings.model_copy(update={"actor": "somebody"})
    with run_lease(somebody, "2026-06-01T10:00:00+00:00"):
        state = now(presenter)
        assert (state["state"], state["by"], state["ours"]) == ("running", "somebody", False)
        assert state["since"] == "2026-06-01T10:00:00Z"
        refused = presenter.post("/api/pipeline/runs", json={})
        assert refused.status_code == 409
        assert "by somebody" in refused.json()["detail"]
        assert "since 2026-06-01T10:00" in refused.json()["detail"]
    assert now(presenter)["state"] == "idle"


def test_why_a_run_ended_early_is_told(lake: Settings) -> None:
    land(lake, 0)
    without_engine = lake.model_copy(update={"spark_port": any_free_port(lake.host)})
    with serving(without_engine) as portal:
        presenter = portal.presenter()
        assert presenter.post("/api/pipeline/runs", json={}).status_code == 202
        state = at_rest(presenter)
        assert "Spark engine" in state["error"]
        assert "./petinsure up" in state["error"]
        newest = told(presenter)[0]
        assert (newest["kind"], newest["body"]) == ("run_stopped", state["error"])
        run_quietly(lake)
        assert now(presenter)["error"] is None, "a run that did well, whoever started it"


def test_a_schedule_is_kept_and_left_out_while_a_run_goes_on(lake: Settings) -> None:
    with serving(lake) as portal:
        presenter = portal.presenter()
        asked = datetime.now(UTC)
        every = {"every_minutes": 1440}
        answer = presenter.put("/api/pipeline/schedule", json=every).json()["schedule"]
        first = datetime.fromisoformat(answer["next_at"])
        assert asked < first - timedelta(days=1) < datetime.now(UTC)
    with serving(lake) as portal:
        presenter = portal.presenter()
        assert now(presenter)["schedule"] == answer
        with run_lease(lake, "2026-06-01T10:00:00+00:00"):
            portal.services.schedule.look(first)
        kept = now(presenter)["schedule"]
        assert datetime.fromisoformat(kept["next_at"]) == first + timedelta(days=1)
        assert at_rest(presenter)["run_id"] is None

        portal.services.schedule.look(first + timedelta(days=3, minutes=1))
        assert now(presenter)["by"] == PRESENTER
        state = at_rest(presenter)
        assert state["last_runs"][0]["run_id"] == state["run_id"]
        assert datetime.fromisoformat(state["schedule"]["next_at"]) == first + timedelta(days=4)

        stopped = presenter.put("/api/pipeline/schedule", json={"every_minutes": None})
        assert stopped.json()["schedule"] == {"every_minutes": None, "next_at": None}
        for wrong in (0, 1441, "soon"):
            wish = {"every_minutes": wrong}
            assert presenter.put("/api/pipeline/schedule", json=wish).status_code == 422


def test_live_mode_brings_claims_to_gold_until_it_is_switched_off(
    portal: Portal, presenter: httpx.Client
) -> None:
    lake = portal.settings
    answer = presenter.put("/api/pipeline/live", json={"on": True})
    assert (answer.status_code, answer.json()["state"]) == (200, "live")
    assert presenter.put("/api/pipeline/live", json={"on": True}).json()["state"] == "live"
    refused = presenter.post("/api/pipeline/runs", json={})
    assert refused.status_code == 409
    assert refused.json()["detail"].startswith("Live mode is on")

    until(lambda: holder(Lake(lake)) is not None)
    held = holder(Lake(lake))
    assert held is not None
    assert (held.live, held.by) == (True, PRESENTER)
    before = len(rows_of(lake, "claims_analytics"))
    land(lake, 1, 2, 3)
    until(lambda: len(rows_of(lake, "claims_analytics")) == before + 3)

    off = presenter.put("/api/pipeline/live", json={"on": False})
    assert off.json()["state"] == "idle"
    assert off.json()["error"] is None
    assert holder(Lake(lake)) is None
    changes = [n["data"]["on"] for n in told(presenter) if n["kind"] == "live_changed"]
    assert changes == [False, True]
    run_quietly(lake)
    grown = contents(lake)
    run_quietly(lake, full=True)
    assert contents(lake) == grown


def test_a_server_that_stops_ends_what_it_started(lake: Settings) -> None:
    with serving(lake) as portal:
        portal.presenter().put("/api/pipeline/live", json={"on": True})
        until(lambda: holder(Lake(lake)) is not None)
    assert holder(Lake(lake)) is None


def test_a_killed_server_leaves_no_live_mode_behind(lake: Settings) -> None:
    own = lake.model_copy(update={"app_port": any_free_port(lake.host)})
    address = {"PETINSURE_APP_PORT": str(own.app_port)}
    server = subprocess.Popen(
        [sys.executable, "-m", "app"],
        cwd=PROJECT,
        env=environment(own) | address,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    portal = Portal(own, None)  # type: ignore[arg-type]  # its services are another process's
    visitor = portal.visitor()

    def answers() -> bool:
        try:
            return visitor.get("/api/health").is_success
        except httpx.TransportError:
            return False

    until(answers)
    assert portal.presenter().put("/api/pipeline/live", json={"on": True}).is_success
    until(lambda: holder(Lake(lake)) is not None)
    os.kill(server.pid, signal.SIGKILL)
    server.wait()
    with serving(lake) as after:
        presenter = after.presenter()
        assert now(presenter)["ours"] is False
        at_rest(presenter)
    run_quietly(lake)

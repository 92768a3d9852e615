"""The kit as a whole, from nothing: no Java, Node and Docker on the path, its ports taken."""

from __future__ import annotations

import contextlib
import html
import json
import re
import shlex
import signal
import socket
import stat
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from dashboards.registry import pages, steps
from generator import Request
from kit.lake.containers import create_containers
from kit.lake.filling import land_source_files
from kit.services.azurite import AZURITE
from kit.services.ports import any_free_port
from kit.services.site import Site
from lakehouse.pipeline.lease import run_lease
from lakehouse.settings import DEMO_PASSWORD, Settings
from lakehouse.storage import CONTAINERS, Lake
from tests.conftest import HOST, running
from tests.kit.conftest import Answer, environment, home_with_tools, run_petinsure

PROJECT = Path(__file__).resolve().parents[2]
TABLES = {"bronze": 5, "silver": 5, "gold": 6}


class Kit:
    """A kit in a home of its own, driven by its command."""

    def __init__(self, home: Path, ports: dict[str, str]) -> None:
        self.home = home
        self.ports = ports

    def __call__(self, *arguments: str) -> Answer:
        return run_petinsure(self.home, *arguments, add=self.ports)

    def status(self) -> dict[str, Any]:
        answer = self("status", "--json")
        assert answer.code == 0, answer.err
        found: dict[str, Any] = json.loads(answer.out)
        return found

    def pids(self) -> dict[str, int]:
        return {name: each["pid"] for name, each in self.status()["services"].items()}

    @property
    def settings(self) -> Settings:
        return Settings(home=self.home)


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kit]:
    """A running kit, seeded from a small lake whose seeding was cut off after its files."""
    home = home_with_tools(tmp_path_factory.mktemp("kit") / "home")
    wanted = Settings(
        home=home,
        azurite_port=any_free_port(HOST),
        spark_port=any_free_port(HOST),
        app_port=any_free_port(HOST),
        walkthrough_port=any_free_port(HOST),
    )
    with running(AZURITE, Site.of(wanted)):
        create_containers(wanted)
        today = datetime.now(UTC).date()
        land_source_files(wanted, Request(as_of=today, scale=0.05), lambda *_: None)
    ports = {
        "PETINSURE_AZURITE_PORT": str(wanted.azurite_port),
        "PETINSURE_SPARK_PORT": str(wanted.spark_port),
        "PETINSURE_APP_PORT": str(wanted.app_port),
        "PETINSURE_WALKTHROUGH_PORT": str(wanted.walkthrough_port),
    }
    found = Kit(home, ports)
    with contextlib.ExitStack() as taken:
        for port in map(int, ports.values()):
            taken.enter_context(socket.create_server((HOST, port)))
        answer = found("up", "--detach", "--no-browser")
    assert answer.code == 0, answer.out + answer.err
    assert len(re.findall(r"port \d+ is taken; .* uses \d+", answer.out)) == 4
    yield found
    found("down")


def until(true: Callable[[], bool], seconds: float = 120) -> bool:
    """Whether it comes true in time."""
    end, pause = time.monotonic() + seconds, threading.Event()
    while not true():
        if time.monotonic() > end:
            return False
        pause.wait(0.5)
    return True


def contents(settings: Settings) -> dict[str, bytes | None]:
    lake = Lake(settings)
    return {f"{c}/{f.path}": lake.read(c, f.path) for c in CONTAINERS for f in lake.files(c)}


def test_status_shows_services_layers_and_the_last_run(kit: Kit) -> None:
    status = kit.status()
    assert list(status) == ["services", "layers", "last_run"]
    for service in status["services"].values():
        assert service["state"] == "running"
        assert psutil.pid_exists(service["pid"])
    assert status["services"]["azurite"]["url"].startswith("http://127.0.0.1:")
    assert status["services"]["spark"]["url"].startswith("sc://localhost:")
    assert status["layers"]["raw"] == {"files": 45}
    for layer, tables in TABLES.items():
        assert len(status["layers"][layer]) == tables
        assert all(set(each) == {"rows", "version"} for each in status["layers"][layer].values())
    assert all(each["version"] == 2 for each in status["layers"]["gold"].values())
    assert status["last_run"]["ok"]


def test_the_portal_is_served_and_its_logins_are_told(kit: Kit) -> None:
    url = kit.status()["services"]["portal"]["url"]
    assert 'id="root"' in httpx.get(url).text
    told = kit("status").out
    assert url in told
    assert "demo1" in told
    assert DEMO_PASSWORD in told


def test_the_walkthrough_is_served_and_told_first(kit: Kit) -> None:
    services = kit.status()["services"]
    url, portal = services["walkthrough"]["url"], services["portal"]["url"]
    assert "Streamlit" in httpx.get(url).text
    told = (kit.home / "logs" / "up.log").read_text()
    assert 0 < told.index(f"  Walkthrough: {url}") < told.index(f"  Customer portal: {portal}")


def test_reset_takes_back_what_the_portal_knew(kit: Kit) -> None:
    @contextlib.contextmanager
    def visit() -> Iterator[httpx.Client]:
        url = kit.status()["services"]["portal"]["url"]
        with httpx.Client(base_url=url, timeout=30) as client:
            login = {"email": "demo1@demologin.com", "password": DEMO_PASSWORD}
            assert client.post("/api/accounts/login", json=login).status_code == 200
            yield client

    with visit() as client:
        [scenario] = [s for s in client.get("/api/scenarios").json() if s["key"] == "torn-toenail"]
        claim = client.post("/api/claims", json=scenario["draft"]).json()["id"]
        assert client.get(f"/api/claims/{claim}").status_code == 200
        before = client.get("/api/notifications").json()
        assert claim in {each["claim_id"] for each in before["items"]}
    assert kit("reset").code == 0
    with visit() as client:
        assert client.get(f"/api/claims/{claim}").status_code == 404
        after = client.get("/api/notifications").json()
        assert claim not in {each["claim_id"] for each in after["items"]}
        assert after["cursor"].partition(":")[0] != before["cursor"].partition(":")[0]


def test_up_on_a_running_kit_says_so(kit: Kit) -> None:
    before = kit.pids()
    answer = kit("up")
    assert answer.code == 0
    assert "already running" in answer.out
    assert kit.pids() == before


def test_a_run_without_news_says_so_event_by_event(kit: Kit) -> None:
    answer = kit("run", "--events", "json")
    assert answer.code == 0, answer.err
    events = [json.loads(line) for line in answer.out.splitlines()]
    assert events[0]["event"] == "RunStarted"
    assert events[0]["new_files"] == 0
    assert events[-1] | {"run_id": "", "seconds": 0} == {
        "event": "RunFinished",
        "run_id": "",
        "built": 0,
        "unchanged": 16,
        "seconds": 0,
    }


@pytest.mark.parametrize(
    "name", ["customer_360", "petinsure_gold.customer_360", "gold.customer_360_view"]
)
def test_history_knows_a_table_by_all_its_names(kit: Kit, name: str) -> None:
    commits = json.loads(kit("history", name, "--json").out)
    assert [commit["version"] for commit in commits] == [2, 1, 0]


def test_both_engines_answer_sql(kit: Kit) -> None:
    asked = "SELECT customer_id FROM {} WHERE customer_id = 'DEMO-002'"
    views = kit("sql", asked.format("vw_customer_360"))
    spark = kit("sql", "--engine", "spark", "%sql\n" + asked.format("customer_360") + ";")
    for answer in (views, spark):
        assert answer.code == 0, answer.err
        assert "DEMO-002" in answer.out
        assert "1 row" in answer.out
    wrong = kit("sql", "--engine", "spark", "SELECT custmer_id FROM customer_360")
    assert wrong.code == 1
    assert "custmer_id" in wrong.err
    assert len(wrong.err) < 600, "a sentence, no stack"


def tour() -> list[list[str]]:
    """The commands of the README's tour, in its order."""
    text = (PROJECT / "README.md").read_text().partition("## Five-minute tour")[2]
    blocks = re.findall(r"```console\n(.*?)```", text.partition("\n## ")[0], re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line.removeprefix("./petinsure ")) for line in lines]


def test_the_tour_of_the_readme_goes_as_it_says(kit: Kit) -> None:
    said = {}
    for command in tour():
        answer = kit(*command)
        assert answer.code == 0, f"{command}: {answer.out}{answer.err}"
        said[command[-1]] = answer.out
    assert {"land", "run", "reset", "verify"} <= {command[0] for command in tour()}
    (rich,) = [text for sql, text in said.items() if "DEMO-002" in sql]
    assert "1 row" in rich
    (landed,) = [text for sql, text in said.items() if "CLM-README" in sql]
    assert "Submitted" in landed


def test_reset_brings_back_every_byte_and_the_engine_stays_warm(kit: Kit) -> None:
    kit("reset")
    before, engine = contents(kit.settings), kit.pids()["spark"]
    kit("sql", "--engine", "spark", "DELETE FROM petinsure_gold.risk_scoring")
    kit("sql", "--engine", "spark", "DROP TABLE petinsure_gold.monthly_kpis")
    Lake(kit.settings).write("raw", "claims/by-hand.json", b"{}")
    answer = kit("reset", "--json")
    assert answer.code == 0, answer.err
    assert json.loads(answer.out)["restored"]["name"] == "seeded"
    assert contents(kit.settings) == before
    assert kit.pids()["spark"] == engine
    for table in ("risk_scoring", "monthly_kpis"):
        answer = kit("sql", "--engine", "spark", f"DESCRIBE HISTORY petinsure_gold.{table}")
        assert "3 rows" in answer.out, answer.err
        counted = kit("sql", "--engine", "spark", f"SELECT count(*) > 0 AS any FROM {table}")
        assert "true" in counted.out, counted.err


def test_reset_waits_for_no_run(kit: Kit) -> None:
    with run_lease(kit.settings, "2026-01-01T00:00:00+00:00"):
        answer = kit("reset")
    assert answer.code == 1
    assert answer.err.startswith("A pipeline run is going on, by")


def jumped(answer: Answer) -> dict[str, Any]:
    """What a jump says in the end."""
    assert answer.code == 0, answer.out + answer.err
    said: dict[str, Any] = json.loads(answer.out.splitlines()[-1])["jumped"]
    return said


def test_a_jump_brings_lake_portal_and_claim_to_a_state_and_the_next_one_takes_a_snapshot(
    kit: Kit,
) -> None:
    asked = "SELECT count(*) = 1 AS there FROM vw_claims_analytics WHERE claim_id = '{}'"
    first = jumped(kit("jump", "refined", "--json"))
    claim = first["claim_id"]
    assert not first["from_snapshot"]
    assert "true" in kit("sql", asked.format(claim)).out
    refined = contents(kit.settings)
    claimed = jumped(kit("jump", "claimed", "--json"))
    assert (claimed["claim_id"], claimed["from_snapshot"]) == (claim, True)
    assert "false" in kit("sql", asked.format(claim)).out
    assert f"raw/claims/{claim}.json" in contents(kit.settings)
    with httpx.Client(base_url=kit.status()["services"]["portal"]["url"], timeout=30) as client:
        login = {"email": "demo2@demologin.com", "password": DEMO_PASSWORD}
        assert client.post("/api/accounts/login", json=login).status_code == 200
        assert client.get(f"/api/claims/{claim}").json()["status"] == "Submitted"
    again = jumped(kit("jump", "refined", "--json"))
    assert (again["claim_id"], again["from_snapshot"]) == (claim, True)
    assert contents(kit.settings) == refined
    assert jumped(kit("jump", "seeded", "--json"))["claim_id"] is None
    assert f"raw/claims/{claim}.json" not in contents(kit.settings)


def test_a_jump_ends_live_mode_first(kit: Kit) -> None:
    command, env = environment(kit.home, "run", "--live", "--events", "json", add=kit.ports)
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as live:
        assert live.stdout is not None
        assert "RunStarted" in live.stdout.readline()
        answer = kit("jump", "seeded", "--json")
        jumped(answer)
        live.communicate(timeout=60)
    assert live.returncode == 0
    assert "live mode of" in answer.out


def test_a_restart_changes_one_service_alone(kit: Kit) -> None:
    before = kit.pids()
    answer = kit("restart", "spark", "--json")
    assert answer.code == 0, answer.err
    after = kit.pids()
    assert json.loads(answer.out)["restarted"]["pid"] == after.pop("spark") != before.pop("spark")
    assert after == before
    asked = kit("sql", "--engine", "spark", "SELECT count(*) > 0 AS any FROM customer_360")
    assert "true" in asked.out, asked.err


def test_the_engine_comes_back_when_it_is_killed(kit: Kit) -> None:
    before = kit.pids()
    psutil.Process(before["spark"]).kill()

    def is_back() -> bool:
        spark = kit.status()["services"]["spark"]
        return bool(spark["state"] == "running" and spark["pid"] != before["spark"])

    assert until(is_back)
    assert kit.pids()["azurite"] == before["azurite"]
    asked = kit("sql", "--engine", "spark", "SELECT count(*) > 0 AS any FROM customer_360")
    assert "true" in asked.out, asked.err


def test_the_whole_demo_is_rehearsed_and_a_hand_out_written(kit: Kit, tmp_path: Path) -> None:
    answer = kit("rehearse", "--here", "--folder", str(tmp_path))
    assert answer.code == 0, answer.out + answer.err
    told = json.loads((tmp_path / "timings.json").read_text())
    assert told["failures"] == []
    played = {each["key"]: each["claims"] for each in told["steps"]}
    assert played.keys() >= {step.key for step in steps()} | {page.key for page in pages()}
    assert all(played.values()), "there is something to check at every step"
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    report = html.unescape((tmp_path / "report.html").read_text())
    assert all(step.title in report for step in steps())
    assert kit.status()["layers"]["raw"] == {"files": 45}, "the lake is as seeded again"


def test_secrets_are_for_their_owner_alone(kit: Kit) -> None:
    token = kit.settings.spark_token
    assert token is not None
    for pid in kit.pids().values():
        assert token.get_secret_value() not in " ".join(psutil.Process(pid).cmdline())
    for name in ("addresses.json", "engine.properties"):
        assert stat.S_IMODE((kit.home / "run" / name).stat().st_mode) == 0o600


def test_nothing_is_left_running_and_the_lake_survives_and_tells_its_age(kit: Kit) -> None:
    pids = kit.pids()
    answer = kit("down")
    assert answer.code == 0, answer.err
    assert not any(psutil.pid_exists(pid) for pid in pids.values())
    assert not [p for p in psutil.process_iter(["cmdline"]) if str(kit.home) in str(p.info)]
    assert {each["state"] for each in kit.status()["services"].values()} == {"stopped"}
    with running(AZURITE, Site.of(kit.settings)):
        lake = Lake(kit.settings)
        note = json.loads(lake.read("raw", "_lake/lake.json") or b"")
        note["as_of"] = date(2026, 1, 1).isoformat()
        lake.write("raw", "_lake/lake.json", json.dumps(note).encode())
        before = contents(kit.settings)
    said = kit.home / "said.txt"
    with kit_in_the_foreground(kit, said) as foreground:
        assert until(lambda: kit.status()["services"]["spark"]["state"] == "running")
        assert contents(kit.settings) == before
        foreground.send_signal(signal.SIGINT)
        assert foreground.wait(60) == 0
    assert not [p for p in psutil.process_iter(["cmdline"]) if str(kit.home) in str(p.info)]
    told = " ".join(said.read_text().split())
    assert re.search(r"the lake's data ends \d+ days ago \(2026-01-01\)", told)
    assert "petinsure reset --anew" in told


@contextlib.contextmanager
def kit_in_the_foreground(kit: Kit, said: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The kit as `up` runs it where nobody can answer its questions; what it says, in a file."""
    command, env = environment(kit.home, "up", "--no-browser", add=kit.ports)
    with (
        said.open("w") as out,
        subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=out) as process,
    ):
        try:
            yield process
        finally:
            if process.poll() is None:
                process.terminate()

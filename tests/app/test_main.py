from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.places import database_file
from kit.services.ports import any_free_port
from lakehouse.settings import DEMO_PASSWORD, PROJECT
from tests.app.server import PATIENCE

HOST = "127.0.0.1"
DEMO = {"email": "demo1@demologin.com", "password": DEMO_PASSWORD}


def environment(home: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "PETINSURE_HOME": str(home), "PETINSURE_STORAGE": "local", **more}


def started(home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """What became of a portal that cannot start."""
    return subprocess.run(
        [sys.executable, "-m", "app"],
        cwd=PROJECT,
        env=environment(home, **more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


class Running:
    """A portal as its owner runs it, and what it writes."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process, self.url = process, url
        self.lines: list[str] = []

    def line(self, **facts: Any) -> dict[str, Any]:
        """The next line of the log that says this."""
        assert self.process.stdout
        for text in self.process.stdout:
            self.lines.append(text)
            said: dict[str, Any] = json.loads(text)
            if facts.items() <= said.items():
                return said
        msg = f"the portal never said {facts}:\n{''.join(self.lines)}"
        raise AssertionError(msg)


@contextmanager
def running(home: Path) -> Iterator[Running]:
    port = any_free_port(HOST)
    process = subprocess.Popen(
        [sys.executable, "-m", "app"],
        cwd=PROJECT,
        env=environment(home, PETINSURE_APP_PORT=str(port)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    portal = Running(process, f"http://{HOST}:{port}")
    try:
        portal.line(event="Application startup complete.")
        yield portal
    finally:
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=PATIENCE)
        portal.lines.append(rest)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"PETINSURE_DEPLOYMENT": "shared"}, "set PETINSURE_APP_SECRET to at least 32"),
        ({"PETINSURE_APP_SECRET": "short"}, "PETINSURE_APP_SECRET is too short"),
        ({"PETINSURE_HOST": "192.0.2.1"}, "cannot listen on 192.0.2.1"),
        ({"PETINSURE_APP_PORT": "99999"}, "see PETINSURE_HOST and PETINSURE_APP_PORT"),
    ],
    ids=["known secrets", "short secret", "foreign host", "no port"],
)
def test_a_portal_that_cannot_start_says_why_in_one_sentence(
    tmp_path: Path, more: dict[str, str], sentence: str
) -> None:
    ended = started(tmp_path, **more)
    assert ended.returncode == 1
    assert sentence in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        ended = started(tmp_path, PETINSURE_APP_PORT=str(port))
    assert ended.returncode == 1
    assert ended.stderr == f"Port {port} is taken; name another with PETINSURE_APP_PORT.\n"


def test_the_log_has_a_line_of_json_a_request_and_no_secret(tmp_path: Path) -> None:
    with running(tmp_path) as portal, httpx.Client(base_url=portal.url) as client:
        wrong = {"email": "demo1@demologin.com", "password": "not-the-password"}
        client.post("/api/accounts/login", json=wrong)
        refused = portal.line(event="sign-in refused")
        assert refused["address"] == HOST
        failed = portal.line(event="request", status=401)
        assert failed["request_id"] == refused["request_id"]

        client.post("/api/accounts/login", json=DEMO)
        assert portal.line(event="request", path="/api/accounts/login")["account"] == 1
        answer = client.get("/api/accounts/me?note=in-the-query")
        said = portal.line(event="request", path="/api/accounts/me")
        assert said["request_id"] == answer.headers["x-request-id"]
        assert {"method": "GET", "status": 200, "account": 1}.items() <= said.items()
        assert said["ms"] >= 0
        assert said["timestamp"].endswith("Z")
        client.get("/api/line%0a%7b%22event%22%3a%22forged%22%7d")
        portal.line(path='/api/line\n{"event":"forged"}', status=404)
        token = client.cookies["petinsure_session"]
    everything = "".join(portal.lines)
    for secret in ("not-the-password", DEMO_PASSWORD, token, "in-the-query", "demo1@"):
        assert secret not in everything


NEWCOMER = {
    "email": "jo.march@example.com",
    "password": "lantern orchid walrus",
    "first_name": "Jo",
    "last_name": "March",
    "phone": "(978) 555-0100",
    "address_line1": "399 Lexington Road",
    "city": "Concord",
    "state": "MA",
    "zip_code": "01742",
    "date_of_birth": "1990-11-29",
}


def test_whatever_a_request_does_is_logged_with_its_id(tmp_path: Path) -> None:
    with running(tmp_path) as portal, httpx.Client(base_url=portal.url) as client:
        answer = client.post("/api/customers", json=NEWCOMER)
        assert answer.status_code == 201
        landed = portal.line(event="landed")
        assert landed["path"] == f"raw/customers/{answer.json()['customer_id']}.json"
        assert landed["request_id"] == answer.headers["x-request-id"]


def test_a_failure_nobody_foresaw_is_in_the_log_without_what_it_was_about(tmp_path: Path) -> None:
    with running(tmp_path) as portal, httpx.Client(base_url=portal.url) as client:
        with sqlite3.connect(database_file(tmp_path)) as database:
            database.execute("ALTER TABLE accounts RENAME TO elsewhere")
        answer = client.post("/api/accounts/login", json=DEMO)
        assert answer.status_code == 500
        assert "accounts" not in answer.text
        found = portal.line(event="unexpected error")
        assert found["request_id"] == answer.headers["x-request-id"]
        assert "no such table: accounts" in json.dumps(found["exception"])
        portal.line(event="request", status=500)
    everything = "".join(portal.lines)
    assert DEMO_PASSWORD not in everything
    assert "demo1@" not in everything


def test_it_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with running(tmp_path) as portal:
        port = int(portal.url.rpartition(":")[2])
        with pytest.raises(OSError), socket.create_connection(("127.0.0.2", port)):  # noqa: PT011
            pass

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from app.accounts.cookie import COOKIE
from app.web.refusals import LARGEST_BODY
from lakehouse.settings import Settings
from tests.app.server import Portal, serving
from tests.app.web.raw import said_to

LOGIN = "/api/accounts/login"
ANSWERED = ["/", "/api/health", "/api/accounts/me", "/api/nothing", "/assets/nothing.js"]


@pytest.mark.parametrize("path", ANSWERED)
def test_every_answer_has_its_own_id(portal: Portal, path: str) -> None:
    client = portal.visitor()
    ids = [client.get(path, headers={"X-Request-ID": "mine"}).headers["x-request-id"] for _ in "ab"]
    assert ids[0] != ids[1]
    assert [len(each) for each in ids] == [16, 16]


@pytest.mark.parametrize("path", ANSWERED)
def test_browsers_are_told_what_they_may_do(portal: Portal, path: str) -> None:
    headers = portal.visitor().get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["script-src"] == policy["connect-src"] == "'self'"
    assert policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "server" not in headers
    assert "access-control-allow-origin" not in headers


def test_personal_data_is_kept_by_no_cache(portal: Portal) -> None:
    assert portal.maya().get("/api/accounts/me").headers["cache-control"] == "no-store"
    assert portal.visitor().get("/api/nothing").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "", "http://127.0.0.1:1", "http://[", "file://127.0.0.1"],
)
def test_another_site_cannot_post(portal: Portal, origin: str) -> None:
    client = portal.maya()
    answer = client.post("/api/accounts/logout", headers={"Origin": origin})
    assert answer.status_code == 403
    assert "another site" in answer.json()["detail"]
    assert client.get("/api/accounts/me").status_code == 200


def test_the_portals_own_pages_can_post(portal: Portal) -> None:
    answer = portal.maya().post("/api/accounts/logout", headers={"Origin": portal.url})
    assert answer.status_code == 204


def test_no_other_site_may_read_answers(portal: Portal) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    answer = portal.visitor().options(LOGIN, headers=asked)
    assert answer.status_code == 405
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_only_json_is_taken(portal: Portal, kind: str) -> None:
    answer = portal.visitor().post(LOGIN, content="{}", headers={"Content-Type": kind})
    assert answer.status_code == 415


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8360", "", "[", "localhost@evil"])
def test_another_host_name_is_refused(portal: Portal, host: str) -> None:
    answer = portal.visitor().get("/api/health", headers={"Host": host})
    assert answer.status_code == 400
    assert "PETINSURE_APP_HOSTNAME" in answer.json()["detail"]


@pytest.mark.parametrize("host", ["localhost", "LocalHost:1", "127.0.0.1:8360", "[::1]:8360"])
def test_the_machines_own_names_are_answered(portal: Portal, host: str) -> None:
    assert portal.visitor().get("/api/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(("host", "status"), [("evil.example", 403), ("localhost", 101)])
def test_a_stream_is_opened_by_the_machines_own_names_only(
    portal: Portal, host: str, status: int
) -> None:
    handshake = {
        "Host": host,
        "Origin": f"http://{host}",
        "Cookie": f"{COOKIE}={portal.maya().cookies[COOKIE]}",
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
    }
    assert said_to(portal, "/api/notifications/stream", handshake)[0] == status


def test_a_shared_portal_answers_to_its_name_and_asks_for_encryption(tmp_path: Path) -> None:
    settings = Settings(
        home=tmp_path,
        storage="local",
        deployment="shared",
        app_hostname="pets.example",
        app_secret=SecretStr("k" * 32),
        demo_password=SecretStr("another password"),
    )
    with serving(settings) as portal:
        answer = portal.visitor().get("/api/health", headers={"Host": "pets.example"})
        assert answer.status_code == 200
        assert "max-age=31536000" in answer.headers["strict-transport-security"]


def test_too_large_a_body_is_refused_whether_or_not_its_length_is_told(portal: Portal) -> None:
    body = json.dumps({"email": "x" * LARGEST_BODY}).encode()

    def pieces() -> Iterator[bytes]:
        yield from (body[start : start + 4096] for start in range(0, len(body), 4096))

    kind = {"Content-Type": "application/json"}
    assert portal.visitor().post(LOGIN, content=body, headers=kind).status_code == 413
    assert portal.visitor().post(LOGIN, content=pieces(), headers=kind).status_code == 413


def test_too_long_an_address_or_header_is_refused(portal: Portal) -> None:
    assert portal.visitor().get("/api/health?" + "x" * 5000).status_code == 414
    assert portal.visitor().get("/" + "x" * 5000).status_code == 414
    assert portal.visitor().get("/api/health", headers={"X-Long": "x" * 20_000}).status_code == 431


def test_only_the_methods_of_a_route_are_answered(portal: Portal) -> None:
    client = portal.visitor()
    for method, path in (("GET", LOGIN), ("DELETE", "/api/health"), ("TRACE", "/api/health")):
        answer = client.request(method, path)
        assert answer.status_code == 405
        assert answer.json()["title"] == "Method Not Allowed"
    assert client.get(LOGIN).headers["allow"] == "POST"

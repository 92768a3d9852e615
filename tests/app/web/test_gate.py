from __future__ import annotations

import http.client
import json
from collections.abc import Iterator

import pytest

from app.web.gate import LARGEST_BODY
from tests.app.server import Portal

LOGIN = "/api/accounts/login"


@pytest.mark.parametrize("path", ["/", "/api/health", "/api/accounts/me", "/api/nothing"])
def test_every_answer_has_its_id_and_tells_browsers_what_they_may(
    portal: Portal, path: str
) -> None:
    headers = portal.visitor().get(path, headers={"X-Request-ID": "mine"}).headers
    assert len(headers["x-request-id"]) == 16
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers


def test_personal_data_is_kept_by_no_cache(portal: Portal) -> None:
    assert portal.maya().get("/api/accounts/me").headers["cache-control"] == "no-store"


def test_a_failure_is_one_form_with_one_sentence(portal: Portal) -> None:
    answer = portal.visitor().get("/api/accounts/me")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": "Unauthorized",
        "status": 401,
        "detail": "Sign in first.",
        "request_id": answer.headers["x-request-id"],
        "errors": [],
    }


def test_bad_input_names_the_field_and_never_repeats_it(portal: Portal) -> None:
    secret = "a secret that is far too long " * 10
    answer = portal.visitor().post(LOGIN, json={"email": "x@y.z", "password": secret})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "password"
    assert "a secret" not in answer.text


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_another_site_cannot_post(portal: Portal, origin: str) -> None:
    answer = portal.maya().post("/api/accounts/logout", headers={"Origin": origin})
    assert answer.status_code == 403
    assert "another site" in answer.json()["detail"]


def test_the_portals_own_pages_can_post(portal: Portal) -> None:
    answer = portal.maya().post("/api/accounts/logout", headers={"Origin": portal.url})
    assert answer.status_code == 204


def test_only_json_is_taken(portal: Portal) -> None:
    answer = portal.visitor().post(LOGIN, data={"email": "x@y.z", "password": "p"})
    assert answer.status_code == 415


def test_another_host_name_is_refused(portal: Portal) -> None:
    assert portal.visitor().get("/api/health", headers={"Host": "evil.example"}).status_code == 400


def test_too_large_a_body_is_refused_whether_or_not_its_length_is_told(portal: Portal) -> None:
    body = json.dumps({"email": "x" * LARGEST_BODY}).encode()

    def pieces() -> Iterator[bytes]:
        yield from (body[start : start + 4096] for start in range(0, len(body), 4096))

    kind = {"Content-Type": "application/json"}
    assert portal.visitor().post(LOGIN, content=body, headers=kind).status_code == 413
    assert portal.visitor().post(LOGIN, content=pieces(), headers=kind).status_code == 413


def test_too_long_an_address_is_refused(portal: Portal) -> None:
    assert portal.visitor().get("/api/health?" + "x" * 5000).status_code == 414


def test_no_page_leads_out_of_the_portals_folder(portal: Portal) -> None:
    connection = http.client.HTTPConnection(portal.settings.host, portal.settings.app_port)
    for path in ("/../../app/secret", "/%2e%2e/%2e%2e/app/secret", "/..%2f..%2fapp/portal.db"):
        connection.request("GET", path)
        answer = connection.getresponse()
        said = answer.read()
        assert b"not built" in said
        assert answer.status == 503


def test_health_and_readiness_say_what_is_wrong(portal: Portal) -> None:
    client = portal.visitor()
    assert client.get("/api/health").json() == {"status": "ok"}
    answer = client.get("/api/ready")
    assert answer.status_code == 503
    assert answer.json() == {
        "ready": False,
        "storage": "The lake is empty; fill it with `./petinsure generate` (or `./petinsure up`).",
        "database": "ok",
    }

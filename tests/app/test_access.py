"""Who may ask for what: every operation of the API, and each role."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from app.main import create_app
from lakehouse.settings import Settings
from tests.app.access import ALLOWED, EMAILS, EVERYONE, OPEN
from tests.app.server import Portal


@pytest.fixture(scope="module")
def visitors(portal: Portal) -> dict[str, httpx.Client]:
    """One signed in of each role."""
    return {role: portal.sign_in(email) for role, email in EMAILS.items()}


def asked(client: httpx.Client, operation: str) -> httpx.Response:
    method, path = operation.split(" ")
    body: dict[str, Any] = {"json": {}} if method != "GET" else {}
    return client.request(method, re.sub(r"{\w+}", "CLM-P-0123456789AB", path), **body)


def test_every_operation_says_who_may_ask(settings_of_nothing: Settings) -> None:
    described = create_app(settings_of_nothing).openapi()["paths"]
    found = {f"{method.upper()} {path}" for path, each in described.items() for method in each}
    assert found == OPEN | ALLOWED.keys()


@pytest.fixture(scope="module")
def settings_of_nothing() -> Settings:
    return Settings.model_construct()


@pytest.mark.parametrize("operation", ALLOWED)
def test_nobody_asks_without_a_session(portal: Portal, operation: str) -> None:
    answer = asked(portal.visitor(), operation)
    assert (answer.status_code, answer.json()["detail"]) == (401, "Sign in first.")


@pytest.mark.parametrize(
    ("operation", "role"),
    [(operation, role) for operation, may in ALLOWED.items() for role in sorted(EVERYONE - may)],
)
def test_a_role_does_only_what_is_its_own(
    visitors: dict[str, httpx.Client], operation: str, role: str
) -> None:
    answer = asked(visitors[role], operation)
    assert answer.status_code == 403
    assert set(answer.json()) == {"type", "title", "status", "detail", "request_id", "errors"}


@pytest.mark.parametrize(
    ("operation", "role"),
    [(operation, role) for operation, may in ALLOWED.items() for role in sorted(may)],
)
def test_a_role_may_do_what_is_its_own(
    visitors: dict[str, httpx.Client], operation: str, role: str
) -> None:
    if operation == "POST /api/pipeline/runs":  # an empty order is a good one, and would run
        operation = "GET /api/pipeline"
    assert asked(visitors[role], operation).status_code not in (401, 403, 405, 500)

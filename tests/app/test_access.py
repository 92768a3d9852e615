"""Who may ask for what: every operation of the API, and each role."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from app.main import create_app
from lakehouse.settings import Settings
from tests.app.server import Portal

EVERYONE = {"customer", "analyst", "presenter"}
CUSTOMERS = {"customer"}
STAFF = {"analyst", "presenter"}
PRESENTER = {"presenter"}

OPEN = {
    "GET /api/accounts/demo",
    "POST /api/accounts/login",
    "POST /api/accounts/logout",
    "POST /api/customers",
    "GET /api/health",
    "GET /api/ready",
}
ALLOWED = {
    "GET /api/accounts/me": EVERYONE,
    "GET /api/catalog": EVERYONE,
    "GET /api/providers": EVERYONE,
    "GET /api/scenarios": CUSTOMERS,
    "GET /api/pets": CUSTOMERS,
    "POST /api/pets": CUSTOMERS,
    "GET /api/policies": CUSTOMERS,
    "POST /api/policies": CUSTOMERS,
    "POST /api/quotes": CUSTOMERS,
    "GET /api/claims": {"customer", "presenter"},
    "POST /api/claims": CUSTOMERS,
    "GET /api/claims/{claim_id}": {"customer", "presenter"},
    "GET /api/claims/{claim_id}/journey": {"customer", "presenter"},
    "GET /api/decisions/queue": PRESENTER,
    "GET /api/decisions/{claim_id}/proposal": PRESENTER,
    "POST /api/claims/{claim_id}/decision": PRESENTER,
    "GET /api/notifications": EVERYONE,
    "POST /api/notifications/read": EVERYONE,
    "GET /api/pipeline": PRESENTER,
    "POST /api/pipeline/runs": PRESENTER,
    "PUT /api/pipeline/schedule": PRESENTER,
    "PUT /api/pipeline/live": PRESENTER,
    "GET /api/insights/kpis": STAFF,
    "GET /api/insights/customers": STAFF,
    "GET /api/insights/customers/{customer_id}": STAFF,
    "GET /api/insights/claims": STAFF,
    "GET /api/insights/risk": STAFF,
    "GET /api/insights/cross-sell": STAFF,
    "GET /api/insights/providers": STAFF,
}
"""A new operation is entered here, or the first test fails."""

EMAILS = {
    "customer": "demo1@demologin.com",
    "analyst": "analyst@demologin.com",
    "presenter": "presenter@demologin.com",
}


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

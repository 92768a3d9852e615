"""The API against its own description: whatever is sent, by whomever, it answers as documented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi import checks

from app.accounts.accounts import account_of
from app.accounts.cookie import COOKIE
from app.openapi import openapi
from lakehouse.pipeline.lease import run_lease
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from tests.app.access import ALLOWED, EMAILS
from tests.app.server import PATIENCE, Portal, serving

AnyCase = schemathesis.Case[Any]
EXAMPLES = 10
GATES = ("405", "413", "414", "415", "431")
"""What the gate refuses is described once, as any other failure, and not route by route."""


def described() -> dict[str, Any]:
    """The API's description, with `default` narrowed down to what the gate says."""
    found: dict[str, Any] = json.loads(openapi())
    for path in found["paths"].values():
        for operation in path.values():
            others = operation["responses"].pop("default")
            operation["responses"] |= dict.fromkeys(GATES, others)
    return found


CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
    checks.unsupported_method,
    checks.allow_header_conformance,
]
"""Good data may be refused all the same: what an insurer accepts is more than a schema says."""

schema = schemathesis.openapi.from_dict(
    described(),
    config=SchemathesisConfig.from_dict(
        {
            "generation": {
                "deterministic": True,
                "max-examples": EXAMPLES,
                "with-security-parameters": False,
            },
            "phases": {"coverage": {"unexpected-methods": ["delete", "patch"]}},
        }
    ),
)


@pytest.fixture(scope="module")
def portal(todays_lake: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal over the lake of today, where somebody else's run goes on all the time."""
    own = todays_lake.model_copy(update={"home": tmp_path_factory.mktemp("fuzzed")})
    lake = Lake(own)
    before = {file.path for file in lake.files("raw")}
    with run_lease(own, "2026-06-01T10:00:00+00:00"), serving(own) as running:
        yield running
        lake.delete("raw", [f.path for f in lake.files("raw") if f.path not in before])


@schema.parametrize()
def test_whatever_is_sent_is_answered_as_described(case: AnyCase, portal: Portal) -> None:
    """Whoever may ask for it sends it; that nobody else may is shown operation by operation."""
    for role in sorted(ALLOWED.get(case.operation.label, {"nobody"})):
        case.call_and_validate(
            base_url=portal.url,
            cookies=session(portal, role),
            headers={"User-Agent": role},  # so that a failure's curl names them
            checks=CHECKS,
            timeout=PATIENCE,
        )


def session(portal: Portal, role: str) -> dict[str, str]:
    """The cookie of somebody of a role who has just signed in."""
    if role == "nobody":
        return {}
    with portal.services.sessions() as opened:
        account = account_of(opened, EMAILS[role])
    assert account is not None
    return {COOKIE: portal.services.tokens.of(account)}

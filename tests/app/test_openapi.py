from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from app.openapi import openapi
from lakehouse.settings import PROJECT

METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(openapi())
    return found


def operations(described: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        f"{method} {path}": operation
        for path, found in described["paths"].items()
        for method, operation in found.items()
        if method in METHODS
    }


def test_it_is_the_same_on_every_machine_and_writes_nothing(tmp_path: Path) -> None:
    elsewhere = {"PETINSURE_HOME": str(tmp_path / "home"), "PETINSURE_DEPLOYMENT": "shared"}
    printed = subprocess.run(
        [sys.executable, "-m", "app.openapi"],
        cwd=PROJECT,
        env=elsewhere,
        capture_output=True,
        text=True,
        check=True,
    )
    assert printed.stdout == openapi()
    assert not (tmp_path / "home").exists()


def test_every_operation_has_a_name_of_its_own_and_one_form_of_failure(
    described: dict[str, Any],
) -> None:
    found = operations(described)
    names = [operation["operationId"] for operation in found.values()]
    assert len(set(names)) == len(names)
    for where, operation in found.items():
        responses = operation["responses"]
        failures = {name for name in responses if name == "default" or name >= "400"}
        assert "default" in failures, where
        for name in failures - ({"503"} if where == "get /api/ready" else set()):
            shown = responses[name]["content"]["application/problem+json"]["schema"]
            assert shown == {"$ref": "#/components/schemas/Problem"}, (where, name)


def test_every_operation_asks_for_a_session_unless_it_is_meant_for_all(
    described: dict[str, Any],
) -> None:
    for_all = {where for where, found in operations(described).items() if "security" not in found}
    assert for_all == {
        "get /api/accounts/demo",
        "get /api/health",
        "get /api/ready",
        "post /api/accounts/login",
        "post /api/accounts/logout",
        "post /api/customers",
    }


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    schemas = described["components"]["schemas"]
    wanted = {
        part.split('"')[0]
        for part in json.dumps(described).split('"$ref": "#/components/schemas/')[1:]
    }
    assert wanted <= set(schemas)
    assert not {"HTTPValidationError", "ValidationError"} & set(schemas)


def test_every_body_has_an_example_that_is_one_of_its_kind(described: dict[str, Any]) -> None:
    bodies = [
        (f"{where} {part}", body["schema"])
        for where, operation in operations(described).items()
        for part, told in [("asked", operation.get("requestBody", {})), *answers(operation)]
        for body in told.get("content", {}).values()
    ]
    assert len(bodies) > 100
    for where, body in bodies:
        schema = body["items"] if body.get("type") == "array" else body
        name = schema["$ref"].rpartition("/")[2]
        form = {"$ref": schema["$ref"], "components": described["components"]}
        examples = described["components"]["schemas"][name].get("examples", [])
        assert examples, where
        for example in examples:
            jsonschema_rs.validate(form, example)


def answers(operation: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return list(operation["responses"].items())

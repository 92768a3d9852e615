"""Description: what the OpenAPI says of failures and of the stream, beside the routes' answers."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from app.web.errors import Problem, problems
from app.web.examples import add_examples

REPLACED = ("HTTPValidationError", "ValidationError")
"""FastAPI's own form of bad input, which is never sent."""


def described(openapi: dict[str, Any], *models: type[BaseModel]) -> dict[str, Any]:
    """The description with one form of all failures, more models, and an example of each."""
    schemas = openapi["components"]["schemas"]
    all_models: list[type[BaseModel]] = [Problem, *models]
    _, more = models_json_schema(
        [(model, "serialization") for model in all_models],
        ref_template="#/components/schemas/{model}",
    )
    schemas |= more["$defs"]
    for name in REPLACED:
        schemas.pop(name, None)
    add_examples(schemas)
    for path in openapi["paths"].values():
        for operation in path.values():
            operation["responses"] = _with_failures(operation)
    return openapi


def _with_failures(operation: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = operation["responses"]
    statuses = [422] if "422" in found else []
    if "security" in operation:
        statuses += [401, 403]
    own = {str(status): problem for status, problem in problems(*statuses).items()}
    others = problems(500)[500] | {"description": "Any other failure"}
    return dict(sorted({**found, **own}.items())) | {"default": others}

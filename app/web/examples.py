"""Examples: every schema of the OpenAPI has one, put together from those of its parts.

A model that says nothing of itself is shown with what its fields say, else with what a field of
that name holds in the demo's own data.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

VALUES: dict[str, Any] = {
    "account": "maya",
    "batch_id": "20261103091500",
    "body": "Ear infection, $310.00: stored in the lake as raw/claims/CLM-P-0BBA30027F7F.json.",
    "breed": "Labrador Retriever",
    "by": "presenter@demologin.com",
    "category": "Ear",
    "city": "Concord",
    "claim_category": "Ear",
    "claim_id": "CLM-P-0BBA30027F7F",
    "claim_number": "CN-P-0BBA30027F7F",
    "claim_type": "Illness",
    "code": "EAR-01",
    "color": "Yellow",
    "colors": "Yellow",
    "customer_id": "DEMO-001",
    "customer_segment": "Standard",
    "database": "ok",
    "denial_reasons": "Pre-existing condition",
    "description": "Office exam",
    "diagnosis": "Ear infection",
    "diagnosis_code": "EAR-01",
    "email": "demo1@demologin.com",
    "etag": "0x8DD9F6A3C5E1B20",
    "full_name": "Maya Brooks",
    "invoice_number": "INV-P-0BBA30027F7F",
    "name": "Maya Brooks",
    "number": "CN-P-0BBA30027F7F",
    "password": "lantern orchid walrus",
    "path": "raw/claims/CLM-P-0BBA30027F7F.json",
    "pet_id": "DEMO-PET-001",
    "pet_name": "Biscuit",
    "phone": "(978) 555-0100",
    "plan_name": "Standard",
    "policy_id": "DEMO-POL-001",
    "preferred_contact": "Email",
    "provider_id": "DEMO-VET-01",
    "provider_name": "Walden Animal Hospital",
    "reimbursement_percentage": 80,
    "run_id": "20261103091500",
    "size_band": "Medium",
    "source_file": "raw/claims/CLM-P-0BBA30027F7F.json",
    "species": "Dog",
    "state": "MA",
    "status": "Submitted",
    "storage": "ok",
    "table": "petinsure_gold.claims_analytics",
    "title": "Claim CN-P-0BBA30027F7F has landed",
    "unchanged": "petinsure_gold.cross_sell_recommendations",
    "year_month": "2026-11",
}
"""What a field of that name holds, where its model does not say."""

KINDS: dict[str, Any] = {
    "date": "2026-11-03",
    "date-time": "2026-11-03T09:15:00Z",
    "boolean": True,
    "integer": 12,
    "number": 12.5,
    "null": None,
}
"""What a value of a format or type looks like."""


def add_examples(schemas: dict[str, Schema]) -> None:
    """Give every object among the schemas an example."""
    for schema in schemas.values():
        if "properties" in schema:
            schema.setdefault("examples", [_example(schema, "", schemas)])


def _example(schema: Schema, name: str, schemas: dict[str, Schema]) -> Any:
    if "$ref" in schema:
        return _example(schemas[schema["$ref"].rpartition("/")[2]], name, schemas)
    for given in ("examples", "enum"):
        if given in schema:
            return schema[given][0]
    if "const" in schema:
        return schema["const"]
    if "properties" in schema:
        return {key: _example(value, key, schemas) for key, value in schema["properties"].items()}
    if "items" in schema:
        return [_example(schema["items"], name, schemas)]
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return _one_of(options, name, schemas)
    if name in VALUES:
        return VALUES[name]
    if "default" in schema:
        return schema["default"]
    kind = str(schema.get("type"))
    plain = {} if kind == "object" else name.replace("_", " ").capitalize()
    return KINDS.get(schema.get("format", kind), plain)


def _one_of(options: list[Schema], name: str, schemas: dict[str, Schema]) -> Any:
    """Of the first kind it may be; a text of which nothing is known is left out where it may be."""
    first = options[0]
    unknown = first.get("type") == "string" and not ({"format", "examples", "enum"} & first.keys())
    if unknown and name not in VALUES and {"type": "null"} in options:
        return None
    return _example(first, name, schemas)

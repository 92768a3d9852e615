"""Portal claims as JSON documents: the columns of a claim and the line items of its invoice."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.records.claims import NATIVE, claim_columns
from insurance.invoices import itemise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.block import Block


def portal_documents(drawn: Block) -> Iterator[tuple[str, bytes]]:
    """(claim_id, JSON document) of every portal claim of the block."""
    first = len(drawn.claims) - drawn.claims.portal
    columns = {
        name: values.slice(first).to_pylist() for name, values in claim_columns(drawn).items()
    }
    for row in range(drawn.claims.portal):
        record = {name: values[row] for name, values in columns.items()}
        yield record["claim_id"], _document(record)


def _document(record: dict[str, str | None]) -> bytes:
    amount = Decimal(record["claim_amount"] or "0")
    items = itemise(record["diagnosis_code"] or "", amount)
    claim: dict[str, object] = {
        name: json.loads(value) if name in NATIVE and value is not None else value
        for name, value in record.items()
    }
    claim["line_items"] = [
        {"description": item.description, "amount": float(item.amount)} for item in items
    ]
    return (json.dumps(claim, indent=2) + "\n").encode()

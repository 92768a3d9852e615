"""One lake of scale 1, generated and read once for the session."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pytest

from generator import RawFile, Request, ledger, portal_claims, source_files

AS_OF = date(2026, 3, 2)

Row = dict[str, Any]
"""One line: texts as they stand, None for an empty field; JSON values natively typed."""

KEYS = {
    "customers": "customer_id",
    "pets": "pet_id",
    "policies": "policy_id",
    "providers": "provider_id",
    "claims": "claim_id",
}


def content(file: RawFile) -> bytes:
    """All bytes of a file."""
    return b"".join(file.chunks)


@dataclass(frozen=True)
class Lake:
    """The raw files of one request as rows, and what was planted in them."""

    request: Request
    files: dict[str, bytes]
    portal: list[Row]
    ledger: list[dict[str, str | None]]

    @cached_property
    def lines(self) -> dict[str, list[Row]]:
        """Rows of each entity as they stand in the file; a malformed line has only `_line`."""
        rows: dict[str, list[Row]] = {}
        for path, data in self.files.items():
            entity, _, kind = path.partition(".")
            text = data.decode()
            if kind == "csv":
                rows[entity] = [
                    {name: value or None for name, value in row.items()}
                    for row in csv.DictReader(text.splitlines())
                ]
            else:
                rows[entity] = [_parsed(line) for line in text.splitlines()]
        return rows

    @cached_property
    def clean(self) -> dict[str, dict[str, Row]]:
        """Rows without a planted defect, by key; of a corrected row the correction."""
        spoilt = defaultdict(set)
        for entry in self.ledger:
            if entry["defect"] not in ("late_correction", "exact_duplicate", "near_duplicate"):
                spoilt[entry["entity"]].add(entry["key"])
        clean: dict[str, dict[str, Row]] = {}
        for entity, rows in self.lines.items():
            key = KEYS[entity]
            clean[entity] = {
                row[key]: row
                for row in sorted(rows, key=lambda row: row.get("updated_at") or "")
                if key in row and row[key] not in spoilt[entity]
            }
        clean["claims"] |= {row["claim_id"]: row for row in self.portal}
        return clean

    def planted(self, defect: str) -> Counter[str]:
        """How many of this defect the ledger names, by entity."""
        return Counter(str(e["entity"]) for e in self.ledger if e["defect"] == defect)


def _parsed(line: str) -> Row:
    try:
        row: Row = json.loads(line)
    except json.JSONDecodeError:
        return {"_line": line}
    return row


def make_lake(request: Request) -> Lake:
    """Generate and keep everything."""
    return Lake(
        request,
        {file.path: content(file) for file in source_files(request)},
        [json.loads(content(file)) for file in portal_claims(request)],
        list(ledger(request)),
    )


@pytest.fixture(scope="session")
def lake() -> Lake:
    return make_lake(Request(as_of=AS_OF))

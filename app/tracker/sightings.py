"""Sightings: which claims stand in a layer's table, asked for many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lakehouse.serving import Console

CHUNK = 5_000
"""Claims asked for in one statement."""

BRONZE = """
SELECT _source_file, max(greatest(_ingestion_timestamp, _source_modified_at))
FROM petinsure_bronze.claims_raw
WHERE _source_file IN (SELECT unnest($1))
GROUP BY _source_file
"""
SILVER = """
SELECT _source_file, _is_valid, _quality_score, _rules_broken, _duplicate_of
FROM petinsure_silver.fact_claims
WHERE _source_file IN (SELECT unnest($1))
"""
FLAGS = (
    "is_repeated_invoice",
    "is_early_claim",
    "is_amount_outlier",
    "is_claim_burst",
    "is_provider_ring",
)
"""Signs of fraud in claims_analytics."""
GOLD = f"""
SELECT claim_id, {", ".join(FLAGS)}
FROM petinsure_gold.claims_analytics
WHERE claim_id IN (SELECT unnest($1))
"""  # noqa: S608  # names from above


@dataclass(frozen=True)
class InBronze:
    """A file's row: when its batch began, and the file was there."""

    since: datetime


@dataclass(frozen=True)
class InSilver:
    """The verdict on a file's row."""

    is_valid: bool
    score: float
    broken: tuple[str, ...]
    superseded: bool


@dataclass(frozen=True)
class InGold:
    """A claim's row: the signs of fraud it shows."""

    flags: tuple[str, ...]


def in_bronze(console: Console, paths: Sequence[str]) -> dict[str, InBronze]:
    """Those of the files (paths in container raw) that are taken in."""
    rows = _rows(console, BRONZE, [f"raw/{path}" for path in paths])
    return {_path(file): InBronze(since) for file, since in rows}


def in_silver(console: Console, paths: Sequence[str]) -> dict[str, InSilver]:
    """Those of the files whose row is judged."""
    rows = _rows(console, SILVER, [f"raw/{path}" for path in paths])
    return {
        _path(file): InSilver(valid, float(score), tuple(broken or ()), duplicate_of is not None)
        for file, valid, score, broken, duplicate_of in rows
    }


def in_gold(console: Console, claim_ids: Sequence[str]) -> dict[str, InGold]:
    """Those of the claims that gold counts."""
    found = {}
    for claim_id, *marks in _rows(console, GOLD, claim_ids):
        raised = zip(FLAGS, marks, strict=True)
        found[claim_id] = InGold(tuple(flag for flag, is_raised in raised if is_raised))
    return found


def _rows(console: Console, sql: str, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for first in range(0, len(names), CHUNK):
        some = list(names[first : first + CHUNK])
        yield from console.query(sql, parameters=[some], max_rows=2 * CHUNK).rows


def _path(source_file: str) -> str:
    return source_file.removeprefix("raw/")

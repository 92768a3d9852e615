"""A plain reading of the quality rules finds the planted defects and nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from insurance.vocabulary import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.generator.conftest import Lake, Row

REQUIRED = {
    "customers": "customer_id first_name last_name email date_of_birth customer_since",
    "pets": "pet_id customer_id pet_name species breed date_of_birth adoption_date",
    "policies": "policy_id customer_id pet_id plan_name monthly_premium annual_deductible "
    "reimbursement_percentage effective_date expiration_date status",
    "providers": "provider_id provider_name provider_type",
    "claims": "claim_id policy_id pet_id customer_id provider_id claim_type service_date "
    "submitted_date claim_amount deductible_applied covered_amount paid_amount status "
    "diagnosis_code invoice_number",
}
PARENTS = {
    "customers": "",
    "pets": "customer_id",
    "policies": "customer_id pet_id",
    "providers": "",
    "claims": "customer_id pet_id policy_id provider_id",
}
DATES = re.compile(r"^\d{4}-\d{2}-\d{2}$")
MOMENTS = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$")
EMAIL = re.compile(r"^[^@ ]+@[^@ ]+[.][a-z]{2,}$")
DEFECTS_SEEN_ELSEWHERE = {"exact_duplicate", "late_correction", "near_duplicate"}


def _day(row: Row, column: str) -> date | None:
    try:
        return date.fromisoformat(row[column] or "")
    except ValueError:
        return None


def _before(row: Row, earlier: str, later: str, *, strictly: bool = False) -> bool:
    one, two = _day(row, earlier), _day(row, later)
    return one is None or two is None or (one < two if strictly else one <= two)


def _faults(entity: str, row: Row, parents: dict[str, dict[str, Row]]) -> Iterator[str]:
    if "_line" in row:
        yield "parsed"
        return
    for column in REQUIRED[entity].split():
        if row[column] is None:
            yield f"{column}_required"
    for column, value in row.items():
        if isinstance(value, str) and value != " ".join(value.split()):
            yield f"{column}_repaired"
        if column.endswith(("_date", "_of_birth", "_since")) and value and not _day(row, column):
            yield f"{column}_type"
        if column in ("created_at", "updated_at") and not MOMENTS.match(str(value)):
            yield f"{column}_type"
    for column, allowed in CATEGORIES[entity].items():
        if row[column] is not None and row[column] not in allowed:
            yield f"{column}_category"
    for column in PARENTS[entity].split():
        if row[column] not in parents[column]:
            yield f"{column}_exists"
    yield from _specific(entity, row, parents)


def _specific(entity: str, row: Row, parents: dict[str, dict[str, Row]]) -> Iterator[str]:
    match entity:
        case "customers":
            if not EMAIL.match(row["email"] or ""):
                yield "email_format"
            if not _before(row, "date_of_birth", "customer_since", strictly=True):
                yield "birth_before_joining"
            if not re.match(r"^\(\d{3}\) \d{3}-\d{4}$", row["phone"]):
                yield "phone_repaired"
        case "pets":
            if not _before(row, "date_of_birth", "adoption_date"):
                yield "born_before_adoption"
            if not 0 < float(row["weight_lbs"]) < (40 if row["species"] == "Cat" else 250):
                yield "weight_plausible"
        case "policies":
            if not _before(row, "effective_date", "expiration_date", strictly=True):
                yield "expires_after_effective"
            if not 0 < float(row["monthly_premium"] or 1) <= 1000:
                yield "premium_plausible"
            pet = parents["pet_id"].get(row["pet_id"], {"date_of_birth": None})
            if not _before(row | {"born": pet["date_of_birth"]}, "born", "effective_date"):
                yield "insured_after_birth"
        case "providers":
            if not 0 <= float(row["average_rating"]) <= 5:
                yield "rating_within_scale"
        case "claims":
            if not 0 < float(row["claim_amount"] or 1) <= 100_000:
                yield "amount_plausible"
            if not _before(row, "service_date", "submitted_date"):
                yield "submitted_after_service"
            pet = parents["pet_id"].get(row["pet_id"], {"date_of_birth": None})
            if not _before(row | {"born": pet["date_of_birth"]}, "born", "service_date"):
                yield "service_after_birth"
            if row["paid_amount"] > row["covered_amount"]:
                yield "paid_within_covered"


@pytest.fixture(scope="module")
def found(lake: Lake) -> dict[tuple[str, str], set[str]]:
    """Rules broken by (entity, key of the row)."""
    parents = {
        column: {row[column]: row for row in lake.lines[entity]}
        for entity, column in (
            ("customers", "customer_id"),
            ("pets", "pet_id"),
            ("policies", "policy_id"),
            ("providers", "provider_id"),
        )
    }
    result: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity, rows in lake.lines.items():
        for row in rows:
            first = next(iter(row.values()))
            key = first[13:24] if "_line" in row else first
            for fault in _faults(entity, row, parents):
                result[entity, key].add(fault)
    return result


def test_planted_is_caught_and_nothing_else_is(
    lake: Lake, found: dict[tuple[str, str], set[str]]
) -> None:
    planted = {
        (entry["entity"], entry["key"])
        for entry in lake.ledger
        if entry["defect"] not in DEFECTS_SEEN_ELSEWHERE
    }
    assert {place: rules for place, rules in found.items() if place not in planted} == {}
    assert planted - set(found) == set()


def test_repairable_defects_break_no_other_rule(
    lake: Lake, found: dict[tuple[str, str], set[str]]
) -> None:
    for entry in lake.ledger:
        if entry["defect"] in ("stray_spaces", "wrong_case", "malformed_email"):
            column = entry["column"]
            rules = found[str(entry["entity"]), str(entry["key"])]
            assert rules <= {f"{column}_repaired", f"{column}_category", f"{column}_format"}


def test_keys_repeat_only_where_planted(lake: Lake) -> None:
    repeated = {
        (entry["entity"], entry["key"])
        for entry in lake.ledger
        if entry["defect"] in ("exact_duplicate", "late_correction")
    }
    twice = set()
    for entity, rows in lake.lines.items():
        seen: set[str] = set()
        for row in rows:
            key = next(iter(row.values()))
            if key in seen:
                twice.add((entity, key))
            seen.add(key)
    assert twice == repeated


def test_the_same_person_twice_is_always_planted(lake: Lake) -> None:
    people: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in lake.lines["customers"]:
        name = (row["first_name"] or "").strip().lower(), (row["last_name"] or "").strip().lower()
        address = f"{row['address_line1']} {row['zip_code']}".lower()
        for contact in (row["phone"], address):
            people[(*name, row["date_of_birth"], contact)].add(row["customer_id"])
    pairs = {tuple(sorted(ids)) for ids in people.values() if len(ids) > 1}
    assert pairs == {
        (entry["original_value"], entry["key"])
        for entry in lake.ledger
        if entry["defect"] == "near_duplicate"
    }

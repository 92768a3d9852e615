from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest

from generator.defects.catalog import FLAWS
from insurance.vocabulary import CATEGORIES

if TYPE_CHECKING:
    from tests.generator.conftest import Lake, Row

KEYS = {
    "customers": "customer_id",
    "pets": "pet_id",
    "policies": "policy_id",
    "providers": "provider_id",
    "claims": "claim_id",
}
KINDS = {
    "malformed_email",
    "exact_duplicate",
    "near_duplicate",
    "missing_required",
    "impossible_date",
    "negative_amount",
    "absurd_amount",
    "orphan_key",
    "unknown_category",
    "wrong_case",
    "stray_spaces",
    "malformed_json",
    "late_correction",
}
EACH_KIND = pytest.mark.parametrize("kind", sorted(KINDS))


@pytest.fixture(scope="module")
def rows(lake: Lake) -> dict[tuple[str, str], list[Row]]:
    """Lines by (entity, key), in the order of the file."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for entity, lines in lake.lines.items():
        for row in lines:
            found[entity, row.get(KEYS[entity], "")].append(row)
    return found


@EACH_KIND
def test_every_kind_of_the_contract_is_planted(lake: Lake, kind: str) -> None:
    assert lake.planted(kind).total() > 0


@EACH_KIND
def test_as_many_are_planted_as_the_catalog_says(lake: Lake, kind: str) -> None:
    expected = Counter(
        {
            entity: flaw.count(lake.request.lines(entity))
            for entity, flaws in FLAWS.items()
            for flaw in flaws
            if flaw.kind == kind
        }
    )
    assert lake.planted(kind) == expected


def test_two_to_four_lines_of_a_hundred_are_defective(lake: Lake) -> None:
    lines = sum(len(rows) for rows in lake.lines.values())
    assert 0.02 <= len(lake.ledger) / lines <= 0.04


def test_no_row_carries_two_defects(lake: Lake) -> None:
    keys = [(entry["entity"], entry["key"]) for entry in lake.ledger]
    assert len(set(keys)) == len(keys)


def test_demo_identities_are_spared(lake: Lake) -> None:
    assert not [entry for entry in lake.ledger if str(entry["key"]).startswith("DEMO")]


def test_every_changed_value_of_the_ledger_stands_in_the_file_as_planted(
    lake: Lake, rows: dict[tuple[str, str], list[Row]]
) -> None:
    for entry in lake.ledger:
        entity, key, column = str(entry["entity"]), str(entry["key"]), str(entry["column"])
        original, found = entry["original_value"], rows.get((entity, key))
        value = found[0].get(column) if found else None
        text = str(value) if value is not None else ""
        match entry["defect"]:
            case "missing_required":
                assert value is None
                assert original
            case "negative_amount":
                assert float(text) == -float(original or 0)
            case "absurd_amount":
                assert float(text) >= 9 * float(original or 0)
            case "wrong_case":
                assert text != original
                assert text.lower() == str(original).lower()
            case "stray_spaces":
                assert text != original
                assert text.strip() == original
            case "unknown_category":
                assert text not in CATEGORIES[entity][column]
                assert original in CATEGORIES[entity][column]
            case "malformed_email" | "impossible_date" | "orphan_key":
                assert value
                assert text != original


def test_malformed_lines_cannot_be_parsed_but_still_name_their_claim(lake: Lake) -> None:
    broken = [row["_line"] for row in lake.lines["claims"] if "_line" in row]
    planted = {entry["key"] for entry in lake.ledger if entry["defect"] == "malformed_json"}
    assert {line[len('{"claim_id":"') :].partition('"')[0] for line in broken} == planted
    for line in broken:
        with pytest.raises(json.JSONDecodeError):
            json.loads(line)


def test_an_exact_duplicate_is_the_same_line_again(
    lake: Lake, rows: dict[tuple[str, str], list[Row]]
) -> None:
    for entry in lake.ledger:
        if entry["defect"] == "exact_duplicate":
            first, second = rows[str(entry["entity"]), str(entry["key"])]
            assert first == second


def test_a_late_correction_comes_after_and_says_otherwise(
    lake: Lake, rows: dict[tuple[str, str], list[Row]]
) -> None:
    for entry in lake.ledger:
        if entry["defect"] != "late_correction":
            continue
        column = str(entry["column"])
        first, second = rows[str(entry["entity"]), str(entry["key"])]
        assert first["created_at"] == first["updated_at"] < second["updated_at"]
        assert str(first[column]) == entry["original_value"] != str(second[column])
        assert first.keys() == second.keys()


def test_a_near_duplicate_is_the_same_person_under_a_later_id(lake: Lake) -> None:
    customers = {row["customer_id"]: row for row in lake.lines["customers"]}
    for entry in lake.ledger:
        if entry["defect"] != "near_duplicate":
            continue
        again, first = customers[str(entry["key"])], customers[str(entry["original_value"])]
        same = [name for name in first if first[name] == again[name]]
        assert {"first_name", "last_name", "date_of_birth"} <= set(same)
        assert "phone" in same or {"address_line1", "zip_code"} <= set(same)
        assert again["created_at"] > first["created_at"]
        assert again["email"] != first["email"]


def test_some_near_duplicates_have_pets_and_policies_of_their_own(lake: Lake) -> None:
    again = {entry["key"] for entry in lake.ledger if entry["defect"] == "near_duplicate"}
    with_pets = again & {row["customer_id"] for row in lake.lines["pets"]}
    with_policies = again & {row["customer_id"] for row in lake.lines["policies"]}
    assert with_pets
    assert with_policies
    assert with_pets < again


def test_nothing_refers_to_a_row_that_a_defect_made_invalid(lake: Lake) -> None:
    breaking = {flaw.kind for flaws in FLAWS.values() for flaw in flaws if flaw.breaks}
    invalid = {
        (str(entry["entity"]), entry["key"]) for entry in lake.ledger if entry["defect"] in breaking
    }
    parents = {name: entity for entity, name in KEYS.items() if entity != "claims"}
    children = [(entity, row) for entity, rows in lake.lines.items() for row in rows]
    children += [("claims", row) for row in lake.portal]
    for entity, row in children:
        for column, parent in parents.items():
            if parent != entity and column in row:
                assert (parent, row[column]) not in invalid

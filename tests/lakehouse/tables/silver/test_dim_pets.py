from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.lakehouse.silver_cases import Broken, Cases, Rows, SilverRules

WHOLE: dict[str, Any] = {
    "color": "Brown",
    "microchip_id": "985112003400123",
    "is_neutered": "true",
    "pre_existing_conditions": "Hip dysplasia",
    "vaccination_status": "Up to Date",
}
"""With these every rule applies; they weigh 69 (parsed 5, an error 3, a warning 2, a repair 1)."""

OWNERS: list[dict[str, Any]] = [
    {"customer_id": "C1"},
    {"customer_id": "C invalid", "_is_valid": False},
    {"customer_id": "C same person", "_is_duplicate": True, "_duplicate_of": "C1"},
    {"customer_id": "C corrected"},
    {"customer_id": "C corrected", "_is_duplicate": True, "_duplicate_of": "C corrected"},
    {"customer_id": "C half valid"},
    {"customer_id": "C half valid", "_is_valid": False},
]

INVALID: Broken = {
    "no id": ({"pet_id": None}, {"pet_id_required"}, 65, 68),
    "no owner": ({"customer_id": None}, {"customer_id_required"}, 62, 65),
    "unknown owner": ({"customer_id": "C?"}, {"customer_id_exists"}, 66, 69),
    "invalid owner": ({"customer_id": "C invalid"}, {"customer_id_exists"}, 66, 69),
    "no name": ({"pet_name": None}, {"pet_name_required"}, 65, 68),
    "no species": ({"species": None}, {"species_required"}, 62, 65),
    "other species": ({"species": "Parrot"}, {"species_category"}, 66, 69),
    "no breed": ({"breed": " "}, {"breed_required"}, 65, 68),
    "other gender": ({"gender": "M"}, {"gender_category"}, 66, 69),
    "other vaccination": (
        {"vaccination_status": "Never"},
        {"vaccination_status_category"},
        66,
        69,
    ),
    "no birth": ({"date_of_birth": None}, {"date_of_birth_required"}, 57, 60),
    "birth unread": ({"date_of_birth": "2019-13-01"}, {"date_of_birth_type"}, 60, 63),
    "adopted before birth": ({"adoption_date": "2018-12-31"}, {"born_before_adoption"}, 66, 69),
    # 40 * 365 days before the delivery on 2025-07-01 is 1985-07-11.
    "too old": ({"date_of_birth": "1985-07-10"}, {"birth_plausible"}, 66, 69),
    "born after delivery": (
        {"date_of_birth": "2025-07-02", "adoption_date": None},
        {"birth_plausible"},
        61,
        64,
    ),
    "weightless": ({"weight_lbs": "0"}, {"weight_plausible"}, 66, 69),
    "dog too heavy": ({"weight_lbs": "350.01"}, {"weight_plausible"}, 66, 69),
    "cat too heavy": ({"weight_lbs": "50.01", "species": "Cat"}, {"weight_plausible"}, 66, 69),
}
DOUBTED: Broken = {
    "weight unread": ({"weight_lbs": "25 lbs"}, {"weight_lbs_type"}, 64, 66),
    "neutered unread": ({"is_neutered": "partly"}, {"is_neutered_type"}, 67, 69),
    "adoption unread": ({"adoption_date": "spring"}, {"adoption_date_type"}, 64, 66),
    "active unread": ({"is_active": "-1"}, {"is_active_type"}, 67, 69),
    "creation unread": ({"created_at": "01/02/2020"}, {"created_at_type"}, 67, 69),
    "update unread": ({"updated_at": "2020-02-30T00:00:00Z"}, {"updated_at_type"}, 67, 69),
}
REPAIRED: dict[str, tuple[str, str]] = {
    # column: as delivered, as repaired
    "pet_id": (" P-repaired", "P-repaired"),
    "customer_id": ("C1 ", "C1"),
    "pet_name": ("SIR REX", "Sir Rex"),
    "species": (" dog", "Dog"),
    "breed": ("german shepherd", "German Shepherd"),
    "gender": ("MALE", "Male"),
    "color": ("brown", "Brown"),
    "microchip_id": ("985112003400123 ", "985112003400123"),
    "pre_existing_conditions": ("Hip  dysplasia", "Hip dysplasia"),
    "vaccination_status": ("up to date", "Up to Date"),
}
KEPT: dict[str, dict[str, Any]] = {
    "whole": {},
    "bare": dict.fromkeys([*WHOLE, "gender", "weight_lbs", "adoption_date", "updated_at"]),
    "oldest": {"date_of_birth": "1985-07-11"},
    "born on the day of delivery": {"date_of_birth": "2025-07-01", "adoption_date": None},
    "adopted at birth": {"adoption_date": "2019-01-01"},
    "heaviest dog": {"weight_lbs": "350"},
    "heaviest cat": {"weight_lbs": "50", "species": "Cat"},
    "of a corrected owner": {"customer_id": "C corrected"},
    "of an owner with an invalid row": {"customer_id": "C half valid"},
}
REPOINTED: dict[str, tuple[str, list[str]]] = {
    # name: owner as delivered, repairs
    "of a near duplicate": ("C same person", ["customer_id: C same person"]),
    "of a near duplicate with a blank": (
        "C same person ",
        ["customer_id: C same person ", "customer_id: C same person"],
    ),
}

LATER = datetime(2025, 7, 2, tzinfo=UTC)
REDELIVERED: dict[str, dict[str, Any]] = {
    "A late": {"pet_id": "A", "updated_at": "2021-01-01T00:00:00Z"},
    "A early": {"pet_id": "A", "_source_modified_at": LATER},
    "B first": {"pet_id": "B"},
    "B redelivered": {"pet_id": "B", "_source_modified_at": LATER},
    "C valid": {"pet_id": "C"},
    "C late, invalid": {"pet_id": "C", "breed": None, "updated_at": "2021-01-01T00:00:00Z"},
    "D orphan": {"pet_id": "D", "customer_id": "C?"},
    "D orphan again": {"pet_id": "D", "customer_id": "C?", "_source_modified_at": LATER},
    # Two pets that differ by nothing but their id are two pets.
    "twin 1": {},
    "twin 2": {},
}
SUPERSEDED = {"A early": "A late", "B first": "B redelivered"}


CASES = Cases(
    table="dim_pets",
    whole=WHOLE,
    invalid=INVALID,
    doubted=DOUBTED,
    repaired=REPAIRED,
    repaired_score=Decimal("98.6"),  # 68 of 69
    kept=KEPT,
    superseded=SUPERSEDED,
    others=REDELIVERED | {name: {"customer_id": owner} for name, (owner, _) in REPOINTED.items()},
    parents={"dim_customers": OWNERS},
)


class TestPets(SilverRules):
    cases = CASES


@pytest.mark.parametrize("name", REPOINTED)
def test_a_near_duplicates_pet_goes_to_the_person_who_survives(rows: Rows, name: str) -> None:
    row = rows[name]
    assert (row["customer_id"], row["_repairs"]) == ("C1", REPOINTED[name][1])
    assert row["_is_valid"] is True


def test_a_pet_that_was_only_repointed_keeps_its_full_score(rows: Rows) -> None:
    assert rows["of a near duplicate"]["_quality_score"] == 100


def test_an_orphan_keeps_the_owner_it_names(rows: Rows) -> None:
    assert rows["unknown owner"]["customer_id"] == "C?"


def test_values_arrive_in_their_types(rows: Rows) -> None:
    row = rows["whole"]
    assert (row["date_of_birth"], row["adoption_date"]) == (date(2019, 1, 1), date(2019, 3, 1))
    assert (row["is_neutered"], row["is_active"]) == (True, True)
    assert row["weight_lbs"] == Decimal("25.50")


@pytest.mark.parametrize("name", ["C valid", "twin 1", "twin 2"])
def test_a_pet_without_a_better_row_survives(rows: Rows, name: str) -> None:
    assert (rows[name]["_is_valid"], rows[name]["_is_duplicate"]) == (True, False)


@pytest.mark.parametrize("name", ["C late, invalid", "D orphan", "D orphan again"])
def test_an_invalid_row_is_never_a_duplicate(rows: Rows, name: str) -> None:
    assert (rows[name]["_is_valid"], rows[name]["_duplicate_of"]) == (False, None)

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.lakehouse.silver_cases import Broken, Cases, Rows, SilverRules

WHOLE: dict[str, Any] = {
    "marketing_opt_in": "false",
    "referral_source": "Shelter",
    "customer_segment": "Standard",
    "lifetime_value": "1200.50",
}
"""With these every rule applies; they weigh 66 (parsed 5, an error 3, a warning 2, a repair 1)."""

INVALID: Broken = {
    "no id": ({"customer_id": None}, {"customer_id_required"}, 62, 65),
    "no first name": ({"first_name": None}, {"first_name_required"}, 62, 65),
    "no last name": ({"last_name": "\t "}, {"last_name_required"}, 62, 65),
    "no email": ({"email": ""}, {"email_required"}, 60, 63),
    "other country": ({"country": "Utopia"}, {"country_category"}, 63, 66),
    "other contact": ({"preferred_contact": "Owl"}, {"preferred_contact_category"}, 63, 66),
    "other referral": ({"referral_source": "Dream"}, {"referral_source_category"}, 63, 66),
    "other segment": ({"customer_segment": "Tiny"}, {"customer_segment_category"}, 63, 66),
    "no birth": ({"date_of_birth": None}, {"date_of_birth_required"}, 54, 57),
    "birth unread": ({"date_of_birth": "yesterday"}, {"date_of_birth_type"}, 57, 60),
    "joined at birth": ({"customer_since": "1980-01-01"}, {"birth_before_joining"}, 63, 66),
    "too old": ({"date_of_birth": "1899-12-31"}, {"birth_plausible"}, 63, 66),
    "born after delivery": (
        {"date_of_birth": "2025-07-02", "customer_since": None},
        {"birth_plausible"},
        58,
        61,
    ),
    "born after all": (
        {"date_of_birth": "2025-07-02"},
        {"birth_before_joining", "birth_plausible"},
        60,
        66,
    ),
}
DOUBTED: Broken = {
    "since unread": ({"customer_since": "soon"}, {"customer_since_type"}, 61, 63),
    "opt in unread": ({"marketing_opt_in": "maybe"}, {"marketing_opt_in_type"}, 64, 66),
    "value unread": ({"lifetime_value": "$12"}, {"lifetime_value_type"}, 64, 66),
    "creation unread": ({"created_at": "20200101"}, {"created_at_type"}, 64, 66),
    "update unread": ({"updated_at": "now"}, {"updated_at_type"}, 64, 66),
    "mail without at": ({"email": "ann.example.com"}, {"email_format"}, 64, 66),
    "mail with two ats": ({"email": "ann@lee@example.com"}, {"email_format"}, 64, 66),
}
REPAIRED: dict[str, tuple[str, str]] = {
    # column: as delivered, as repaired
    "customer_id": (" C-repaired ", "C-repaired"),
    "first_name": ("mary-jane", "Mary-Jane"),
    "last_name": ("O'BRIEN", "O'Brien"),
    "email": ("Ann@Example.com", "ann@example.com"),
    "phone": ("512-555-0142", "(512) 555-0142"),
    "address_line1": ("1  Elm Street", "1 Elm Street"),
    "city": ("AUSTIN", "Austin"),
    "state": ("Tx", "TX"),
    "zip_code": (" 78701", "78701"),
    "country": ("usa", "USA"),
    "preferred_contact": ("sms ", "SMS"),
    "referral_source": ("FRIEND OR FAMILY", "Friend or Family"),
    "customer_segment": ("multi-pet", "Multi-Pet"),
}
KEPT: dict[str, dict[str, Any]] = {
    "whole": {},
    "bare": dict.fromkeys(
        "phone address_line1 city state zip_code country customer_since preferred_contact "
        "marketing_opt_in referral_source customer_segment lifetime_value created_at "
        "updated_at".split()
    ),
    "born in 1900": {"date_of_birth": "1900-01-01"},
    "born on the day of delivery": {"date_of_birth": "2025-07-01", "customer_since": None},
    "joined a day after birth": {"customer_since": "1980-01-02"},
    "initials": {"first_name": "AJ"},
    "own spelling": {"first_name": "LeAnn"},
}

LATER = datetime(2025, 7, 2, tzinfo=UTC)
REDELIVERED: dict[str, dict[str, Any]] = {
    "A late": {"customer_id": "A", "updated_at": "2021-01-01T00:00:00Z"},
    "A early": {"customer_id": "A", "_source_modified_at": LATER},
    "B first": {"customer_id": "B"},
    "B redelivered": {"customer_id": " B", "_source_modified_at": LATER},
    "C dated": {"customer_id": "C"},
    "C undated": {"customer_id": "C", "updated_at": None, "_source_modified_at": LATER},
    "D valid": {"customer_id": "D"},
    "D late, invalid": {"customer_id": "D", "email": None, "updated_at": "2021-01-01T00:00:00Z"},
    "E once": {"customer_id": "E"},
    "E twice": {"customer_id": "E"},
    "E thrice": {"customer_id": "E"},
}
SUPERSEDED = {"A early": "A late", "B first": "B redelivered", "C undated": "C dated"}

PHONE, OTHER_PHONE, THIRD_PHONE, FOURTH_PHONE = (f"(512) 555-000{line}" for line in (1, 2, 3, 4))
STREET, OTHER_STREET, THIRD_STREET, FOURTH_STREET = (f"{house} Oak Road" for house in (1, 2, 3, 4))
FIRST, SECOND, THIRD = (f"20{year}-01-01T00:00:00Z" for year in (20, 21, 22))


def person(name: str, since: str | None, phone: str | None, street: str | None) -> dict[str, Any]:
    """What tells people apart; first name, date of birth and zip code are the same for all."""
    return {"last_name": name, "created_at": since, "phone": phone, "address_line1": street}


PEOPLE: dict[str, dict[str, Any]] = {
    "by phone 1": person("Ney", FIRST, PHONE, STREET),
    "by phone 2": person("Ney", SECOND, "512 555 0001", OTHER_STREET),
    "by street 1": person("O'Dea", FIRST, PHONE, STREET),
    "by street 2": person("odea", SECOND, OTHER_PHONE, "1, OAK ROAD"),
    "chain 1": person("Orr", FIRST, PHONE, STREET),
    "chain 2": person("Orr", SECOND, PHONE, OTHER_STREET),
    "chain 3": person("Orr", THIRD, OTHER_PHONE, OTHER_STREET),
    "chain 4": person("Orr", THIRD, OTHER_PHONE, THIRD_STREET),
    "chain 5": person("Orr", THIRD, THIRD_PHONE, THIRD_STREET),
    "chain 6": person("Orr", THIRD, THIRD_PHONE, FOURTH_STREET),
    "chain 7": person("Orr", THIRD, FOURTH_PHONE, FOURTH_STREET),
    "undated 1": person("Poe", SECOND, PHONE, STREET),
    "undated 2": person("Poe", None, PHONE, STREET),
    "same moment 1": person("Quy", FIRST, PHONE, STREET),
    "same moment 2": person("Quy", FIRST, PHONE, STREET),
    "namesakes 1": person("Rao", FIRST, PHONE, STREET),
    "namesakes 2": person("Rao", SECOND, OTHER_PHONE, OTHER_STREET),
    "other birth 1": person("Sze", FIRST, PHONE, STREET),
    "other birth 2": person("Sze", SECOND, PHONE, STREET) | {"date_of_birth": "1980-01-02"},
    "other zip 1": person("Tan", FIRST, PHONE, STREET),
    "other zip 2": person("Tan", SECOND, OTHER_PHONE, STREET) | {"zip_code": "78702"},
    "nothing to compare 1": person("Utz", FIRST, None, None),
    "nothing to compare 2": person("Utz", SECOND, None, None),
    "no number 1": person("Vye", FIRST, "none", STREET),
    "no number 2": person("Vye", SECOND, "none", OTHER_STREET),
    "first invalid 1": person("Wax", FIRST, PHONE, STREET) | {"email": None},
    "first invalid 2": person("Wax", SECOND, PHONE, STREET),
    "first invalid 3": person("Wax", THIRD, PHONE, STREET),
    "corrected 1": person("Yun", FIRST, PHONE, STREET),
    "corrected 2": person("Yun", SECOND, PHONE, STREET) | {"updated_at": THIRD},
    "corrected 2 before": person("Yun", SECOND, PHONE, STREET) | {"customer_id": "corrected 2"},
}
SAME_PERSON = {
    "by phone 2": "by phone 1",
    "by street 2": "by street 1",
    "chain 2": "chain 1",
    "chain 3": "chain 1",
    "chain 4": "chain 1",
    "chain 5": "chain 1",
    "chain 6": "chain 1",
    "chain 7": "chain 1",
    "undated 2": "undated 1",
    "same moment 2": "same moment 1",
    "first invalid 3": "first invalid 2",
    "corrected 2": "corrected 1",
    "corrected 2 before": "corrected 2",
}


CASES = Cases(
    table="dim_customers",
    whole=WHOLE,
    invalid=INVALID,
    doubted=DOUBTED,
    repaired=REPAIRED,
    repaired_score=Decimal("98.5"),  # 65 of 66
    kept=KEPT,
    superseded=SUPERSEDED,
    others=REDELIVERED | PEOPLE,
    told_apart=lambda name: {"last_name": f"Of {name.capitalize()}"},  # no near-duplicates
)


class TestCustomers(SilverRules):
    cases = CASES


def test_values_arrive_in_their_types(rows: Rows) -> None:
    row = rows["whole"]
    assert (row["date_of_birth"], row["customer_since"]) == (date(1980, 1, 1), date(2020, 1, 1))
    assert (row["marketing_opt_in"], row["lifetime_value"]) == (False, Decimal("1200.50"))
    assert row["updated_at"].astimezone(UTC) == datetime(2020, 1, 1, tzinfo=UTC)


def test_an_invalid_correction_does_not_replace_the_valid_row(rows: Rows) -> None:
    assert rows["D valid"]["_is_duplicate"] is False
    invalid = rows["D late, invalid"]
    assert (invalid["_is_valid"], invalid["_is_duplicate"]) == (False, False)


def test_of_equal_rows_one_survives(rows: Rows) -> None:
    marks = [rows[f"E {time}"]["_is_duplicate"] for time in ("once", "twice", "thrice")]
    assert sorted(marks) == [False, True, True]


@pytest.mark.parametrize("name", PEOPLE)
def test_one_survives_of_a_person_under_several_ids(rows: Rows, name: str) -> None:
    assert rows[name]["_duplicate_of"] == SAME_PERSON.get(name)
    assert rows[name]["_is_duplicate"] is (name in SAME_PERSON)


def test_a_near_duplicate_stays_valid_and_complete(rows: Rows) -> None:
    row = rows["by phone 2"]
    assert (row["_is_valid"], row["address_line1"]) == (True, OTHER_STREET)

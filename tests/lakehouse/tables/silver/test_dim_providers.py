from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from tests.lakehouse.rows import MOMENT
from tests.lakehouse.silver_cases import Broken, Cases, Rows, SilverRules

WHOLE: dict[str, Any] = {
    "address": "9 Elm Street",
    "city": "Austin",
    "state": "TX",
    "zip_code": "78701",
    "phone": "(512) 555-0199",
    "email": "desk@elmvets.com",
    "total_reviews": "120",
    "accepts_emergency": "true",
    "operating_hours": "8-18",
    "specialties": "Dentistry",
    "license_number": "TX-1",
}
"""With these every rule applies; they weigh 48 (parsed 5, an error 3, a warning 2, a repair 1)."""

INVALID: Broken = {
    "no id": ({"provider_id": None}, {"provider_id_required"}, 44, 47),
    "no name": ({"provider_name": " "}, {"provider_name_required"}, 44, 47),
    "no type": ({"provider_type": ""}, {"provider_type_required"}, 41, 44),
    "odd type": ({"provider_type": "Zoo"}, {"provider_type_category"}, 45, 48),
    "network not given": ({"is_in_network": None}, {"is_in_network_required"}, 42, 45),
    "network unread": ({"is_in_network": "perhaps"}, {"is_in_network_type"}, 45, 48),
    "rating too high": ({"average_rating": "5.01"}, {"rating_within_scale"}, 45, 48),
    "rating too low": ({"average_rating": "-0.01"}, {"rating_within_scale"}, 45, 48),
    "two errors": (
        {"provider_name": None, "average_rating": "7"},
        {"provider_name_required", "rating_within_scale"},
        41,
        47,
    ),
}
DOUBTED: Broken = {
    "rating unread": ({"average_rating": "good"}, {"average_rating_type"}, 43, 45),
    "reviews unread": ({"total_reviews": "many"}, {"total_reviews_type"}, 46, 48),
    "emergency unread": ({"accepts_emergency": "2"}, {"accepts_emergency_type"}, 46, 48),
    "creation unread": ({"created_at": "2015"}, {"created_at_type"}, 46, 48),
    "mail without at": ({"email": "elmvets.com"}, {"email_format"}, 46, 48),
    "mail without domain": ({"email": "desk@elmvets"}, {"email_format"}, 46, 48),
    "mail with a blank": ({"email": "the desk@elmvets.com"}, {"email_format"}, 46, 48),
}
REPAIRED: dict[str, tuple[str, str]] = {
    # column: as delivered, as repaired
    "provider_id": (" V-repaired ", "V-repaired"),
    "provider_name": ("ST. MARY'S ANIMAL HOSPITAL", "St. Mary's Animal Hospital"),
    "provider_type": ("general practice", "General Practice"),
    "address": ("9  Elm   Street", "9 Elm Street"),
    "city": ("san antonio", "San Antonio"),
    "state": ("tx", "TX"),
    "zip_code": ("78701\t", "78701"),
    "phone": ("+1 512.555.0199", "(512) 555-0199"),
    "email": (" Desk@ElmVets.COM", "desk@elmvets.com"),
    "operating_hours": (" 8-18", "8-18"),
    "specialties": ("Dentistry ", "Dentistry"),
    "license_number": (" TX-1 ", "TX-1"),
}
KEPT: dict[str, dict[str, Any]] = {
    "whole": {},
    "bare": dict.fromkeys([*WHOLE, "average_rating", "created_at"]),
    "no stars": {"average_rating": "0"},
    "five stars": {"average_rating": "5.00"},
    "five digits": {"phone": "55501"},
}
LATER = datetime(2025, 7, 2, tzinfo=UTC)
REDELIVERED: dict[str, dict[str, Any]] = {
    "A first": {"provider_id": "A"},
    "A later": {"provider_id": " A ", "provider_name": "Elm Vets", "_source_modified_at": LATER},
    "B file a": {"provider_id": "B", "_source_file": "raw/providers_a.csv"},
    "B file b": {"provider_id": "B", "_source_file": "raw/providers_b.csv"},
    "C valid": {"provider_id": "C"},
    "C later, invalid": {
        "provider_id": "C",
        "provider_name": None,
        "_source_modified_at": LATER,
    },
    "D once": {"provider_id": "D"},
    "D twice": {"provider_id": "D"},
}


CASES = Cases(
    table="dim_providers",
    whole=WHOLE,
    invalid=INVALID,
    doubted=DOUBTED,
    repaired=REPAIRED,
    repaired_score=Decimal("97.9"),  # 47 of 48
    kept=KEPT,
    superseded={"A first": "A later", "B file a": "B file b"},
    others=REDELIVERED,
)


class TestProviders(SilverRules):
    cases = CASES


def test_values_arrive_in_their_types(rows: Rows) -> None:
    row = rows["whole"]
    assert (row["is_in_network"], row["accepts_emergency"]) == (True, True)
    assert (row["average_rating"], row["total_reviews"]) == (Decimal("4.50"), 120)
    assert row["_silver_processed_at"].astimezone(UTC) == MOMENT.started_at


def test_an_unreadable_value_is_null(rows: Rows) -> None:
    assert rows["rating unread"]["average_rating"] is None
    assert rows["network unread"]["is_in_network"] is None


def test_an_invalid_redelivery_does_not_replace_the_valid_row(rows: Rows) -> None:
    assert rows["C valid"]["_is_duplicate"] is False
    assert rows["C later, invalid"]["_is_valid"] is False
    assert rows["C later, invalid"]["_is_duplicate"] is False


def test_of_two_equal_rows_one_survives(rows: Rows) -> None:
    assert {rows["D once"]["_duplicate_of"], rows["D twice"]["_duplicate_of"]} == {None, "D"}

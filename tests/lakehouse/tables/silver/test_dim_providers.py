from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from lakehouse.tables import tables
from lakehouse.transform import transformed
from tests.lakehouse.rows import MOMENT, bronze

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Rows = dict[str, dict[str, Any]]

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

INVALID: dict[str, tuple[dict[str, Any], set[str], int, int]] = {
    # name: what is changed, rules broken, weight passed of weight applied
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
DOUBTED: dict[str, tuple[dict[str, Any], set[str], int, int]] = {
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


@pytest.fixture(scope="module")
def rows(spark: SparkSession) -> Rows:
    """Silver rows by the name of their case, which travels as the batch."""
    cases: Rows = {name: case[0] for name, case in (INVALID | DOUBTED).items()}
    cases |= {column: {column: delivered} for column, (delivered, _) in REPAIRED.items()}
    cases |= KEPT | REDELIVERED | {"corrupt": {"_quality": "corrupt"}}
    changes = [
        WHOLE | {"provider_id": f"V-{name}", "_batch_id": name} | change
        for name, change in cases.items()
    ]
    inputs = {"providers_raw": bronze(spark, "providers_raw", *changes)}
    built = transformed(tables()["dim_providers"], inputs, MOMENT).collect()
    assert len(built) == len(cases)
    return {row["_batch_id"]: row.asDict() for row in built}


def test_every_rule_has_a_row_that_breaks_it() -> None:
    shown = set().union(*[case[1] for case in (INVALID | DOUBTED).values()])
    shown |= {f"{column}_repaired" for column in REPAIRED} | {"parsed"}
    assert shown == {rule.name for rule in tables()["dim_providers"].all_rules}


@pytest.mark.parametrize("name", INVALID)
def test_a_provider_that_breaks_an_error_rule_is_invalid(rows: Rows, name: str) -> None:
    _, broken, passed, applied = INVALID[name]
    assert set(rows[name]["_rules_broken"]) == broken
    assert rows[name]["_is_valid"] is False
    assert rows[name]["_quality_score"] == round(Decimal(100 * passed) / applied, 1)


@pytest.mark.parametrize("name", DOUBTED)
def test_a_provider_that_breaks_a_warning_stays_valid(rows: Rows, name: str) -> None:
    _, broken, passed, applied = DOUBTED[name]
    assert set(rows[name]["_rules_broken"]) == broken
    assert rows[name]["_is_valid"] is True
    assert rows[name]["_quality_score"] == round(Decimal(100 * passed) / applied, 1)


@pytest.mark.parametrize("column", REPAIRED)
def test_a_repair_is_made_and_noted(rows: Rows, column: str) -> None:
    delivered, repaired = REPAIRED[column]
    row = rows[column]
    assert row[column] == repaired
    assert row["_repairs"] == [f"{column}: {delivered}"]
    assert row["_rules_broken"] == [f"{column}_repaired"]
    assert (row["_is_valid"], row["_quality_score"]) == (True, Decimal("97.9"))  # 47 of 48


@pytest.mark.parametrize("name", KEPT)
def test_a_good_provider_is_kept_as_it_is(rows: Rows, name: str) -> None:
    row = rows[name]
    assert (row["_rules_broken"], row["_repairs"]) == ([], [])
    assert (row["_is_valid"], row["_is_duplicate"]) == (True, False)
    assert row["_quality_score"] == 100


def test_values_arrive_in_their_types(rows: Rows) -> None:
    row = rows["whole"]
    assert (row["is_in_network"], row["accepts_emergency"]) == (True, True)
    assert (row["average_rating"], row["total_reviews"]) == (Decimal("4.50"), 120)
    assert row["_silver_processed_at"].astimezone(UTC) == MOMENT.started_at


def test_an_unreadable_value_is_null(rows: Rows) -> None:
    assert rows["rating unread"]["average_rating"] is None
    assert rows["network unread"]["is_in_network"] is None


def test_a_line_that_could_not_be_read_breaks_that_rule_only(rows: Rows) -> None:
    row = rows["corrupt"]
    assert row["_rules_broken"] == ["parsed"]
    assert (row["_is_valid"], row["_quality_score"]) == (False, 0)


@pytest.mark.parametrize(
    ("superseded", "survivor"), [("A first", "A later"), ("B file a", "B file b")]
)
def test_the_provider_delivered_last_survives(rows: Rows, superseded: str, survivor: str) -> None:
    assert rows[superseded]["_duplicate_of"] == superseded[0]
    assert rows[superseded]["_is_duplicate"] is True
    assert rows[survivor]["_duplicate_of"] is None
    assert rows[survivor]["_is_duplicate"] is False


def test_an_invalid_redelivery_does_not_replace_the_valid_row(rows: Rows) -> None:
    assert rows["C valid"]["_is_duplicate"] is False
    assert rows["C later, invalid"]["_is_valid"] is False
    assert rows["C later, invalid"]["_is_duplicate"] is False


def test_of_two_equal_rows_one_survives(rows: Rows) -> None:
    assert {rows["D once"]["_duplicate_of"], rows["D twice"]["_duplicate_of"]} == {None, "D"}

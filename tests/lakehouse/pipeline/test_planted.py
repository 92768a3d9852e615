"""Planted is caught: the ledger's defects, all of them and nothing else, are flagged in silver."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from generator import ledger, portal_claims, source_files
from lakehouse.serving import Console
from lakehouse.storage import spark_url
from lakehouse.tables import layer_tables, tables
from tests.lakehouse.lakes import SMALL, rows_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from lakehouse.settings import Settings

Row = dict[str, Any]
Place = tuple[str, str]
"""Source and key."""

SILVER = {tables()[table.inputs[0]].source: table for table in layer_tables("silver")}
GOLD = [table.name for table in layer_tables("gold")]

REPAIRED = ("wrong_case", "stray_spaces")
DUPLICATES = ("exact_duplicate", "late_correction", "near_duplicate")
RULES = {
    ("customers", "impossible_date", "date_of_birth"): "birth_before_joining",
    ("pets", "impossible_date", "date_of_birth"): "born_before_adoption",
    ("policies", "impossible_date", "expiration_date"): "expires_after_effective",
    ("claims", "impossible_date", "submitted_date"): "submitted_after_service",
    ("claims", "impossible_date", "service_date"): "service_after_birth",
    ("pets", "negative_amount", "weight_lbs"): "weight_plausible",
    ("pets", "absurd_amount", "weight_lbs"): "weight_plausible",
    ("policies", "negative_amount", "monthly_premium"): "premium_positive",
    ("policies", "absurd_amount", "monthly_premium"): "premium_plausible",
    ("claims", "negative_amount", "claim_amount"): "amount_positive",
    ("claims", "absurd_amount", "claim_amount"): "amount_plausible",
    ("providers", "absurd_amount", "average_rating"): "rating_within_scale",
}
"""The rule that catches a defect, where the name of its column does not say it."""
SUFFIXES = {"missing_required": "required", "orphan_key": "exists", "unknown_category": "category"}
SUFFIXES |= dict.fromkeys(REPAIRED, "repaired") | {"malformed_email": "format"}
FOLLOWS = {
    "birth_before_joining": "birth_plausible",
    "born_before_adoption": "birth_plausible",
    "service_after_birth": "service_within_policy",
    "expires_after_effective": "cancelled_within_term",
}
"""A rule that the same spoilt value may break too: born tomorrow, treated before cover began."""


def rule_of(entry: dict[str, str | None], row: Row) -> str:
    """The rule that a defect of the ledger breaks."""
    if entry["defect"] == "malformed_json":
        return "parsed"
    place = (str(entry["entity"]), str(entry["defect"]), str(entry["column"]))
    if place in RULES:
        return RULES[place] if row[place[2]] is not None else f"{place[2]}_type"
    return f"{entry['column']}_{SUFFIXES[place[1]]}"


@pytest.fixture(scope="module")
def lake(seeded_lake: Settings) -> Settings:
    """A seeded lake."""
    return seeded_lake


@pytest.fixture(scope="module")
def silver(lake: Settings) -> dict[str, list[Row]]:
    """All rows of silver by source."""
    return {source: rows_of(lake, table.name).to_pylist() for source, table in SILVER.items()}


@pytest.fixture(scope="module")
def planted() -> list[dict[str, str | None]]:
    """The ledger."""
    return list(ledger(SMALL))


@pytest.fixture(scope="module")
def by_key(silver: dict[str, list[Row]]) -> dict[Place, list[Row]]:
    """All rows of silver by source and key, that of an unreadable line as far as it can be read."""
    rows: dict[Place, list[Row]] = defaultdict(list)
    for source, found in silver.items():
        for row in found:
            rows[source, key_of(source, row)].append(row)
    return rows


def key_of(source: str, row: Row) -> str:
    key = row[SILVER[source].keys[0]] or re.findall(r"CLM-\d+", row["_corrupt_record"])[0]
    return str(key)


def place_of(entry: dict[str, str | None]) -> Place:
    return str(entry["entity"]), str(entry["key"])


def test_every_row_delivered_is_in_bronze_and_in_silver(lake: Settings) -> None:
    delivered = {
        file.path.partition(".")[0]: sum(chunk.count(b"\n") for chunk in file.chunks)
        - file.path.endswith(".csv")
        for file in source_files(SMALL)
    }
    delivered["claims"] += len(list(portal_claims(SMALL)))
    for source, table in SILVER.items():
        bronze, silver = rows_of(lake, table.inputs[0]), rows_of(lake, table.name)
        assert (len(bronze), len(silver)) == (delivered[source],) * 2, source


def test_planted_is_caught_by_its_rule_and_nothing_else_is(
    planted: list[dict[str, str | None]], by_key: dict[Place, list[Row]]
) -> None:
    expected: dict[Place, set[str]] = {}
    for entry in planted:
        if entry["defect"] not in DUPLICATES:
            place = place_of(entry)
            assert len(by_key[place]) == 1, f"{place} is there once, and kept"
            expected[place] = {rule_of(entry, by_key[place][0])}
    found = {
        place: {rule for row in rows for rule in row["_rules_broken"]}
        for place, rows in by_key.items()
        if any(row["_rules_broken"] for row in rows)
    }
    for place in found.keys() & expected.keys():
        found[place] -= {FOLLOWS[rule] for rule in expected[place] if rule in FOLLOWS}
    assert found == expected


def test_a_row_is_invalid_where_an_error_was_planted_and_valid_everywhere_else(
    planted: list[dict[str, str | None]], by_key: dict[Place, list[Row]]
) -> None:
    lenient = (*DUPLICATES, *REPAIRED, "malformed_email")
    errors = {place_of(entry) for entry in planted if entry["defect"] not in lenient}
    assert errors == {p for p, rows in by_key.items() if not all(r["_is_valid"] for r in rows)}


def test_exactly_the_rows_that_break_a_rule_score_less_than_full(
    silver: dict[str, list[Row]],
) -> None:
    for source, rows in silver.items():
        for row in rows:
            place = (source, key_of(source, row))
            assert (row["_quality_score"] < 100) == bool(row["_rules_broken"]), place


def test_repairs_restore_what_stood_there_before_and_keep_what_was_delivered(
    planted: list[dict[str, str | None]], by_key: dict[Place, list[Row]]
) -> None:
    defects = [entry for entry in planted if entry["defect"] in REPAIRED]
    assert defects
    for entry in defects:
        (row,) = by_key[place_of(entry)]
        column, original = str(entry["column"]), str(entry["original_value"])
        assert row[column] == original, entry
        ((name, _, delivered),) = [repair.partition(": ") for repair in row["_repairs"]]
        assert name == column
        assert delivered != original
        assert delivered.strip().lower() == original.lower()


def test_only_planted_rows_are_repaired_and_rows_of_near_duplicates_re_pointed(
    lake: Settings, planted: list[dict[str, str | None]], silver: dict[str, list[Row]]
) -> None:
    first = {e["key"]: e["original_value"] for e in planted if e["defect"] == "near_duplicate"}
    repaired = {place_of(entry) for entry in planted if entry["defect"] in REPAIRED}
    assert {"customer_id"} == {
        repair.partition(":")[0]
        for source in ("pets", "policies", "claims")
        for row in silver[source]
        for repair in row["_repairs"]
        if (source, key_of(source, row)) not in repaired
    }
    for source, rows in silver.items():
        moved = [r for r in rows if any(x.startswith("customer_id: ") for x in r["_repairs"])]
        if source in ("pets", "policies", "claims"):
            delivered = rows_of(lake, f"{source}_raw")["customer_id"].to_pylist()
            assert len(moved) == len([customer for customer in delivered if customer in first])
        for row in moved:
            (twin,) = [x.partition(": ")[2] for x in row["_repairs"] if x.startswith("customer_id")]
            assert row["customer_id"] == first[twin]
        others = {(source, key_of(source, row)) for row in rows if row["_repairs"]}
        others -= {(source, key_of(source, row)) for row in moved}
        assert others == {place for place in repaired if place[0] == source}


def test_duplicates_are_flagged_with_their_survivor_and_nothing_else_is(
    planted: list[dict[str, str | None]], by_key: dict[Place, list[Row]]
) -> None:
    expected: dict[Place, list[str | None]] = {}
    for entry in planted:
        if entry["defect"] == "near_duplicate":
            expected[place_of(entry)] = [entry["original_value"]]
        elif entry["defect"] in DUPLICATES:
            expected[place_of(entry)] = [None, entry["key"]]
    found = {
        place: sorted((row["_duplicate_of"] for row in rows), key=str)
        for place, rows in by_key.items()
        if len(rows) > 1 or any(row["_is_duplicate"] for row in rows)
    }
    assert found == {place: sorted(keys, key=str) for place, keys in expected.items()}
    for rows in by_key.values():
        for row in rows:
            assert row["_is_duplicate"] == (row["_duplicate_of"] is not None)


def test_a_late_correction_supersedes_what_stood_there_first(
    planted: list[dict[str, str | None]], by_key: dict[Place, list[Row]]
) -> None:
    corrections = [entry for entry in planted if entry["defect"] == "late_correction"]
    assert corrections
    for entry in corrections:
        earlier, later = sorted(by_key[place_of(entry)], key=lambda row: row["updated_at"])
        assert (earlier["_is_duplicate"], later["_is_duplicate"]) == (True, False)
        before, after = (row[str(entry["column"])] for row in (earlier, later))
        assert before == type(before)(entry["original_value"])
        assert before != after


def test_gold_holds_the_survivors_and_nothing_else(
    lake: Settings, silver: dict[str, list[Row]]
) -> None:
    for source, name in (
        ("customers", "customer_360_view"),
        ("customers", "risk_scoring"),
        ("claims", "claims_analytics"),
        ("providers", "provider_performance"),
    ):
        kept = [r for r in silver[source] if r["_is_valid"] and not r["_is_duplicate"]]
        gold = rows_of(lake, name)[SILVER[source].keys[0]].to_pylist()
        assert sorted(gold) == sorted(key_of(source, row) for row in kept), name


def test_gold_tables_agree_on_claims_and_amounts_to_the_cent(
    lake: Settings, silver: dict[str, list[Row]]
) -> None:
    kept = [r for r in silver["claims"] if r["_is_valid"] and not r["_is_duplicate"]]
    claimed = len(kept), sum(row["claim_amount"] for row in kept)
    paid = sum(row["paid_amount"] for row in kept if "pproved" in row["status"])
    assert paid > 0
    analytics = rows_of(lake, "claims_analytics").to_pylist()
    assert (len(analytics), sum(row["claim_amount"] for row in analytics)) == claimed
    assert sum(row["paid_amount"] for row in analytics) == paid
    billed = {"provider_performance": "total_billed_amount"}
    for name in ("customer_360_view", "monthly_kpis", "provider_performance"):
        rows, amount = rows_of(lake, name).to_pylist(), billed.get(name, "total_claim_amount")
        totals = sum(row["total_claims"] for row in rows), sum(row[amount] for row in rows)
        assert totals == claimed, name
        assert sum(row["total_paid_amount"] for row in rows) == paid, name


def test_customers_and_months_agree_on_the_premium_earned(lake: Settings) -> None:
    earned = [
        sum(rows_of(lake, name)["earned_premium"].to_pylist())
        for name in ("customer_360_view", "monthly_kpis")
    ]
    assert earned[0] == earned[1] > 0


@pytest.mark.parametrize("name", GOLD)
def test_spark_and_the_views_hold_the_same_rows(
    lake: Settings, spark: SparkSession, name: str
) -> None:
    table = tables()[name]
    columns = ", ".join(table.columns)
    url = spark_url(lake, "gold", name)
    rows = [tuple(row) for row in spark.sql(f"SELECT {columns} FROM delta.`{url}`").collect()]
    with Console(lake) as console:
        view = console.query(f"SELECT {columns} FROM {table.view}", max_rows=10_000)
    assert rows
    assert sorted(view.rows, key=repr) == sorted(rows, key=repr)

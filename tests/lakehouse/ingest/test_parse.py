from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lakehouse.ingest.parse import parsed
from lakehouse.ingest.sources import headers
from lakehouse.ingest.stream import is_late_file
from lakehouse.settings import Settings
from lakehouse.storage import Lake
from lakehouse.tables import tables

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Rows = dict[str, list[dict[str, Any]]]

COLUMNS = list(tables()["claims_raw"].columns)
HEADER = "claim_id,status,treatment_notes"

CSV: dict[str, list[str]] = {
    "quotes.csv": [HEADER, '1,"Denied, partly","said ""no"""', "2,'Denied',\"\"", '"3",a"b,c'],
    "blanks.csv": [HEADER, " 1 , Denied ,", "   ", "", "\t,,"],
    "long.csv": [HEADER, "1,Denied,Fine,more", "2,Denied,Fine"],
    "open_quote.csv": [HEADER, '1,"Denied,Fine', "2,Denied,Fine"],
    "twice.csv": [HEADER, "1,Denied,Fine", HEADER, "2,Denied,Fine"],
    "other_header.csv": ["claim_id,status", HEADER.replace(",treatment_notes", " "), "1,Denied"],
    "spelling.csv": [' Claim_ID ,"STATUS"', "1,Denied"],
    "unknown.csv": ["claim_id,mood,a `b`", "1,sad,x", "2,,", "3,,y"],
    "nameless.csv": ["claim_id,,status", "1,kept,Denied"],
    "same_name.csv": ["claim_id,claim_id_3,claim_id", "1,2,3"],
    "same_but_for_case.csv": ["claim_id,Mood,mood", "1,sad,glad"],
    "reserved.csv": ["claim_id,_corrupt_record,_quality", "1,was corrupt,good", "2"],
    "letters.csv": [HEADER, "ü-1,Denied,犬 is fine 🐕"],
    "headless.csv": ["1,Denied", "2,Denied"],
}
JSON: dict[str, list[str]] = {
    "values.jsonl": [
        '{"claim_id": 1, "status": null, "is_emergency": true, "claim_amount": 10.50}',
        '{"claim_amount": 9999999999.99, "treatment_notes": "a\\nb \\u00fc"}',
        '{"line_items": [{"amount": 1.10, "description": "Exam"}]}',
    ],
    "fields.jsonl": [
        "{}",
        '{"claim_id": "1", "mood": null}',
        '{"claim_id": "1", "Claim_ID": "2"}',
        '{"claim_id": "1", "claim_id": "2"}',
        '{"claim_id": "1", "_quality": "good", "_source_file": "mine"}',
    ],
    "bom.jsonl": ['\ufeff{"claim_id": "1"}'],
    "corrupt.jsonl": [
        "null",
        "5",
        '"claim_id"',
        '{"claim_id": "1"} {"claim_id": "2"}',
        '{"claim_id": "1"}, {"claim_id": "2"}',
        '{"claim_id": "1"} and more',
        "{'claim_id': '1'",
        '{"claim_id": "1", "status"}',
        "claim_id,status",
    ],
    "blank.jsonl": ["", "   ", '{"claim_id": "1"}'],
    "claims/1.json": ['{\n  "claim_id": "1",\n  "status": "Denied"\n}\n'],
    "claims/2.json": ['{"claim_id": "1"}\n{"claim_id": "2"}\n'],
}


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    """A lake in a folder, with the CSV files: their headers are read from there."""
    home: Path = tmp_path_factory.mktemp("lake")
    lake = Lake(Settings(home=home, storage="local", local_root=home))
    for path, lines in CSV.items():
        lake.write("raw", path, "\n".join(lines).encode())
    return lake


def texts(spark: SparkSession, files: dict[str, list[str]]) -> DataFrame:
    """The lines as the engine delivers them, with the name of their file and their number."""
    rows = [
        (line, f"raw/{path}", i) for path, lines in files.items() for i, line in enumerate(lines)
    ]
    return spark.createDataFrame(rows, "value string, _source_file string, line int")


@pytest.fixture(scope="module")
def rows(spark: SparkSession, lake: Lake) -> Rows:
    """Bronze rows of each file in the order of its lines."""
    found = headers(lake, list(CSV), tables()["claims_raw"])
    known = {header: [f"raw/{path}" for path in paths] for header, paths in found.items()}
    by_file: Rows = {path: [] for path in CSV | JSON}
    lines = [row.asDict() for row in parsed(texts(spark, CSV | JSON), COLUMNS, known).collect()]
    for row in sorted(lines, key=lambda row: row["line"]):
        by_file[row["_source_file"].removeprefix("raw/")].append(row)
    return by_file


def values(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def rescued(row: dict[str, Any]) -> Any:
    assert row["_quality"] == "rescued"
    return json.loads(row["_rescued_data"])


def test_quotes_hold_commas_and_doubled_quotes(rows: Rows) -> None:
    first, second, third = values(rows["quotes.csv"], "claim_id", "status", "treatment_notes")
    assert first == ("1", "Denied, partly", 'said "no"')
    assert second[:2] == ("2", "'Denied'")
    assert second[2] in ("", None)
    assert third == ("3", 'a"b', "c")


def test_stray_spaces_are_left_for_silver_to_repair(rows: Rows) -> None:
    assert values(rows["blanks.csv"], "claim_id", "status") == [(" 1 ", " Denied "), ("\t", None)]


def test_blank_lines_are_no_rows(rows: Rows) -> None:
    assert values(rows["blanks.csv"], "line") == [(1,), (4,)]
    assert values(rows["blank.jsonl"], "line") == [(2,)]


def test_a_line_with_too_many_values_is_kept_whole(rows: Rows) -> None:
    kept = values(rows["long.csv"], "_quality", "_corrupt_record", "_rescued_data")
    assert kept == [("corrupt", "1,Denied,Fine,more", None), ("parsed", None, None)]


def test_a_quote_left_open_spoils_its_own_line_only(rows: Rows) -> None:
    kept = values(rows["open_quote.csv"], "_quality", "_corrupt_record")
    assert kept == [("corrupt", '1,"Denied,Fine'), ("parsed", None)]


def test_a_header_repeated_within_its_file_is_no_row(rows: Rows) -> None:
    assert values(rows["twice.csv"], "claim_id") == [("1",), ("2",)]


def test_a_line_that_only_resembles_the_header_is_a_row(rows: Rows) -> None:
    kept = values(rows["other_header.csv"], "claim_id", "status")
    assert kept == [("claim_id", "status "), ("1", "Denied")]


def test_a_header_is_read_whatever_its_case_blanks_and_quotes(rows: Rows) -> None:
    assert values(rows["spelling.csv"], "claim_id", "status", "_quality") == [
        ("1", "Denied", "parsed")
    ]


def test_unknown_columns_are_kept_aside_where_they_hold_something(rows: Rows) -> None:
    both, neither, one = rows["unknown.csv"]
    assert rescued(both) == {"mood": "sad", "a `b`": "x"}
    assert (neither["_quality"], neither["_rescued_data"]) == ("parsed", None)
    assert rescued(one) == {"a `b`": "y"}


def test_a_column_without_a_name_is_kept_aside_by_its_place(rows: Rows) -> None:
    (row,) = rows["nameless.csv"]
    assert rescued(row) == {"column_2": "kept"}
    assert row["status"] == "Denied"


def test_of_columns_with_the_same_name_the_first_counts_and_none_is_lost(rows: Rows) -> None:
    (row,) = rows["same_name.csv"]
    assert row["claim_id"] == "1"
    assert sorted(rescued(row).values()) == ["2", "3"]


def test_unknown_columns_may_differ_in_case_only(rows: Rows) -> None:
    (row,) = rows["same_but_for_case.csv"]
    assert row["claim_id"] == "1"
    assert sorted(rescued(row).values()) == ["glad", "sad"]


def test_columns_named_like_ours_do_not_pass_for_ours(rows: Rows) -> None:
    row, short = rows["reserved.csv"]
    assert (row["claim_id"], row["_corrupt_record"]) == ("1", None)
    assert sorted(rescued(row).values()) == ["good", "was corrupt"]
    assert (short["_quality"], short["_corrupt_record"]) == ("corrupt", "2")


def test_letters_of_any_script_arrive(rows: Rows) -> None:
    assert values(rows["letters.csv"], "claim_id", "treatment_notes") == [("ü-1", "犬 is fine 🐕")]


def test_every_line_of_a_csv_without_header_is_kept_whole(rows: Rows) -> None:
    kept = values(rows["headless.csv"], "_quality", "_corrupt_record", "claim_id")
    assert kept == [("corrupt", "1,Denied", None), ("corrupt", "2,Denied", None)]


def test_json_values_arrive_as_texts(rows: Rows) -> None:
    plain, written, nested = rows["values.jsonl"]
    assert values([plain], "claim_id", "status", "is_emergency") == [("1", None, "true")]
    assert written["treatment_notes"] == "a\nb ü"
    assert json.loads(nested["line_items"]) == [{"amount": 1.10, "description": "Exam"}]
    assert {row["_quality"] for row in (plain, written, nested)} == {"parsed"}


def test_no_cent_of_a_json_number_is_lost(rows: Rows) -> None:
    amounts = [Decimal(row["claim_amount"]) for row in rows["values.jsonl"][:2]]
    assert amounts == [Decimal("10.50"), Decimal("9999999999.99")]


def test_an_object_without_fields_is_a_row_of_nulls(rows: Rows) -> None:
    row = rows["fields.jsonl"][0]
    assert {row[column] for column in COLUMNS} == {None}
    assert row["_quality"] == "parsed"


def test_an_unknown_field_is_kept_aside_even_when_null(rows: Rows) -> None:
    assert rescued(rows["fields.jsonl"][1]) == {"mood": None}


def test_a_field_in_another_case_is_kept_aside(rows: Rows) -> None:
    row = rows["fields.jsonl"][2]
    assert row["claim_id"] == "1"
    assert rescued(row) == {"Claim_ID": "2"}


def test_a_field_given_twice_does_not_stop_the_others(rows: Rows) -> None:
    row = rows["fields.jsonl"][3]
    assert row["claim_id"] in ("1", "2")
    assert row["_corrupt_record"] is None


def test_fields_named_like_ours_do_not_pass_for_ours(rows: Rows) -> None:
    row = rows["fields.jsonl"][4]
    assert row["_source_file"] == "raw/fields.jsonl"
    assert rescued(row) == {"_quality": "good", "_source_file": "mine"}


def test_a_byte_order_mark_is_no_part_of_the_object(rows: Rows) -> None:
    assert values(rows["bom.jsonl"], "claim_id", "_quality") == [("1", "parsed")]


@pytest.mark.parametrize("line", range(len(JSON["corrupt.jsonl"])), ids=JSON["corrupt.jsonl"])
def test_what_is_not_one_object_is_kept_whole(rows: Rows, line: int) -> None:
    row = rows["corrupt.jsonl"][line]
    assert (row["_quality"], row["_corrupt_record"]) == ("corrupt", JSON["corrupt.jsonl"][line])
    assert {row[column] for column in COLUMNS} == {None}


def test_a_file_of_one_object_may_span_lines(rows: Rows) -> None:
    assert values(rows["claims/1.json"], "claim_id", "status") == [("1", "Denied")]


def test_a_file_of_two_objects_is_kept_whole(rows: Rows) -> None:
    (row,) = rows["claims/2.json"]
    assert (row["_quality"], row["_corrupt_record"]) == ("corrupt", JSON["claims/2.json"][0])


def test_a_csv_whose_header_was_not_read_stops_the_query(spark: SparkSession) -> None:
    late = parsed(texts(spark, {"late.csv": [HEADER, "1,Denied,Fine"]}), COLUMNS, {})
    with pytest.raises(Exception, match=r"raw/late\.csv") as stopped:
        late.collect()
    assert is_late_file(stopped.value)

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import pools
from generator.arrow import strings
from generator.lines import as_bytes, csv_lines, json_lines
from generator.text import day, moment, money, tenths
from insurance.diagnoses import DIAGNOSES
from insurance.species import BREEDS

plain = st.text(st.characters(categories=("L", "N"), include_characters=" ,.;'-"), min_size=1)
rows = st.lists(st.tuples(st.none() | plain, plain), min_size=1, max_size=20)


@given(rows=rows)
def test_csv_lines_read_back_as_they_were(rows: list[tuple[str | None, str]]) -> None:
    columns = {name: strings([row[at] for row in rows]) for at, name in enumerate("ab")}
    read = csv.reader(csv_lines(columns).to_pylist())
    assert [tuple(row) for row in read] == [(first or "", second) for first, second in rows]


@given(rows=rows)
def test_json_lines_read_back_as_they_were(rows: list[tuple[str | None, str]]) -> None:
    columns = {name: strings([row[at] for row in rows]) for at, name in enumerate("ab")}
    read = [json.loads(line) for line in json_lines(columns, ()).to_pylist()]
    assert [(row["a"], row["b"]) for row in read] == rows


def test_native_columns_are_numbers_and_booleans() -> None:
    columns = {"amount": strings(["12.50", None]), "flag": strings(["true", "false"])}
    first, second = (json.loads(line) for line in json_lines(columns, columns).to_pylist())
    assert first == {"amount": 12.5, "flag": True}
    assert second == {"amount": None, "flag": False}


def test_changes_replace_lines_and_go_between_them() -> None:
    lines = strings(["one", "two", "three"])
    assert as_bytes(lines, []) == b"one\ntwo\nthree\n"
    changes = [(3, 3, "end"), (1, 2, "TWO"), (1, 1, "before two")]
    assert as_bytes(lines, changes) == b"one\nbefore two\nTWO\nthree\nend\n"


@given(cents=st.integers(0, 10**11), tenth=st.integers(0, 10**6))
def test_amounts_have_two_decimals_and_weights_one(cents: int, tenth: int) -> None:
    assert money(np.array([cents])).to_pylist() == [f"{cents // 100}.{cents % 100:02d}"]
    assert tenths(np.array([tenth])).to_pylist() == [f"{tenth / 10:.1f}"]


@given(
    at=st.datetimes(
        min_value=np.datetime64("1990-01-01", "s").item(),
        max_value=np.datetime64("2100-01-01", "s").item(),
    )
)
def test_days_and_moments_are_iso_8601_in_utc(at: np.datetime64) -> None:
    seconds = np.array([at], dtype="M8[s]")
    expected = np.datetime_as_string(seconds)[0]
    assert moment(seconds.astype(np.int64)).to_pylist() == [f"{expected}Z"]
    assert day(seconds.astype("M8[D]").astype(np.int64)).to_pylist() == [expected[:10]]


@pytest.mark.parametrize("unsafe", ['"', "\\", "\n", "\t"])
def test_no_pool_holds_a_character_that_would_need_escaping(unsafe: str) -> None:
    texts = [
        *pools.FIRST_NAMES,
        *pools.LAST_NAMES,
        *pools.STREET_NAMES,
        *pools.STREET_SUFFIXES,
        *pools.MALE_PET_NAMES,
        *pools.FEMALE_PET_NAMES,
        *pools.CLINIC_NAMES,
        *(place.city for place in pools.places()),
        *(color for breed in BREEDS for color in (breed.name, *breed.colors)),
        *(text for entry in DIAGNOSES.values() for text in (entry.description, entry.notes)),
    ]
    assert not [text for text in texts if unsafe in text]

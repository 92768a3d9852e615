"""Hostile statements: none sees a file outside the lake, or changes anything."""

from __future__ import annotations

import pytest

from lakehouse.errors import PetInsureError, QueryRefused
from lakehouse.serving import Console
from lakehouse.serving.guard import check
from lakehouse.settings import Settings
from lakehouse.storage import CONTAINERS, Lake, delta_url
from tests.lakehouse.serving.canary import Canary
from tests.lakehouse.serving.hostile_statements import FORMS, STATEMENTS


@pytest.fixture(scope="module")
def places(canary: Canary, lake: Settings) -> dict[str, str]:
    """What the statements name: the file, its folder, and a table's folder in the lake."""
    table = delta_url(lake, "gold", "customer_360_view")
    return {"{file}": str(canary.file), "{folder}": str(canary.file.parent), "{lake}": table}


def placed(statement: str, places: dict[str, str]) -> str:
    """A statement with its places filled in."""
    for mark, place in places.items():
        statement = statement.replace(mark, place)
    return statement


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_hostile_statement_is_refused(places: dict[str, str], statement: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        check(placed(statement, places))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_read_in_no_form_of_statement(
    console: Console, canary: Canary, form: str
) -> None:
    for source in canary.sources:
        with pytest.raises(PetInsureError) as refused:
            console.query(form.format(source=source))
        assert canary.secret not in str(refused.value)


def test_after_all_that_the_lake_is_as_it_was(
    console: Console, canary: Canary, lake: Settings, places: dict[str, str]
) -> None:
    before = [Lake(lake).files(container) for container in CONTAINERS]
    for statement in STATEMENTS:
        with pytest.raises(PetInsureError):
            console.query(placed(statement, places))
    assert [Lake(lake).files(container) for container in CONTAINERS] == before
    assert len(console.query("SHOW ALL TABLES").rows) == 23
    assert {path.name for path in canary.file.parent.iterdir()} == {
        "canary.csv",
        "canary.parquet",
    }


def test_what_only_looks_like_a_way_out_of_a_text_is_text(console: Console, canary: Canary) -> None:
    inside = f"' FROM read_text('{canary.file}') --"
    escaped = inside.replace("'", "''")
    assert console.query(f"SELECT '{escaped}'").rows == [(inside,)]
    assert console.query(f"SELECT $${inside}$$").rows == [(inside,)]
    [[seen]] = console.query(f"SELECT e'\\{escaped[1:]}'").rows
    assert canary.secret not in seen

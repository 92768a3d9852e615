from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from lakehouse.quality.judge import judged
from lakehouse.rules import PARSED, Rule

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Rows = dict[str, dict[str, Any]]

RULES = (
    PARSED,  # weighs 5
    Rule("error", "error", "error", "An error weighs 3."),
    Rule("warning", "warning", "warning", "A warning weighs 2."),
    Rule("repair", "repair", "repair", "A repair weighs 1."),
    Rule("heavy", "heavy", "warning", "This one weighs what it says.", weight=11),
)
"""Each reads the column of its name: true is kept, false broken, null does not apply."""

CASES: dict[str, tuple[str, list[bool | None], list[str], bool, str]] = {
    # name: quality; error, warning, repair, heavy; rules broken, valid, score
    "all kept": ("parsed", [True, True, True, True], [], True, "100.0"),
    "none applies": ("parsed", [None, None, None, None], [], True, "100.0"),
    "error": ("parsed", [False, True, True, None], ["error"], False, "72.7"),  # 8 of 11
    "warning": ("parsed", [True, False, True, None], ["warning"], True, "81.8"),  # 9 of 11
    "repair": ("parsed", [True, True, False, None], ["repair"], True, "90.9"),  # 10 of 11
    "own weight": ("parsed", [True, True, True, False], ["heavy"], True, "50.0"),  # 11 of 22
    "two": ("parsed", [True, False, True, False], ["warning", "heavy"], True, "40.9"),  # 9 of 22
    "half": ("parsed", [None, None, None, False], ["heavy"], True, "31.3"),  # 5 of 16 is 31.25
    "rescued": ("rescued", [False, True, True, True], ["error"], False, "86.4"),  # 19 of 22
    "all broken": (
        "parsed",
        [False, False, False, False],
        ["error", "warning", "repair", "heavy"],
        False,
        "22.7",  # 5 of 22
    ),
    "corrupt": ("corrupt", [None, None, None, None], ["parsed"], False, "0.0"),
    "corrupt in part": ("corrupt", [True, False, True, False], ["parsed"], False, "0.0"),
}


@pytest.fixture(scope="module")
def rows(spark: SparkSession) -> Rows:
    """Judged rows by the name of their case."""
    delivered = [(name, case[0], *case[1]) for name, case in CASES.items()]
    schema = "name string, _quality string, " + ", ".join(
        f"{rule.name} boolean" for rule in RULES[1:]
    )
    frame = judged(spark.createDataFrame(delivered, schema), RULES)
    return {row["name"]: row.asDict() for row in frame.collect()}


@pytest.mark.parametrize("name", CASES)
def test_broken_rules_are_named_in_the_order_of_their_declaration(rows: Rows, name: str) -> None:
    assert rows[name]["_rules_broken"] == CASES[name][2]


@pytest.mark.parametrize("name", CASES)
def test_only_a_broken_error_makes_a_row_invalid(rows: Rows, name: str) -> None:
    assert rows[name]["_is_valid"] is CASES[name][3]


@pytest.mark.parametrize("name", CASES)
def test_the_score_is_the_per_cent_of_the_applied_weight_that_was_passed(
    rows: Rows, name: str
) -> None:
    assert rows[name]["_quality_score"] == Decimal(CASES[name][4])


def test_the_rows_own_columns_are_left_as_they_were(rows: Rows) -> None:
    row = rows["own weight"]
    assert [row[rule.name] for rule in RULES[1:]] == CASES["own weight"][1]
    assert not [name for name in row if name.startswith("_check_")]

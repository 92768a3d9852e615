from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from pyspark.sql import functions as F

from lakehouse.columns import day, flag, moment, money, number, text, whole
from lakehouse.quality.conform import conformed
from lakehouse.table import METADATA

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Rows = dict[str, dict[str, Any]]

COLUMNS = {
    "text": text(),
    "lower": text(repair="lower"),
    "upper": text(repair="upper"),
    "title": text(repair="title"),
    "category": text(category=("Up to Date", "PayPal")),
    "phone": text(repair="phone"),
    "untouched": text(repair="none"),
    "money": money(),
    "whole": whole(),
    "number": number(),
    "day": day(),
    "moment": moment(),
    "flag": flag(),
}
TYPED = ("money", "whole", "number", "day", "moment", "flag")
BLANKS = ("", "   ", "\t", "\r\n", "\u00a0", "\u3000", "\ufeff", " \u00a0\t")

REPAIRED: list[tuple[str, str, str]] = [
    # column, as delivered, as repaired
    ("text", "\t12 Elm\r", "12 Elm"),
    ("text", "\u00a0Elm\u3000", "Elm"),
    ("text", "a  b \t c", "a b c"),
    ("lower", "ÉMILE@Example.COM", "émile@example.com"),
    ("upper", "tx", "TX"),
    ("title", "ann", "Ann"),
    ("title", "al", "Al"),
    ("title", "MARIE-CLAIRE", "Marie-Claire"),
    ("title", "mary  jane", "Mary Jane"),
    ("title", "o'brien", "O'Brien"),
    ("title", "D\u2019ARCY", "D\u2019Arcy"),
    ("title", "ST. MARY'S", "St. Mary's"),
    ("title", "the dogs' home", "The Dogs' Home"),
    ("title", "j.p. morgan", "J.P. Morgan"),
    ("title", "vets - north", "Vets - North"),
    ("title", "ÉMILE", "Émile"),
    ("category", "UP TO DATE", "Up to Date"),
    ("category", " paypal", "PayPal"),
    ("phone", "5125550100", "(512) 555-0100"),
    ("phone", "512.555.0100", "(512) 555-0100"),
    ("phone", "+1 (512) 555 0100", "(512) 555-0100"),
    ("phone", " (512) 555-0100", "(512) 555-0100"),
]
LEFT: list[tuple[str, str]] = [
    # column, as delivered and as it stays
    ("title", "AJ"),
    ("title", "J.P."),
    ("title", "McDonald"),
    ("title", "van der Berg"),
    ("title", "123"),
    ("category", "Cash"),
    ("phone", "555-0100"),
    ("phone", "512-555-0100 x12"),
    ("phone", "+44 20 7946 0958"),
    ("phone", "none"),
    ("untouched", "  As  It IS\t"),
    ("untouched", "   "),
]
READ: list[tuple[str, str, Any]] = [
    # column, as delivered, as read
    ("money", "10", Decimal("10.00")),
    ("money", " 12 ", Decimal("12.00")),
    ("money", "12\t", Decimal("12.00")),
    ("money", "\u00a012", Decimal("12.00")),
    ("money", "-0.5", Decimal("-0.50")),
    ("money", ".5", Decimal("0.50")),
    ("money", "1e5", Decimal("100000.00")),
    ("money", "0.1", Decimal("0.10")),
    ("money", "10.004", Decimal("10.00")),
    ("money", "10.005", Decimal("10.01")),
    ("money", "-10.005", Decimal("-10.01")),
    ("money", "9999999999.99", Decimal("9999999999.99")),
    ("number", "4.567", Decimal("4.57")),
    ("whole", "0012", 12),
    ("whole", " 12 ", 12),
    ("whole", "-3", -3),
    ("whole", "5.0", 5),
    ("whole", "1e5", 100000),
    ("whole", "2147483647", 2147483647),
    ("day", "2024-02-29", date(2024, 2, 29)),
    ("day", "2025-1-5", date(2025, 1, 5)),
    ("day", " 2025-05-01 ", date(2025, 5, 1)),
    ("day", "\t2025-05-01\r", date(2025, 5, 1)),
    ("day", "2025-05-01T23:30:00Z", date(2025, 5, 1)),
    ("day", "2025-05-01 00:00:00", date(2025, 5, 1)),
    ("moment", "2025-05-01", datetime(2025, 5, 1, tzinfo=UTC)),
    ("moment", "2025-05-01 10:20:30", datetime(2025, 5, 1, 10, 20, 30, tzinfo=UTC)),
    ("moment", "2025-05-01T10:20:30.5Z", datetime(2025, 5, 1, 10, 20, 30, 500000, tzinfo=UTC)),
    ("moment", "2025-05-01T10:20:30+02:00", datetime(2025, 5, 1, 8, 20, 30, tzinfo=UTC)),
    ("flag", "true", True),
    ("flag", " TRUE ", True),
    ("flag", "y", True),
    ("flag", "1", True),
    ("flag", "False", False),
    ("flag", "no", False),
    ("flag", "0", False),
]
UNREAD: list[tuple[str, str]] = [
    ("money", "$12"),
    ("money", "1,000.00"),
    ("money", "12 000"),
    ("money", "12.00 USD"),
    ("money", "NaN"),
    ("money", "Infinity"),
    ("money", "9999999999.995"),
    ("money", "1e400"),
    ("number", "25 lbs"),
    ("whole", "5.5"),
    ("whole", "2147483648"),
    ("whole", "1e400"),
    ("whole", "true"),
    ("day", "2025-02-29"),
    ("day", "2025-02-30"),
    ("day", "2025-13-01"),
    ("day", "2025"),
    ("day", "2025-05"),
    ("day", "20250501"),
    ("day", "05/01/2025"),
    ("day", "0025-05-01"),
    ("day", "9999-12-31"),
    ("day", "today"),
    ("day", "2025-05-01 or later"),
    ("moment", "2025-05-01T25:00:00Z"),
    ("moment", "2025-02-30 10:00:00"),
    ("moment", "1746093630"),
    ("flag", "2"),
    ("flag", "maybe"),
]


@pytest.fixture(scope="module")
def rows(spark: SparkSession) -> Rows:
    """Every text of this file conformed as every kind of column, by the text."""
    texts = {case[1] for case in [*REPAIRED, *LEFT, *READ, *UNREAD]} | set(BLANKS)
    delivered = spark.createDataFrame([(text,) for text in sorted(texts)], "value string")
    bronze = delivered.select(
        *[F.col("value").alias(name) for name in COLUMNS],
        *[F.lit(None).cast(c.type).alias(name) for name, c in METADATA["bronze"].items()],
    ).withColumn("_source_file", F.col("untouched"))
    return {row["_source_file"]: row.asDict() for row in conformed(bronze, COLUMNS).collect()}


@pytest.mark.parametrize(("column", "delivered", "repaired"), REPAIRED)
def test_a_text_is_repaired_and_that_is_noted(
    rows: Rows, column: str, delivered: str, repaired: str
) -> None:
    row = rows[delivered]
    assert row[column] == repaired
    assert row[f"_kept_{column}"] is False
    assert f"{column}: {delivered}" in row["_repairs"]


@pytest.mark.parametrize(("column", "delivered"), LEFT)
def test_a_text_that_cannot_be_bettered_is_left_alone(
    rows: Rows, column: str, delivered: str
) -> None:
    row = rows[delivered]
    assert row[column] == delivered
    assert row[f"_kept_{column}"] is True
    assert not [note for note in row["_repairs"] if note.startswith(f"{column}:")]


@pytest.mark.parametrize(("column", "delivered", "value"), READ)
def test_a_value_is_read_in_its_type(rows: Rows, column: str, delivered: str, value: Any) -> None:
    read = rows[delivered][column]
    assert (read.astimezone(UTC) if isinstance(read, datetime) else read) == value
    assert type(read) is type(value)
    assert rows[delivered][f"_read_{column}"] is True


@pytest.mark.parametrize(("column", "delivered"), UNREAD)
def test_a_text_that_is_not_of_the_type_is_null_and_told(
    rows: Rows, column: str, delivered: str
) -> None:
    assert rows[delivered][column] is None
    assert rows[delivered][f"_read_{column}"] is False


@pytest.mark.parametrize("column", TYPED)
@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_is_no_value_of_any_type(rows: Rows, blank: str, column: str) -> None:
    assert rows[blank][column] is None
    assert rows[blank][f"_read_{column}"] is None


@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_text_is_missing_and_no_repair(rows: Rows, blank: str) -> None:
    row = rows[blank]
    assert (row["text"], row["_kept_text"]) == (None, None)
    assert row["_repairs"] == []


def test_money_has_two_decimals(rows: Rows) -> None:
    exponents = {rows[delivered]["money"].as_tuple().exponent for _, delivered, _ in READ[:12]}
    assert exponents == {-2}

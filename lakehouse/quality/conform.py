"""Conforming: bronze texts become clean, typed values; what was repaired or unreadable is noted."""

from __future__ import annotations

from pyspark.sql import Column as Expression
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.columns import Column
from lakehouse.table import METADATA

WHITESPACE = " \t\r\n\u00a0\u3000\ufeff"
"""What spreadsheets and web pages leave around a value, non-breaking blanks included."""
PARTS_OF_A_NAME = r"([.-](?=\p{L})|['\u2019](?=\p{L}{2}))"
"""Where a name goes on with a capital: O'Brien, Mary-Jane, J.P.; but not Mary's."""
SEAM = "\u0001 "
"""A blank, behind which a capital follows, told from the name's own."""


def conformed(bronze: DataFrame, columns: dict[str, Column]) -> DataFrame:
    """Bronze rows with the declared columns repaired and typed, plus working columns.

    `_repairs` holds name and delivered text of repaired columns. Of each text, `_kept_<column>`
    says whether it came in its standard form; of each other column, `_read_<column>` whether its
    text is of its type (if not, the value is null). Both are null where nothing was delivered.
    """
    typed = bronze.select(
        *[standard(F.col(n), column).alias(n) for n, column in columns.items()],
        *[F.col(n).alias(f"_was_{n}") for n in columns],
        *METADATA["bronze"],
    )
    working: dict[str, Expression] = {}
    changes: list[Expression] = []
    for name, column in columns.items():
        value, was = F.col(name), F.col(f"_was_{name}")
        if column.type == "string":
            working[f"_kept_{name}"] = value == was
            changes.append(F.when(value != was, F.concat(F.lit(f"{name}: "), was)))
        else:
            unread = F.when(trimmed(was) != "", F.lit(False))
            working[f"_read_{name}"] = F.when(value.isNotNull(), F.lit(True)).otherwise(unread)
    noted = typed.withColumns(working | {"_repairs": present(changes)})
    return noted.drop(*[f"_was_{name}" for name in columns])


def standard(value: Expression, column: Column) -> Expression:
    """The value in the column's type and standard form; null where it is blank or unreadable."""
    if column.type != "string":
        return cast(trimmed(value), column.type)
    if column.repair == "none":
        return value
    text = unpadded(value)
    if column.repair == "lower":
        return F.lower(text)
    if column.repair == "upper":
        return F.upper(text)
    if column.repair == "title":
        return title(text)
    if column.repair == "phone":
        return phone(text)
    if column.repair == "category":
        return category(text, column.category)
    return text


def unpadded(value: Expression) -> Expression:
    """A text without stray spaces around or within it; null where nothing is left."""
    # Expressions that are costly for a whole table stand behind a cheap test here and below.
    within = F.when(value.contains("  "), F.regexp_replace(value, r"\s+", " ")).otherwise(value)
    return F.nullif(trimmed(within), F.lit(""))


def trimmed(value: Expression) -> Expression:
    """A text without the blanks around it."""
    return F.trim(value, F.lit(WHITESPACE))


def title(value: Expression) -> Expression:
    """A name all in small or all in capital letters with capital first ones; else the value itself.

    Two capitals are left alone: they may be initials.
    """
    capitals = (value == F.upper(value)) & (F.length(value) > 2)
    parted = F.regexp_replace(value, PARTS_OF_A_NAME, f"$1{SEAM}")
    joined = F.replace(F.initcap(parted), F.lit(SEAM), F.lit(""))
    return F.when((value == F.lower(value)) | capitals, joined).otherwise(value)


def category(value: Expression, values: tuple[str, ...]) -> Expression:
    """The spelling of the category that equals the value but for case; else the value itself."""
    pairs = [literal for name in values for literal in (F.lit(name.lower()), F.lit(name))]
    return F.coalesce(F.try_element_at(F.create_map(*pairs), F.lower(value)), value)


def phone(value: Expression) -> Expression:
    """A ten-digit US number as (512) 555-0100, whatever its punctuation; else the value itself."""
    digits = F.regexp_replace(F.regexp_replace(value, r"\D", ""), r"^1(?=\d{10}$)", "")
    shaped = F.regexp_replace(digits, r"^(\d{3})(\d{3})(\d{4})$", "($1) $2-$3")
    is_standard = value.rlike(r"^\(\d{3}\) \d{3}-\d{4}$")
    return F.when(~is_standard & (F.length(digits) == 10), shaped).otherwise(value)


def cast(value: Expression, type_: str) -> Expression:
    """The value in a type, or null where it is not of that type."""
    if type_ in ("date", "timestamp"):
        # Spark would take 2024 for its first of January and 20240101 for a year.
        full = (F.instr(value, "-") == 5) & (F.length(value) >= 8) & value.between("1000", "3000")
        if type_ == "date":
            # Spark would take any text behind a day for a time of that day.
            full &= (F.length(value) <= 10) | value.try_cast("timestamp").isNotNull()
        return F.when(full, value.try_cast(type_))
    if type_ == "int":
        # A JSON number may arrive as 5.0; by way of a decimal both spellings are whole.
        exact = value.try_cast("decimal(20,4)")
        return F.when(exact == F.floor(exact), exact.try_cast("int"))
    return value.try_cast(type_)


def present(values: list[Expression]) -> Expression:
    """Array of those of the texts that are not null."""
    none = F.array(F.lit(None).cast("string"))
    return F.array_except(F.array(*values), none) if values else F.array().cast("array<string>")

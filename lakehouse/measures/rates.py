"""Rates: quotients exact to two decimals, null where there is nothing to divide by."""

from __future__ import annotations

from pyspark.sql import Column
from pyspark.sql import functions as F

WIDE = "decimal(18,2)"


def rate(part: Column, whole: Column) -> Column:
    """Part per whole, two decimals; null where the whole is zero or missing."""
    return F.round(F.try_divide(part.cast(WIDE), whole.cast(WIDE)), 2)


def percentage(part: Column, whole: Column) -> Column:
    """Part of the whole in per cent, two decimals; null where the whole is zero or missing."""
    return rate(100 * part.cast(WIDE), whole)


def count_if(condition: Column) -> Column:
    """How many rows of a group meet the condition."""
    return F.count(F.when(condition, 1))


def sum_if(condition: Column, amount: Column) -> Column:
    """Sum of an amount over the rows of a group that meet the condition; zero where none does."""
    return F.sum(F.when(condition, amount).otherwise(0))

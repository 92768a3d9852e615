"""Measures of policies: cover in force and earned premium, both by dates, never by status."""

from __future__ import annotations

from datetime import date

from pyspark.sql import Column
from pyspark.sql import functions as F


def end_date() -> Column:
    """First day without cover: expiration or, if earlier, cancellation."""
    return F.least("expiration_date", "cancellation_date")


def in_force(day: Column) -> Column:
    """Whether a policy covers a day."""
    return (F.col("effective_date") <= day) & (day < end_date())


def annual_premium() -> Column:
    """Twelve monthly premiums, US dollars."""
    return 12 * F.col("monthly_premium")


def covered_days(as_of: date) -> Column:
    """Days a policy was in force up to as_of, itself not counted."""
    days = F.datediff(F.least(end_date(), F.lit(as_of)), F.col("effective_date"))
    return F.greatest(days, F.lit(0))


def earned_by_month(as_of: date) -> Column:
    """Array of the calendar months of a policy's cover up to as_of, as structs.

    `month` is its first day; `earned_premium` = round(monthly premium * days in force / days in
    the month, 2), days counted in [effective, min(expiration, cancellation, as_of)); `is_new`
    marks the first month unless the policy renews another; `in_force` says whether the policy
    covers the month's last day, or as_of if that is earlier. Empty where cover does not
    begin by as_of.
    """
    start, end, today = F.col("effective_date"), end_date(), F.lit(as_of)
    first_term = F.coalesce("renewal_count", F.lit(0)) == 0
    last = F.least(F.date_sub(end, 1), today)
    months = F.sequence(F.trunc(start, "MM"), F.trunc(last, "MM"), F.expr("INTERVAL 1 MONTH"))

    def in_month(month: Column) -> Column:
        last_day = F.last_day(month)
        days = F.datediff(F.least(end, today, F.date_add(last_day, 1)), F.greatest(start, month))
        earned = F.col("monthly_premium") * days / F.dayofmonth(last_day)
        return F.struct(
            month.alias("month"),
            F.round(earned, 2).cast("decimal(12,2)").alias("earned_premium"),
            (first_term & (month == F.trunc(start, "MM"))).alias("is_new"),
            in_force(F.least(last_day, today)).alias("in_force"),
        )

    return F.when(start <= last, F.transform(months, in_month)).otherwise(F.array())


def earned_premium(as_of: date) -> Column:
    """Premium a policy earned up to as_of, US dollars: the sum of `earned_by_month`."""
    return F.aggregate(
        earned_by_month(as_of),
        F.lit(0).cast("decimal(12,2)"),
        lambda total, month: (total + month["earned_premium"]).cast("decimal(12,2)"),
    )

"""Measures of claims: what counts as paid, decided or denied, and the sums of a group."""

from __future__ import annotations

from pyspark.sql import Column
from pyspark.sql import functions as F

from lakehouse.measures.rates import count_if, percentage

PAID_STATUSES = ("Approved", "Partially Approved")
"""Claims of these statuses are paid, others are not, whatever their paid amount says."""


def is_approved() -> Column:
    """Approved in full or in part."""
    return F.col("status").isin(*PAID_STATUSES)


def is_denied() -> Column:
    """Denied."""
    return F.col("status") == "Denied"


def is_decided() -> Column:
    """Approved, partly approved or denied: the claims that rates are over."""
    return is_approved() | is_denied()


def paid_amount() -> Column:
    """What was paid on a claim in US dollars; zero unless it is approved."""
    return F.when(is_approved(), F.coalesce("paid_amount", F.lit(0))).otherwise(0)


def out_of_pocket() -> Column:
    """What the customer bears of a claim in US dollars; null before the decision."""
    return F.when(is_decided(), F.col("claim_amount") - paid_amount())


def claim_totals() -> dict[str, Column]:
    """Aggregates that every table with totals of claims has, by column name."""
    return {
        "total_claims": F.count(F.lit(1)),
        "total_claim_amount": F.sum("claim_amount"),
        "total_paid_amount": F.sum(paid_amount()),
        "approved_claims": count_if(is_approved()),
        "denied_claims": count_if(is_denied()),
        "emergency_claims": count_if(F.col("is_emergency")),
    }


def approval_rate() -> Column:
    """Per cent of the decided claims that were approved, from `claim_totals`."""
    return percentage(F.col("approved_claims"), F.col("approved_claims") + F.col("denied_claims"))


def denial_rate() -> Column:
    """Per cent of the decided claims that were denied, from `claim_totals`."""
    return percentage(F.col("denied_claims"), F.col("approved_claims") + F.col("denied_claims"))


def loss_ratio() -> Column:
    """100 * paid amount / earned premium; null where nothing is earned."""
    return percentage(F.col("total_paid_amount"), F.col("earned_premium"))

"""Risk of a customer: points of five components, together 0 to 100."""

from __future__ import annotations

from pyspark.sql import Column
from pyspark.sql import functions as F

from lakehouse.measures.claims import loss_ratio
from lakehouse.measures.rates import WIDE
from lakehouse.thresholds import Threshold

FREQUENCY = Threshold(
    "frequency_points at most", 30, "points", "How often a customer claims tells most of next year."
)
FULL_FREQUENCY = Threshold(
    "claims a year for all frequency points",
    6,
    "claims per year of cover",
    "One every other month: far above what a healthy pet needs.",
)
LEAST_COVER = Threshold(
    "least cover counted", 365, "days", "A single claim in a first month is no high frequency."
)
LOSS = Threshold(
    "loss_points at most",
    30,
    "points",
    "Paid against earned is the test of the price.",
)
FULL_LOSS = Threshold(
    "loss ratio for all loss points",
    200,
    "per cent",
    "Twice the premium is not earned back.",
)
HEALTH = Threshold(
    "health_points at most", 20, "points", "Age and known conditions announce claims not made yet."
)
EMERGENCY = Threshold(
    "emergency_points at most", 10, "points", "Emergencies cost a multiple of planned care."
)
DENIAL = Threshold(
    "denial_points at most", 10, "points", "Claims that do not stand up cost work and trust."
)
FULL_SHARE = Threshold(
    "share for all emergency or denial points",
    50,
    "per cent of claims",
    "Every other claim an emergency, or every other decided one denied.",
)
THRESHOLDS = (
    FREQUENCY,
    FULL_FREQUENCY,
    LEAST_COVER,
    LOSS,
    FULL_LOSS,
    HEALTH,
    EMERGENCY,
    DENIAL,
    FULL_SHARE,
)


def claims_per_year() -> Column:
    """Claims per year of cover; less than a year of cover counts as a year."""
    days = F.greatest(F.col("covered_days"), F.lit(LEAST_COVER.value))
    return F.round(F.col("total_claims").cast(WIDE) * LEAST_COVER.value / days, 2)


def risk_points() -> dict[str, Column]:
    """Each component's points, one decimal, from the measures of `with_measures`."""
    decided = F.col("approved_claims") + F.col("denied_claims")
    senior = _share(F.col("senior_pets"), F.col("living_pets"))
    conditions = _share(F.col("pets_with_conditions"), F.col("total_pets"))
    health = HEALTH.value * (senior + conditions) / 2
    return {
        "frequency_points": _scaled(FREQUENCY, claims_per_year(), FULL_FREQUENCY),
        "loss_points": _scaled(LOSS, loss_ratio(), FULL_LOSS),
        "health_points": F.round(health, 1).cast("decimal(4,1)"),
        "emergency_points": _scaled(
            EMERGENCY,
            100 * _share(F.col("emergency_claims"), F.col("total_claims")),
            FULL_SHARE,
        ),
        "denial_points": _scaled(DENIAL, 100 * _share(F.col("denied_claims"), decided), FULL_SHARE),
    }


def risk_score() -> Column:
    """Sum of all points, 0 to 100."""
    total = F.lit(0).cast("decimal(5,1)")
    for points in risk_points().values():
        total = total + points
    return total.cast("decimal(5,1)")


def _share(part: Column, whole: Column) -> Column:
    return F.coalesce(
        F.try_divide(part.cast("decimal(10,2)"), whole.cast("decimal(10,2)")), F.lit(0)
    )


def _scaled(most: Threshold, measure: Column, full: Threshold) -> Column:
    """Points in proportion to the measure, at most all; none where the measure is missing."""
    reached = F.greatest(F.least(F.coalesce(measure, F.lit(0)), F.lit(full.value)), F.lit(0))
    points = most.value * reached.cast("decimal(10,4)") / full.value
    return F.round(points, 1).cast("decimal(4,1)")

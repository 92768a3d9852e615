"""Gold risk scoring: how risky each customer is to insure, and why."""

from __future__ import annotations

from datetime import date

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.columns import Column, number, percent, text, whole
from lakehouse.measures.claims import loss_ratio
from lakehouse.measures.customers import with_measures
from lakehouse.measures.risk import THRESHOLDS, claims_per_year, risk_points, risk_score
from lakehouse.table import gold
from lakehouse.thresholds import Threshold

MEDIUM = Threshold("Medium from", 20, "points", "Somewhat above what the average customer has.")
HIGH = Threshold("High from", 40, "points", "About one customer in ten: reviewed at renewal.")
CRITICAL = Threshold("Critical from", 60, "points", "Few enough for an underwriter to see each.")

ACTIONS = {
    "Critical": "Refer to underwriting",
    "High": "Review at renewal",
    "Medium": "Watch claims",
    "Low": "Keep on standard terms",
}
"""What is recommended for each category."""


def _points(comment: str) -> Column:
    return Column("decimal(4,1)", comment)


@gold(
    description="Risk of each customer from 0 to 100, with the points of every component.",
    grain="one row per customer",
    key="customer_id",
    columns={
        "customer_id": text("Customer."),
        "full_name": text("Given and family name.", personal=True),
        "state": text("US state the customer lives in."),
        "total_pets": whole("Pets of the customer."),
        "active_policies": whole("Policies in force on the lake's as_of date."),
        "total_claims": whole("Claims of every status."),
        "claims_per_year": number("Claims per year of cover, less than a year counted as one."),
        "loss_ratio": percent("Paid amount in per cent of the earned premium."),
        "frequency_points": _points("Points for frequent claims, 0 to 30."),
        "loss_points": _points("Points for a high loss ratio, 0 to 30."),
        "health_points": _points("Points for senior pets and known conditions, 0 to 20."),
        "emergency_points": _points("Points for the share of emergencies, 0 to 10."),
        "denial_points": _points("Points for the share of denied claims, 0 to 10."),
        "risk_score": Column("decimal(5,1)", "Sum of all points, 0 (none) to 100 (highest)."),
        "risk_category": text("Low, Medium, High or Critical, by risk score."),
        "recommended_action": text("What to do about the customer's risk."),
    },
    view="vw_risk_scoring",
    aggregation="risk_scoring",
    constraints={"risk_score_in_range": "risk_score BETWEEN 0 AND 100"},
    thresholds=(*THRESHOLDS, MEDIUM, HIGH, CRITICAL),
)
def risk_scoring(
    dim_customers: DataFrame,
    dim_pets: DataFrame,
    dim_policies: DataFrame,
    fact_claims: DataFrame,
    as_of: date,
) -> DataFrame:
    """Points of each component, their sum, its category and the action that goes with it."""
    measured = with_measures(dim_customers, dim_pets, dim_policies, fact_claims, as_of)
    scored = measured.withColumns(
        risk_points()
        | {
            "full_name": F.concat_ws(" ", "first_name", "last_name"),
            "claims_per_year": claims_per_year(),
            "loss_ratio": loss_ratio(),
            "risk_score": risk_score(),
        }
    )
    score = F.col("risk_score")
    category = (
        F.when(score >= CRITICAL.value, "Critical")
        .when(score >= HIGH.value, "High")
        .when(score >= MEDIUM.value, "Medium")
        .otherwise("Low")
    )
    actions = F.create_map(*[F.lit(text) for pair in ACTIONS.items() for text in pair])
    return scored.withColumn("risk_category", category).withColumn(
        "recommended_action", actions[F.col("risk_category")]
    )

"""Gold customer 360: everything the insurer knows of a customer, in one row."""

from __future__ import annotations

from datetime import date

from pyspark.sql import Column as Expression
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.columns import Column, day, flag, money, percent, text, whole
from lakehouse.measures.claims import loss_ratio
from lakehouse.measures.customers import with_measures
from lakehouse.measures.risk import risk_score
from lakehouse.table import gold
from lakehouse.thresholds import Threshold

PLATINUM = Threshold("Platinum from", 1000, "US dollars a year", "Sales' tiers of premium.")
GOLD = Threshold("Gold from", 500, "US dollars a year", "Sales' tiers of premium.")
SILVER = Threshold("Silver from", 200, "US dollars a year", "Sales' tiers of premium.")

RENEWAL_SOON = Threshold(
    "renewal soon within", 60, "days", "The renewal letter goes out two months ahead."
)
NEW_COVER = Threshold(
    "new cover up to", 365, "days", "Most who leave do so before their second policy year."
)
HIGH_CHURN = Threshold(
    "High churn risk from",
    3,
    "signals",
    "Signals: renewal soon, claim denied within a year, new cover, nothing ever paid.",
)
MEDIUM_CHURN = Threshold("Medium churn risk from", 2, "signals", "One signal alone is common.")


@gold(
    description="One view of each customer: contact, pets, cover, claims, value and risk.",
    grain="one row per customer",
    key="customer_id",
    columns={
        "customer_id": text("Customer."),
        "full_name": text("Given and family name.", personal=True),
        "email": text("E-mail address the customer is reached at.", personal=True),
        "phone": text("Telephone number.", personal=True),
        "city": text("City of residence.", personal=True),
        "state": text("US state, two letters."),
        "preferred_contact": text("Channel the customer prefers."),
        "marketing_opt_in": flag("Whether the customer agreed to marketing."),
        "customer_segment": text("Segment the sales department assigned."),
        "customer_since": day("Day the customer first signed a policy."),
        "total_pets": whole("Pets of the customer."),
        "total_dogs": whole("Dogs among them."),
        "total_cats": whole("Cats among them."),
        "total_policies": whole("Policies, past and present."),
        "active_policies": whole("Policies in force on the lake's as_of date, judged by dates."),
        "annual_premium": money("Twelve monthly premiums of the policies in force, US dollars."),
        "earned_premium": money("Premium earned up to the lake's as_of date, US dollars."),
        "total_claims": whole("Claims of every status."),
        "total_claim_amount": money("Amount of all claims, US dollars."),
        "total_paid_amount": money("Amount paid on approved claims, US dollars."),
        "denied_claims": whole("Claims that were denied."),
        "emergency_claims": whole("Claims for emergencies."),
        "first_claim_date": day("Day of the first treatment claimed."),
        "last_claim_date": day("Day of the latest treatment claimed."),
        "loss_ratio": percent("Paid amount in per cent of the earned premium."),
        "customer_value_tier": text("Platinum, Gold, Silver or Bronze, by annual premium."),
        "risk_score": Column("decimal(5,1)", "Risk from 0 (none) to 100 (highest)."),
        "churn_risk": text("Low, Medium or High; Lapsed or Not insured without cover in force."),
        "days_until_renewal": whole("Days from as_of to the next expiration of a policy in force."),
    },
    view="vw_customer_360",
    aggregation="customer_360",
    alias="customer_360",
    constraints={"claim_amount_not_negative": "total_claim_amount >= 0"},
    thresholds=(PLATINUM, GOLD, SILVER, RENEWAL_SOON, NEW_COVER, HIGH_CHURN, MEDIUM_CHURN),
)
def customer_360_view(
    dim_customers: DataFrame,
    dim_pets: DataFrame,
    dim_policies: DataFrame,
    fact_claims: DataFrame,
    as_of: date,
) -> DataFrame:
    """Measures of every customer, with value tier, risk score and churn risk."""
    measured = with_measures(dim_customers, dim_pets, dim_policies, fact_claims, as_of)
    return measured.withColumns(
        {
            "full_name": F.concat_ws(" ", "first_name", "last_name"),
            "loss_ratio": loss_ratio(),
            "customer_value_tier": value_tier(),
            "risk_score": risk_score(),
            "churn_risk": churn_risk(as_of),
            "days_until_renewal": days_until_renewal(as_of),
        }
    )


def value_tier() -> Expression:
    """Tier of a customer by annual premium in force."""
    premium = F.col("annual_premium")
    return (
        F.when(premium >= PLATINUM.value, "Platinum")
        .when(premium >= GOLD.value, "Gold")
        .when(premium >= SILVER.value, "Silver")
        .otherwise("Bronze")
    )


def days_until_renewal(as_of: date) -> Expression:
    """Days to the next expiration of a policy that is in force and not cancelled."""
    return F.datediff("next_renewal_date", F.lit(as_of))


def churn_risk(as_of: date) -> Expression:
    """How likely a customer leaves, by the number of signals that speak for it."""
    signals = (
        F.coalesce(days_until_renewal(as_of) <= RENEWAL_SOON.value, F.lit(False)),
        F.col("recent_denied_claims") > 0,
        F.datediff(F.lit(as_of), "first_cover_date") < NEW_COVER.value,
        F.col("total_paid_amount") == 0,
    )
    count = sum((signal.cast("int") for signal in signals), F.lit(0))
    return (
        F.when((F.col("active_policies") == 0) & (F.col("last_cover_date") <= as_of), "Lapsed")
        .when(F.col("active_policies") == 0, "Not insured")
        .when(count >= HIGH_CHURN.value, "High")
        .when(count >= MEDIUM_CHURN.value, "Medium")
        .otherwise("Low")
    )

"""Gold cross-sell: what to offer each customer next, why, and what it would bring."""

from __future__ import annotations

from datetime import date

from pyspark.sql import Column as Expression
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.columns import flag, money, text
from lakehouse.measures.customers import with_measures
from lakehouse.measures.policies import annual_premium, end_date, in_force
from lakehouse.measures.rates import count_if
from lakehouse.table import gold
from lakehouse.thresholds import Threshold

DOG_PREMIUM = Threshold(
    "premium of another dog", 792, "US dollars a year", "Standard plan, average dog of two years."
)
CAT_PREMIUM = Threshold(
    "premium of another cat", 450, "US dollars a year", "Standard plan, average cat of two years."
)
WELLNESS_PREMIUM = Threshold(
    "premium of wellness cover", 180, "US dollars a year and policy", "15 dollars a month."
)
UPGRADES = {
    "Basic": Threshold(
        "Basic to Standard", 43, "per cent of the premium", "Ratio of the plans' prices."
    ),
    "Standard": Threshold(
        "Standard to Premium", 24, "per cent of the premium", "Ratio of the plans' prices."
    ),
    "Premium": Threshold(
        "Premium to Unlimited", 19, "per cent of the premium", "Ratio of the plans' prices."
    ),
}
"""What the next better plan costs more, by the plan in force."""
BURDEN = Threshold(
    "upgrade offered from",
    500,
    "US dollars borne in a year",
    "Bills hurt more than the premium.",
)
HIGH = Threshold("High priority from", 400, "US dollars a year", "Worth a call.")
MEDIUM = Threshold("Medium priority from", 150, "US dollars a year", "Worth a letter of its own.")


@gold(
    description="Opportunities to sell: cover for more pets, better plans, wellness, win-back.",
    grain="one row per customer and opportunity",
    key=("customer_id", "opportunity"),
    columns={
        "customer_id": text("Customer."),
        "opportunity": text("New policy, Win back, Plan upgrade or Wellness cover."),
        "full_name": text("Given and family name.", personal=True),
        "preferred_contact": text("Channel the customer prefers."),
        "marketing_opt_in": flag("Whether the customer agreed to marketing."),
        "recommendation": text("What to offer."),
        "reason": text("Why the customer may want it."),
        "estimated_annual_revenue": money("Additional premium a year, US dollars."),
        "priority": text("High, Medium or Low, by estimated revenue."),
    },
    view="vw_cross_sell",
    aggregation="cross_sell",
    constraints={"revenue_not_negative": "estimated_annual_revenue >= 0"},
    thresholds=(
        DOG_PREMIUM,
        CAT_PREMIUM,
        WELLNESS_PREMIUM,
        *UPGRADES.values(),
        BURDEN,
        HIGH,
        MEDIUM,
    ),
)
def cross_sell_recommendations(
    dim_customers: DataFrame,
    dim_pets: DataFrame,
    dim_policies: DataFrame,
    fact_claims: DataFrame,
    as_of: date,
) -> DataFrame:
    """A row for each opportunity that applies to a customer."""
    measured = with_measures(dim_customers, dim_pets, dim_policies, fact_claims, as_of)
    offers = F.array_compact(F.array(_new_policy(), _win_back(), _upgrade(), _wellness()))
    revenue = F.col("estimated_annual_revenue")
    return (
        measured.join(_uninsured(dim_pets, dim_policies, as_of), "customer_id", "left")
        .join(_upgradable(dim_policies, as_of), "customer_id", "left")
        .withColumn("_ended", F.coalesce(F.col("last_cover_date") <= as_of, F.lit(False)))
        .select("*", F.inline(offers))
        .withColumn("full_name", F.concat_ws(" ", "first_name", "last_name"))
        .withColumn(
            "priority",
            F.when(revenue >= HIGH.value, "High")
            .when(revenue >= MEDIUM.value, "Medium")
            .otherwise("Low"),
        )
    )


def _uninsured(pets: DataFrame, policies: DataFrame, as_of: date) -> DataFrame:
    """Living pets without a policy in force, by customer, and what covering them would bring."""
    insured = policies.where(end_date() > as_of).select("pet_id")
    premium = F.when(F.col("species") == "Dog", DOG_PREMIUM.value).otherwise(CAT_PREMIUM.value)
    return (
        pets.where("is_active")
        .join(insured, "pet_id", "left_anti")
        .groupBy("customer_id")
        .agg(F.count(F.lit(1)).alias("uninsured_pets"), F.sum(premium).alias("uninsured_premium"))
    )


def _upgradable(policies: DataFrame, as_of: date) -> DataFrame:
    """Policies in force that a better plan or wellness cover could replace, by customer."""
    percent = F.create_map(*[F.lit(x) for n, t in UPGRADES.items() for x in (n, t.value)])
    uplift = annual_premium() * F.coalesce(F.try_element_at(percent, "plan_name"), F.lit(0)) / 100
    return (
        policies.where(in_force(F.lit(as_of)))
        .groupBy("customer_id")
        .agg(
            F.round(F.sum(uplift), 2).alias("upgrade_premium"),
            count_if(~F.col("includes_wellness")).alias("policies_without_wellness"),
        )
    )


def _new_policy() -> Expression:
    applies = (F.col("uninsured_pets") > 0) & ~_lapsed()
    return _offer(
        applies,
        "New policy",
        F.lit("Offer cover for the pets without a policy"),
        F.format_string("Pets without cover: %d of %d", "uninsured_pets", "living_pets"),
        F.col("uninsured_premium"),
    )


def _win_back() -> Expression:
    return _offer(
        (F.col("uninsured_pets") > 0) & _lapsed(),
        "Win back",
        F.lit("Offer to take up cover again"),
        F.concat(F.lit("Cover ended on "), F.col("last_cover_date").cast("string")),
        F.col("uninsured_premium"),
    )


def _upgrade() -> Expression:
    burden = F.col("recent_out_of_pocket")
    return _offer(
        (F.col("upgrade_premium") > 0) & (burden >= BURDEN.value),
        "Plan upgrade",
        F.lit("Offer the next better plan"),
        F.concat(F.lit("Bore "), F.format_number(burden, 2), F.lit(" dollars of bills in a year")),
        F.col("upgrade_premium"),
    )


def _wellness() -> Expression:
    denied = F.col("wellness_denials") > 0
    reason = F.when(denied, "A wellness claim was denied").otherwise("Has a pet in its first year")
    return _offer(
        (F.col("policies_without_wellness") > 0) & (denied | (F.col("young_pets") > 0)),
        "Wellness cover",
        F.lit("Offer cover for routine care"),
        reason,
        F.col("policies_without_wellness") * WELLNESS_PREMIUM.value,
    )


def _lapsed() -> Expression:
    return (F.col("active_policies") == 0) & F.col("_ended")


def _offer(
    applies: Expression, name: str, what: Expression, why: Expression, revenue: Expression
) -> Expression:
    fields = {
        "opportunity": F.lit(name),
        "recommendation": what,
        "reason": why,
        "estimated_annual_revenue": revenue.cast("decimal(12,2)"),
    }
    return F.when(applies, F.struct(*[value.alias(field) for field, value in fields.items()]))

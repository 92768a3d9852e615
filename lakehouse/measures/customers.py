"""Measures of customers: one wide row each, from which several gold tables take what they need."""

from __future__ import annotations

from datetime import date

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.measures.claims import claim_totals, is_denied, out_of_pocket
from lakehouse.measures.pets import life_stage
from lakehouse.measures.policies import (
    annual_premium,
    covered_days,
    earned_premium,
    end_date,
    in_force,
)
from lakehouse.measures.rates import count_if, sum_if

NO_WELLNESS = "Wellness not included in plan"


def with_measures(
    customers: DataFrame, pets: DataFrame, policies: DataFrame, claims: DataFrame, as_of: date
) -> DataFrame:
    """Every customer with measures of pets, policies and claims; zeros where there are none."""
    totals = [pet_totals(pets, as_of), policy_totals(policies, as_of), claim_sums(claims, as_of)]
    for total in totals:
        customers = customers.join(total, "customer_id", "left")
    counted = [n for total in totals for n in total.columns if not n.endswith(("_id", "_date"))]
    return customers.withColumns({n: F.coalesce(n, F.lit(0)) for n in counted})


def pet_totals(pets: DataFrame, as_of: date) -> DataFrame:
    """Pets by customer."""
    stage = life_stage(F.col("species"), F.col("date_of_birth"), F.lit(as_of))
    return pets.groupBy("customer_id").agg(
        F.count(F.lit(1)).alias("total_pets"),
        count_if(F.col("species") == "Dog").alias("total_dogs"),
        count_if(F.col("species") == "Cat").alias("total_cats"),
        count_if(F.col("is_active")).alias("living_pets"),
        count_if(F.col("is_active") & (stage == "Young")).alias("young_pets"),
        count_if(F.col("is_active") & (stage == "Senior")).alias("senior_pets"),
        count_if(F.lower("pre_existing_conditions") != "none").alias("pets_with_conditions"),
    )


def policy_totals(policies: DataFrame, as_of: date) -> DataFrame:
    """Policies by customer; in force is judged on as_of."""
    active = in_force(F.lit(as_of))
    renewing = active & F.col("cancellation_date").isNull()
    return policies.groupBy("customer_id").agg(
        F.count(F.lit(1)).alias("total_policies"),
        count_if(active).alias("active_policies"),
        sum_if(active, annual_premium()).alias("annual_premium"),
        F.sum(earned_premium(as_of)).alias("earned_premium"),
        F.sum(covered_days(as_of)).alias("covered_days"),
        F.min("effective_date").alias("first_cover_date"),
        F.max(end_date()).alias("last_cover_date"),
        F.min(F.when(renewing, F.col("expiration_date"))).alias("next_renewal_date"),
    )


def claim_sums(claims: DataFrame, as_of: date) -> DataFrame:
    """Claims of every status by customer; recent ones are of the year up to as_of."""
    recent = F.col("service_date") >= F.add_months(F.lit(as_of), -12)
    return claims.groupBy("customer_id").agg(
        *[total.alias(name) for name, total in claim_totals().items()],
        count_if(recent & is_denied()).alias("recent_denied_claims"),
        sum_if(recent, out_of_pocket()).alias("recent_out_of_pocket"),
        count_if(F.col("denial_reason") == NO_WELLNESS).alias("wellness_denials"),
        F.min("service_date").alias("first_claim_date"),
        F.max("service_date").alias("last_claim_date"),
    )

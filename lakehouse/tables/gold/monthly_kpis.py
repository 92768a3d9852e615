"""Gold monthly KPIs: the figures of the business by calendar month."""

from __future__ import annotations

from datetime import date

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.columns import day, money, number, percent, text, whole
from lakehouse.measures.claims import (
    approval_rate,
    claim_totals,
    denial_rate,
    is_decided,
    loss_ratio,
)
from lakehouse.measures.policies import earned_by_month
from lakehouse.measures.rates import count_if, rate
from lakehouse.table import gold


@gold(
    description="Claims by month of treatment, beside the month's policies and earned premium.",
    grain="one row per calendar month",
    key="month",
    columns={
        "month": day("First day of the month."),
        "year_month": text("The month as yyyy-MM."),
        "total_claims": whole("Claims of every status treated in the month."),
        "claiming_customers": whole("Customers with such a claim."),
        "total_claim_amount": money("Amount of the claims, US dollars."),
        "total_paid_amount": money("Amount paid on approved claims, US dollars."),
        "average_claim_amount": money("Average amount of a claim, US dollars."),
        "approved_claims": whole("Claims approved in full or in part."),
        "denied_claims": whole("Claims denied."),
        "emergency_claims": whole("Claims for emergencies."),
        "approval_rate": percent("Approved claims in per cent of the decided ones."),
        "denial_rate": percent("Denied claims in per cent of the decided ones."),
        "average_processing_days": number("Average days from submission to decision."),
        "earned_premium": money("Premium earned in the month up to as_of, US dollars."),
        "loss_ratio": percent("Paid amount in per cent of the earned premium."),
        "new_policies": whole("Policies whose cover began in the month, renewals left out."),
        "active_policies": whole("Policies in force on the month's last day, or on as_of."),
    },
    view="vw_monthly_kpis",
    aggregation="monthly_kpis",
    constraints={"month_is_a_first_day": "day(month) = 1"},
)
def monthly_kpis(dim_policies: DataFrame, fact_claims: DataFrame, as_of: date) -> DataFrame:
    """Claims and policies of each month that has either."""
    decided_days = F.when(is_decided(), F.col("processing_days"))
    claims = fact_claims.groupBy(F.trunc("service_date", "MM").alias("month")).agg(
        *[total.alias(name) for name, total in claim_totals().items()],
        F.count_distinct("customer_id").alias("claiming_customers"),
        F.sum(decided_days).alias("_days"),
        F.count(decided_days).alias("_decided"),
    )
    policies = (
        dim_policies.select(F.inline(earned_by_month(as_of)))
        .groupBy("month")
        .agg(
            F.sum("earned_premium").alias("earned_premium"),
            count_if(F.col("is_new")).alias("new_policies"),
            count_if(F.col("in_force")).alias("active_policies"),
        )
    )
    months = claims.join(policies, "month", "full")
    zeros = [n for n in (*claims.columns, *policies.columns) if n != "month"]
    return months.withColumns({n: F.coalesce(n, F.lit(0)) for n in zeros}).withColumns(
        {
            "year_month": F.date_format("month", "yyyy-MM"),
            "average_claim_amount": rate(F.col("total_claim_amount"), F.col("total_claims")),
            "approval_rate": approval_rate(),
            "denial_rate": denial_rate(),
            "average_processing_days": rate(F.col("_days"), F.col("_decided")),
            "loss_ratio": loss_ratio(),
        }
    )

"""Gold claims analytics: each claim with its context and the signs of fraud."""

from __future__ import annotations

from pyspark.sql import Column as Expression
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.columns import day, flag, money, text, whole
from lakehouse.measures.claims import is_decided, out_of_pocket, paid_amount
from lakehouse.measures.fraud import THRESHOLDS, with_fraud_flags
from lakehouse.measures.pets import life_stage
from lakehouse.table import gold
from lakehouse.thresholds import Threshold

MEDIUM = Threshold("Medium from", 250, "US dollars", "More than a visit with medication.")
LARGE = Threshold("Large from", 1000, "US dollars", "Surgery, or a stay in hospital.")
VERY_LARGE = Threshold("Very large from", 5000, "US dollars", "An adjuster sees each of them.")


@gold(
    description="Claims with plan, pet, provider, timing, amounts and signs of fraud.",
    grain="one row per claim",
    key="claim_id",
    columns={
        "claim_id": text("Claim."),
        "claim_number": text("Number the customer sees."),
        "customer_id": text("Customer who makes the claim."),
        "policy_id": text("Policy the claim is made on."),
        "plan_name": text("Plan: Basic, Standard, Premium or Unlimited."),
        "pet_id": text("Pet that was treated."),
        "pet_name": text("Name the pet is called by."),
        "species": text("Dog or Cat."),
        "breed": text("Breed, or kind of mixed breed."),
        "life_stage": text("Young, Adult or Senior on the day of treatment."),
        "provider_id": text("Provider who treated the pet."),
        "provider_name": text("Name of the practice."),
        "provider_type": text("Kind of practice."),
        "is_in_network": flag("Whether the provider is in the insurer's network."),
        "claim_type": text("Kind of claim, which decides whether the plan covers it."),
        "claim_category": text("Medical field of the diagnosis."),
        "diagnosis_code": text("Code of the diagnosis."),
        "service_date": day("Day of treatment."),
        "year_month": text("Month of treatment as yyyy-MM."),
        "submitted_date": day("Day the claim was handed in."),
        "days_to_submit": whole("Days from treatment to submission."),
        "days_to_process": whole("Days from submission to decision; none before the decision."),
        "status": text("Submitted, In Review, Approved, Partially Approved or Denied."),
        "denial_reason": text("Why the claim was denied or cut."),
        "claim_amount": money("Amount of the invoice, US dollars."),
        "deductible_applied": money("Part used up by the annual deductible, US dollars."),
        "covered_amount": money("Amount left after the deductible, US dollars."),
        "paid_amount": money("Amount paid, US dollars; zero unless approved."),
        "out_of_pocket": money("What the customer bears, US dollars; none before the decision."),
        "size_band": text("Small, Medium, Large or Very large, by amount."),
        "is_emergency": flag("Whether it was an emergency."),
        "is_recurring": flag("Whether it belongs to a chronic condition."),
        "invoice_number": text("Number on the provider's invoice."),
        "is_repeated_invoice": flag("Another claim carries the same invoice number."),
        "is_early_claim": flag("More than 1,000 dollars within 30 days of first cover."),
        "is_amount_outlier": flag("More than three times the average of its diagnosis."),
        "is_claim_burst": flag(
            "One of three claims of the pet within 30 days, above 1,500 dollars in all."
        ),
        "is_provider_ring": flag("Provider out of network whose customers share invoices."),
        "suspected_fraud": flag("A repeated invoice, or two of the other flags."),
    },
    view="vw_claims_analytics",
    aggregation="claims_analytics",
    constraints={"claim_amount_positive": "claim_amount > 0"},
    thresholds=(MEDIUM, LARGE, VERY_LARGE, *THRESHOLDS),
)
def claims_analytics(fact_claims: DataFrame) -> DataFrame:
    """Each claim's context, timing and amounts, and whether it looks like fraud."""
    stage = life_stage(F.col("species"), F.col("pet_date_of_birth"), F.col("service_date"))
    return with_fraud_flags(fact_claims).withColumns(
        {
            "life_stage": stage,
            "year_month": F.date_format("service_date", "yyyy-MM"),
            "days_to_submit": F.datediff("submitted_date", "service_date"),
            "days_to_process": F.when(is_decided(), F.col("processing_days")),
            "paid_amount": paid_amount(),
            "out_of_pocket": out_of_pocket(),
            "size_band": size_band(),
        }
    )


def size_band() -> Expression:
    """Band of a claim by its amount."""
    amount = F.col("claim_amount")
    return (
        F.when(amount >= VERY_LARGE.value, "Very large")
        .when(amount >= LARGE.value, "Large")
        .when(amount >= MEDIUM.value, "Medium")
        .otherwise("Small")
    )

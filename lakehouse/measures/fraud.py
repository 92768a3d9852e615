"""Signs of fraud on claims: five flags, each a hint for an adjuster and no more."""

from __future__ import annotations

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as F

from lakehouse.thresholds import Threshold

EARLY_DAYS = Threshold(
    "early claim within", 30, "days of first cover", "Cover bought for a known illness."
)
EARLY_AMOUNT = Threshold(
    "early claim above", 1000, "US dollars", "Small early claims are honest and many."
)
OUTLIER_FACTOR = Threshold(
    "amount outlier above",
    3,
    "times the average of the diagnosis",
    "Prices of vets differ, but less.",
)
OUTLIER_CLAIMS = Threshold(
    "amount outlier judged from", 10, "claims of the diagnosis", "Fewer make no average."
)
BURST_CLAIMS = Threshold(
    "claim burst of", 3, "claims of a pet", "Two visits for an illness are usual, three are not."
)
BURST_DAYS = Threshold("claim burst within", 30, "days", "About the length of one treatment.")
BURST_AMOUNT = Threshold(
    "claim burst above", 1500, "US dollars together", "Small ailments do come in clusters."
)
RING_CUSTOMERS = Threshold(
    "provider ring from",
    3,
    "customers who share invoice numbers",
    "Two customers may be a slip of the pen.",
)
SUSPECT_FLAGS = Threshold(
    "suspected fraud from",
    2,
    "flags",
    "One flag alone is mostly chance; a repeated invoice is not.",
)
THRESHOLDS = (
    EARLY_DAYS,
    EARLY_AMOUNT,
    OUTLIER_FACTOR,
    OUTLIER_CLAIMS,
    BURST_CLAIMS,
    BURST_DAYS,
    BURST_AMOUNT,
    RING_CUSTOMERS,
    SUSPECT_FLAGS,
)
FLAGS = (
    "is_repeated_invoice",
    "is_early_claim",
    "is_amount_outlier",
    "is_claim_burst",
    "is_provider_ring",
)


def with_fraud_flags(claims: DataFrame) -> DataFrame:
    """Claims with the flags and `suspected_fraud`."""
    repeated = _repeated_invoices(claims)
    joined = (
        claims.join(F.broadcast(repeated), "invoice_number", "left")
        .join(F.broadcast(_rings(claims, repeated)), "provider_id", "left")
        .join(F.broadcast(_diagnoses(claims)), "diagnosis_code", "left")
    )
    outlier = F.col("claim_amount") * F.col("_count") > OUTLIER_FACTOR.value * F.col("_sum")
    flags = {
        "is_repeated_invoice": F.col("_claims").isNotNull(),
        "is_early_claim": _is_early(),
        "is_amount_outlier": (F.col("_count") >= OUTLIER_CLAIMS.value) & outlier,
        "is_claim_burst": _in_burst(),
        "is_provider_ring": F.col("_ring").isNotNull(),
    }
    known = {name: F.coalesce(flag, F.lit(False)) for name, flag in flags.items()}
    count = sum((F.col(name).cast("int") for name in FLAGS), F.lit(0))
    suspected = (count >= SUSPECT_FLAGS.value) | F.col("is_repeated_invoice")
    return joined.withColumns(known).withColumn("suspected_fraud", suspected)


def _repeated_invoices(claims: DataFrame) -> DataFrame:
    """Invoice numbers on more than one claim, with whether several customers use them."""
    shared = F.min("customer_id") != F.max("customer_id")
    invoices = claims.groupBy("invoice_number").agg(
        F.count(F.lit(1)).alias("_claims"), shared.alias("_shared")
    )
    return invoices.where("invoice_number IS NOT NULL AND _claims > 1")


def _rings(claims: DataFrame, repeated: DataFrame) -> DataFrame:
    """Providers out of network at which enough customers share invoice numbers."""
    shared = repeated.where("_shared").select("invoice_number")
    return (
        claims.where("NOT is_in_network")
        .join(F.broadcast(shared), "invoice_number")
        .groupBy("provider_id")
        .agg((F.count_distinct("customer_id") >= RING_CUSTOMERS.value).alias("_ring"))
        .where("_ring")
    )


def _diagnoses(claims: DataFrame) -> DataFrame:
    """Number and sum of the claims of each diagnosis."""
    return claims.groupBy("diagnosis_code").agg(
        F.count(F.lit(1)).alias("_count"), F.sum("claim_amount").alias("_sum")
    )


def _is_early() -> Column:
    """Whether the claim is large and close to the begin of a cover that renews no other."""
    days = F.datediff("service_date", "policy_effective_date")
    first_term = F.coalesce("policy_renewal_count", F.lit(0)) == 0
    return (
        first_term
        & days.between(0, EARLY_DAYS.value)
        & (F.col("claim_amount") > EARLY_AMOUNT.value)
    )


def _in_burst() -> Column:
    """Whether the claim is one of so many of its pet, in a row, within so many days."""
    by_pet = Window.partitionBy("pet_id").orderBy("service_date", "claim_id")
    others = int(BURST_CLAIMS.value) - 1
    burst = F.lit(False)
    for after in range(others + 1):
        around = by_pet.rowsBetween(after - others, after)
        days = F.datediff(F.max("service_date").over(around), F.min("service_date").over(around))
        burst = burst | (
            (F.count("service_date").over(around) == BURST_CLAIMS.value)
            & (days <= BURST_DAYS.value)
            & (F.sum("claim_amount").over(around) > BURST_AMOUNT.value)
        )
    return burst

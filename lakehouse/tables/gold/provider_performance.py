"""Gold provider performance: what each practice bills, against its peers."""

from __future__ import annotations

from decimal import Decimal

from pyspark.sql import Column as Expression
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from lakehouse.columns import flag, money, number, percent, text, whole
from lakehouse.measures.claims import claim_totals, denial_rate
from lakehouse.measures.rates import percentage, rate
from lakehouse.table import gold
from lakehouse.thresholds import Threshold

RATED_CLAIMS = Threshold("tier given from", 10, "claims", "Fewer say nothing of a practice.")
WATCH_COST = Threshold(
    "Watch above",
    130,
    "per cent of the peers' average",
    "A third dearer wants a look.",
)
WATCH_DENIALS = Threshold(
    "Watch from a denial rate of",
    30,
    "per cent",
    "Twice the usual share.",
)
PREFERRED_COST = Threshold(
    "Preferred up to", 105, "per cent of the peers' average", "No dearer than its like."
)
PREFERRED_RATING = Threshold(
    "Preferred from a rating of",
    Decimal("4.0"),
    "stars",
    "Others were happy.",
)


@gold(
    description="Claims, costs against peers of the same type, denials and tier of each provider.",
    grain="one row per provider",
    key="provider_id",
    columns={
        "provider_id": text("Provider."),
        "provider_name": text("Name of the practice."),
        "provider_type": text("Kind of practice; peers are of the same."),
        "city": text("City of the practice."),
        "state": text("US state, two letters."),
        "is_in_network": flag("Whether the provider is in the insurer's network."),
        "accepts_emergency": flag("Whether emergencies are taken."),
        "total_claims": whole("Claims of every status."),
        "total_customers": whole("Customers with a claim."),
        "total_billed_amount": money("Amount of all claims, US dollars."),
        "total_paid_amount": money("Amount paid on approved claims, US dollars."),
        "average_claim_amount": money("Average amount of a claim, US dollars."),
        "peer_average_claim_amount": money("The same over all providers of the type, US dollars."),
        "cost_against_peers": percent("Average amount in per cent of the peers' average."),
        "approved_claims": whole("Claims approved in full or in part."),
        "denied_claims": whole("Claims denied."),
        "emergency_claims": whole("Claims for emergencies."),
        "denial_rate": percent("Denied claims in per cent of the decided ones."),
        "average_rating": number("Average rating by customers, 0 to 5 stars."),
        "total_reviews": whole("Number of ratings."),
        "provider_tier": text("Preferred, Standard or Watch; Unrated with few claims."),
    },
    view="vw_provider_performance",
    aggregation="provider_performance",
    constraints={"rating_in_range": "average_rating IS NULL OR average_rating BETWEEN 0 AND 5"},
    thresholds=(RATED_CLAIMS, WATCH_COST, WATCH_DENIALS, PREFERRED_COST, PREFERRED_RATING),
)
def provider_performance(dim_providers: DataFrame, fact_claims: DataFrame) -> DataFrame:
    """Totals of each provider, compared with all providers of its type."""
    totals = fact_claims.groupBy("provider_id").agg(
        *[total.alias(name) for name, total in claim_totals().items()],
        F.count_distinct("customer_id").alias("total_customers"),
    )
    peers = fact_claims.groupBy("provider_type").agg(
        rate(F.sum("claim_amount"), F.count(F.lit(1))).alias("peer_average_claim_amount")
    )
    zeros = [name for name in totals.columns if name != "provider_id"]
    return (
        dim_providers.join(totals, "provider_id", "left")
        .join(peers, "provider_type", "left")
        .withColumns({name: F.coalesce(name, F.lit(0)) for name in zeros})
        .withColumnRenamed("total_claim_amount", "total_billed_amount")
        .withColumns(
            {
                "average_claim_amount": rate(F.col("total_billed_amount"), F.col("total_claims")),
                "denial_rate": denial_rate(),
            }
        )
        .withColumn("cost_against_peers", cost_against_peers())
        .withColumn("provider_tier", provider_tier())
    )


def cost_against_peers() -> Expression:
    """Average claim in per cent of that of the type; null without claims."""
    return percentage(F.col("average_claim_amount"), F.col("peer_average_claim_amount"))


def provider_tier() -> Expression:
    """Tier by cost, denials, rating and network."""
    cost, denials = F.col("cost_against_peers"), F.col("denial_rate")
    preferred = (
        F.col("is_in_network")
        & (cost <= PREFERRED_COST.value)
        & (F.col("average_rating") >= PREFERRED_RATING.value)
    )
    return (
        F.when(F.col("total_claims") < RATED_CLAIMS.value, "Unrated")
        .when((cost > WATCH_COST.value) | (denials >= WATCH_DENIALS.value), "Watch")
        .when(preferred, "Preferred")
        .otherwise("Standard")
    )

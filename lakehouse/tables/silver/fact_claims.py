"""Silver claims: typed, validated, one survivor a claim, enriched from its parents."""

from __future__ import annotations

from pyspark.sql import DataFrame

from lakehouse.columns import day, flag, moment, money, reference, text, whole
from lakehouse.rules import Rule
from lakehouse.table import silver

LINE_ITEMS = "from_json(line_items, 'array<struct<description string, amount decimal(12,2)>>')"
LINE_ITEMS_TOTAL = (
    f"aggregate({LINE_ITEMS}, CAST(0 AS DECIMAL(22,2)), "
    "(total, item) -> CAST(total + item.amount AS DECIMAL(22,2)))"
)

CLAIM_TYPES = ("Accident", "Illness", "Wellness", "Dental", "Behavioral")
CLAIM_CATEGORIES = (
    "Allergy and Skin",
    "Behavior",
    "Cancer",
    "Dental",
    "Ear and Eye",
    "Gastrointestinal",
    "Heart",
    "Hormonal",
    "Infectious Disease",
    "Neurology",
    "Orthopedic",
    "Parasites",
    "Poisoning",
    "Preventive Care",
    "Reproductive",
    "Respiratory",
    "Trauma",
    "Urinary and Kidney",
)
CLAIM_STATUSES = ("Submitted", "In Review", "Approved", "Partially Approved", "Denied")
DENIAL_REASONS = (
    "Pre-existing condition",
    "Within waiting period",
    "Wellness not included in plan",
    "Dental not included in plan",
    "Behavioral not included in plan",
    "Annual coverage limit reached",
    "Submitted after filing deadline",
    "Insufficient documentation",
    "Duplicate invoice",
    "Items not covered by plan",
)

RULES = (
    Rule("amount_positive", "claim_amount > 0", "error", "A claim asks for money."),
    Rule(
        "amount_plausible",
        "claim_amount <= 100000",
        "error",
        "No treatment of a pet comes near 100,000 dollars.",
    ),
    Rule(
        "submitted_after_service",
        "submitted_date >= service_date",
        "error",
        "A treatment is claimed after it was given.",
    ),
    Rule(
        "service_after_birth",
        "service_date >= pet_date_of_birth",
        "error",
        "A pet is born before it is treated.",
    ),
    Rule(
        "service_within_policy",
        "service_date >= policy_effective_date"
        " AND service_date < least(policy_expiration_date, policy_cancellation_date)",
        "warning",
        "Treatment outside the term is not covered; an adjuster denies it.",
    ),
    Rule(
        "not_from_the_future",
        "greatest(service_date, submitted_date) <= date(_source_modified_at)",
        "error",
        "Nothing is treated or handed in after its file was written.",
    ),
    Rule(
        "paid_within_covered",
        "paid_amount <= covered_amount",
        "warning",
        "No more is paid than is covered.",
    ),
    Rule(
        "line_items_add_up",
        f"IF(line_items IS NULL, NULL, COALESCE({LINE_ITEMS_TOTAL} = claim_amount, FALSE))",
        "warning",
        "The lines of an invoice add up to its amount.",
    ),
)


@silver(
    description="Claims, cleaned and judged, with plan, policy term, pet and provider.",
    key="claim_id",
    columns={
        "claim_id": text(required=True),
        "claim_number": text(),
        "policy_id": reference(
            "dim_policies",
            bring={
                "plan_name": "plan_name",
                "policy_effective_date": "effective_date",
                "policy_expiration_date": "expiration_date",
                "policy_cancellation_date": "cancellation_date",
                "policy_renewal_count": "renewal_count",
            },
        ),
        "pet_id": reference(
            "dim_pets",
            bring={
                "pet_name": "pet_name",
                "species": "species",
                "breed": "breed",
                "pet_date_of_birth": "date_of_birth",
            },
        ),
        "customer_id": reference("dim_customers"),
        "provider_id": reference(
            "dim_providers",
            bring={
                "provider_name": "provider_name",
                "provider_type": "provider_type",
                "is_in_network": "is_in_network",
            },
        ),
        "claim_type": text(required=True, category=CLAIM_TYPES),
        "claim_category": text(category=CLAIM_CATEGORIES),
        "service_date": day(required=True),
        "submitted_date": day(required=True),
        "claim_amount": money(required=True),
        "deductible_applied": money(),
        "covered_amount": money(),
        "paid_amount": money(),
        "status": text(required=True, category=CLAIM_STATUSES),
        "denial_reason": text(category=DENIAL_REASONS),
        "processing_days": whole(),
        "diagnosis_code": text(required=True, repair="upper"),
        "treatment_notes": text(),
        "invoice_number": text(),
        "is_emergency": flag(),
        "is_recurring": flag(),
        "created_at": moment(),
        "updated_at": moment(),
        "line_items": text(repair="none"),
    },
    rules=RULES,
)
def fact_claims(
    claims_raw: DataFrame,
    dim_customers: DataFrame,
    dim_pets: DataFrame,
    dim_policies: DataFrame,
    dim_providers: DataFrame,
) -> DataFrame:
    """Nothing to add to the cleaned columns and those of the parents."""
    return claims_raw

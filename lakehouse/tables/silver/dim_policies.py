"""Silver policies: typed, validated, one survivor a policy, with what matters of the pet."""

from __future__ import annotations

from pyspark.sql import DataFrame

from lakehouse.columns import day, flag, moment, money, reference, text, whole
from lakehouse.rules import Rule
from lakehouse.table import silver


@silver(
    description="Policies, cleaned and judged, with species and breed of the insured pet.",
    key="policy_id",
    columns={
        "policy_id": text(required=True),
        "policy_number": text(),
        "customer_id": reference("dim_customers"),
        "pet_id": reference(
            "dim_pets",
            bring={
                "species": "species",
                "breed": "breed",
                "pet_date_of_birth": "date_of_birth",
            },
        ),
        "plan_name": text(required=True, category=("Basic", "Standard", "Premium", "Unlimited")),
        "monthly_premium": money(required=True),
        "annual_deductible": money(),
        "coverage_limit": money(),
        "reimbursement_percentage": whole(),
        "effective_date": day(required=True),
        "expiration_date": day(required=True),
        "status": text(required=True, category=("Pending", "Active", "Expired", "Cancelled")),
        "payment_method": text(category=("Credit Card", "Debit Card", "Bank Transfer", "PayPal")),
        "payment_frequency": text(category=("Monthly", "Quarterly", "Annually")),
        "waiting_period_days": whole(),
        "includes_wellness": flag(),
        "includes_dental": flag(),
        "includes_behavioral": flag(),
        "cancellation_date": day(),
        "renewal_count": whole(),
        "created_at": moment(),
        "updated_at": moment(),
    },
    rules=(
        Rule(
            "expires_after_effective",
            "expiration_date > effective_date",
            "error",
            "Cover ends after it begins.",
        ),
        Rule(
            "cancelled_within_term",
            "cancellation_date BETWEEN effective_date AND expiration_date",
            "error",
            "Only a policy that runs can be cancelled.",
        ),
        Rule("premium_positive", "monthly_premium > 0", "error", "Cover is never free."),
        Rule(
            "premium_plausible",
            "monthly_premium <= 1000",
            "error",
            "The dearest pet on the dearest plan costs well under 1,000 dollars a month.",
        ),
        Rule(
            "insured_after_birth",
            "effective_date >= pet_date_of_birth",
            "error",
            "A pet is born before it is insured.",
        ),
    ),
)
def dim_policies(
    policies_raw: DataFrame, dim_customers: DataFrame, dim_pets: DataFrame
) -> DataFrame:
    """Nothing to add to the cleaned columns."""
    return policies_raw

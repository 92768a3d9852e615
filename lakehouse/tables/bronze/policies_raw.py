"""Bronze policies: contracts as the insurer's source system delivers them."""

from __future__ import annotations

from pyspark.sql import DataFrame

from lakehouse.table import bronze


@bronze(
    description="Policies as delivered by the policy administration system.",
    key="policy_id",
    columns={
        "policy_id": "Business key of the policy.",
        "policy_number": "Number printed on the contract.",
        "customer_id": "Customer who holds the policy.",
        "pet_id": "Pet the policy insures.",
        "plan_name": "Plan: Basic, Standard, Premium or Unlimited.",
        "monthly_premium": "Premium a month, US dollars.",
        "annual_deductible": "Borne first by the customer, per policy year, US dollars.",
        "coverage_limit": "Most paid in a policy year, US dollars; none on Unlimited plans.",
        "reimbursement_percentage": "Per cent of the covered amount that is paid.",
        "effective_date": "First day of cover.",
        "expiration_date": "Day the cover ends, itself not covered.",
        "status": "Status in the source system; cover is judged by dates.",
        "payment_method": "How the premium is paid.",
        "payment_frequency": "How often the premium is paid.",
        "waiting_period_days": "Days of cover before illnesses are covered.",
        "includes_wellness": "Whether routine care is covered.",
        "includes_dental": "Whether dental care is covered.",
        "includes_behavioral": "Whether behavioral therapy is covered.",
        "cancellation_date": "Day the policy was cancelled, itself not covered.",
        "renewal_count": "How often the policy was renewed.",
        "created_at": "When the source system created the record, UTC.",
        "updated_at": "When the source system last changed the record, UTC.",
    },
)
def policies_raw(policies: DataFrame) -> DataFrame:
    """As delivered."""
    return policies

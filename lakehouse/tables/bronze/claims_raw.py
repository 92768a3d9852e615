"""Bronze claims: the claims system's export and the claims sent in by the portal."""

from __future__ import annotations

from pyspark.sql import DataFrame

from lakehouse.table import bronze


@bronze(
    description="Claims as delivered by the claims system and by the customer portal.",
    key="claim_id",
    columns={
        "claim_id": "Business key of the claim.",
        "claim_number": "Number the customer sees.",
        "policy_id": "Policy the claim is made on.",
        "pet_id": "Pet that was treated.",
        "customer_id": "Customer who makes the claim.",
        "provider_id": "Provider who treated the pet.",
        "claim_type": "Kind of claim, which decides whether the plan covers it.",
        "claim_category": "Medical field of the diagnosis.",
        "service_date": "Day of treatment.",
        "submitted_date": "Day the claim was handed in.",
        "claim_amount": "Amount of the invoice, US dollars.",
        "deductible_applied": "Part of the amount used up by the annual deductible, US dollars.",
        "covered_amount": "Amount left after the deductible, US dollars.",
        "paid_amount": "Amount paid to the customer, US dollars.",
        "status": "Submitted, In Review, Approved, Partially Approved or Denied.",
        "denial_reason": "Why the claim was denied or cut.",
        "processing_days": "Days from submission to decision.",
        "diagnosis_code": "Code of the diagnosis.",
        "treatment_notes": "Notes of the vet.",
        "invoice_number": "Number on the provider's invoice.",
        "is_emergency": "Whether it was an emergency.",
        "is_recurring": "Whether it belongs to a chronic condition.",
        "created_at": "When the source system created the record, UTC.",
        "updated_at": "When the source system last changed the record, UTC.",
        "line_items": "Lines of the invoice as JSON (description, amount); portal claims only.",
    },
)
def claims_raw(claims: DataFrame) -> DataFrame:
    """As delivered."""
    return claims

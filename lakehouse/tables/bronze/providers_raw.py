"""Bronze providers: the directory of veterinary practices as it is delivered."""

from __future__ import annotations

from pyspark.sql import DataFrame

from lakehouse.table import bronze


@bronze(
    description="Veterinary providers as delivered by the provider directory.",
    key="provider_id",
    columns={
        "provider_id": "Business key of the provider.",
        "provider_name": "Name of the practice.",
        "provider_type": "Kind of practice.",
        "address": "Street and house number.",
        "city": "City of the practice.",
        "state": "US state, two letters.",
        "zip_code": "US postal code, five digits.",
        "phone": "Telephone number.",
        "email": "E-mail address of the practice.",
        "is_in_network": "Whether the provider is in the insurer's network.",
        "average_rating": "Average rating by customers, 0 to 5.",
        "total_reviews": "Number of ratings.",
        "accepts_emergency": "Whether emergencies are taken.",
        "operating_hours": "Opening hours.",
        "specialties": "Fields the practice is specialised in.",
        "license_number": "Number of the veterinary license.",
        "created_at": "When the source system created the record, UTC.",
    },
)
def providers_raw(providers: DataFrame) -> DataFrame:
    """As delivered."""
    return providers

"""Silver providers: typed, validated, one survivor a provider."""

from __future__ import annotations

from pyspark.sql import DataFrame

from lakehouse.columns import flag, moment, number, text, whole
from lakehouse.rules import Rule
from lakehouse.table import silver


@silver(
    description="Veterinary providers, cleaned and judged.",
    key="provider_id",
    columns={
        "provider_id": text(required=True),
        "provider_name": text(required=True, repair="title"),
        "provider_type": text(
            required=True,
            category=(
                "General Practice",
                "Emergency Hospital",
                "Specialty Hospital",
                "Mobile Practice",
                "Rehabilitation Center",
            ),
        ),
        "address": text(),
        "city": text(repair="title"),
        "state": text(repair="upper"),
        "zip_code": text(),
        "phone": text(repair="phone"),
        "email": text(repair="lower"),
        "is_in_network": flag(required=True),
        "average_rating": number(),
        "total_reviews": whole(),
        "accepts_emergency": flag(),
        "operating_hours": text(),
        "specialties": text(),
        "license_number": text(),
        "created_at": moment(),
    },
    rules=(
        Rule(
            "email_format",
            r"email RLIKE '^[^@ ]+@[^@ ]+[.][a-z]{2,}$'",
            "warning",
            "Questions on invoices go to this address.",
        ),
        Rule(
            "rating_within_scale",
            "average_rating BETWEEN 0 AND 5",
            "error",
            "Customers give none to five stars.",
        ),
    ),
)
def dim_providers(providers_raw: DataFrame) -> DataFrame:
    """Nothing to add to the cleaned columns."""
    return providers_raw

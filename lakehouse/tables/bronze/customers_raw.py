"""Bronze customers: the customer master as the insurer's source system delivers it."""

from __future__ import annotations

from pyspark.sql import DataFrame

from lakehouse.table import bronze


@bronze(
    description="Customers as delivered by the policy administration system.",
    key="customer_id",
    columns={
        "customer_id": "Business key of the customer.",
        "first_name": "Given name.",
        "last_name": "Family name.",
        "email": "E-mail address the customer is reached at.",
        "phone": "Telephone number.",
        "address_line1": "Street and house number.",
        "city": "City of residence.",
        "state": "US state, two letters.",
        "zip_code": "US postal code, five digits.",
        "country": "Country of residence.",
        "date_of_birth": "Customer's date of birth.",
        "customer_since": "Day the customer first signed a policy.",
        "preferred_contact": "Channel the customer prefers.",
        "marketing_opt_in": "Whether the customer agreed to marketing.",
        "referral_source": "How the customer found the insurer.",
        "customer_segment": "Segment the sales department assigned.",
        "lifetime_value": "Value the sales department expects of the customer, US dollars.",
        "created_at": "When the source system created the record, UTC.",
        "updated_at": "When the source system last changed the record, UTC.",
    },
)
def customers_raw(customers: DataFrame) -> DataFrame:
    """As delivered."""
    return customers

"""Silver customers: typed, validated, one survivor a customer and a person."""

from __future__ import annotations

from pyspark.sql import DataFrame

from lakehouse.columns import day, flag, moment, money, text
from lakehouse.rules import Rule
from lakehouse.table import NearDuplicates, silver

LETTERS = r"regexp_replace(lower({}), '[^\\p{{L}}]', '')"
LETTERS_AND_DIGITS = r"regexp_replace(lower({}), '[^\\p{{L}}0-9]', '')"


@silver(
    description="Customers, cleaned and judged; the same person under two ids survives once.",
    key="customer_id",
    columns={
        "customer_id": text(required=True),
        "first_name": text(required=True, repair="title", personal=True),
        "last_name": text(required=True, repair="title", personal=True),
        "email": text(required=True, repair="lower", personal=True),
        "phone": text(repair="phone", personal=True),
        "address_line1": text(personal=True),
        "city": text(repair="title", personal=True),
        "state": text(repair="upper"),
        "zip_code": text(personal=True),
        "country": text(category=("USA",)),
        "date_of_birth": day(required=True, personal=True),
        "customer_since": day(),
        "preferred_contact": text(category=("Email", "Phone", "SMS", "Mail")),
        "marketing_opt_in": flag(),
        "referral_source": text(
            category=(
                "Veterinarian",
                "Friend or Family",
                "Online Search",
                "Social Media",
                "Shelter",
                "Employer Benefit",
                "Breeder",
            )
        ),
        "customer_segment": text(
            category=("New", "Standard", "Multi-Pet", "Premium", "Prospect"),
        ),
        "lifetime_value": money(),
        "created_at": moment(),
        "updated_at": moment(),
    },
    rules=(
        Rule(
            "email_format",
            r"email RLIKE '^[^@ ]+@[^@ ]+[.][a-z]{2,}$'",
            "warning",
            "A claim's answer goes to this address.",
        ),
        Rule(
            "birth_before_joining",
            "date_of_birth < customer_since",
            "error",
            "A customer is born before signing a policy.",
        ),
        Rule(
            "birth_plausible",
            "date_of_birth BETWEEN DATE '1900-01-01' AND date(_source_modified_at)",
            "error",
            "No customer is older than the oldest person alive, none is born tomorrow.",
        ),
    ),
    near_duplicates=NearDuplicates(
        same=(LETTERS.format("first_name"), LETTERS.format("last_name"), "date_of_birth"),
        either=(
            r"nullif(regexp_replace(phone, '\\D', ''), '')",
            LETTERS_AND_DIGITS.format("concat(address_line1, zip_code)"),
        ),
        earliest="created_at",
    ),
)
def dim_customers(customers_raw: DataFrame) -> DataFrame:
    """Nothing to add to the cleaned columns."""
    return customers_raw

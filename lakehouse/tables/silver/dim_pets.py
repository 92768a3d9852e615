"""Silver pets: typed, validated, one survivor a pet, each with a valid owner."""

from __future__ import annotations

from pyspark.sql import DataFrame

from lakehouse.columns import day, flag, moment, number, reference, text
from lakehouse.rules import Rule
from lakehouse.table import silver


@silver(
    description="Pets, cleaned and judged; owners that are near-duplicates are replaced.",
    key="pet_id",
    columns={
        "pet_id": text(required=True),
        "customer_id": reference("dim_customers"),
        "pet_name": text(required=True, repair="title"),
        "species": text(required=True, category=("Dog", "Cat")),
        "breed": text(required=True, repair="title"),
        "gender": text(category=("Male", "Female")),
        "date_of_birth": day(required=True),
        "weight_lbs": number(),
        "color": text(repair="title"),
        "microchip_id": text(personal=True),
        "is_neutered": flag(),
        "pre_existing_conditions": text(),
        "vaccination_status": text(category=("Up to Date", "Due", "Overdue")),
        "adoption_date": day(),
        "is_active": flag(),
        "created_at": moment(),
        "updated_at": moment(),
    },
    rules=(
        Rule(
            "born_before_adoption",
            "date_of_birth <= adoption_date",
            "error",
            "A pet is born before it comes to its owner.",
        ),
        Rule(
            "birth_plausible",
            "date_of_birth BETWEEN date_sub(date(_source_modified_at), 40 * 365)"
            " AND date(_source_modified_at)",
            "error",
            "No dog or cat lives for 40 years, and none is insured before it is born.",
        ),
        Rule(
            "weight_plausible",
            "weight_lbs > 0 AND weight_lbs <= CASE species WHEN 'Cat' THEN 50 ELSE 350 END",
            "error",
            "The heaviest cat on record weighed 47 pounds, the heaviest dog 343.",
        ),
    ),
)
def dim_pets(pets_raw: DataFrame, dim_customers: DataFrame) -> DataFrame:
    """Nothing to add to the cleaned columns."""
    return pets_raw

"""Bronze pets: the pet master as the insurer's source system delivers it."""

from __future__ import annotations

from pyspark.sql import DataFrame

from lakehouse.table import bronze


@bronze(
    description="Pets as delivered by the policy administration system.",
    key="pet_id",
    columns={
        "pet_id": "Business key of the pet.",
        "customer_id": "Customer who owns the pet.",
        "pet_name": "Name the pet is called by.",
        "species": "Dog or Cat.",
        "breed": "Breed, or kind of mixed breed.",
        "gender": "Male or Female.",
        "date_of_birth": "Pet's date of birth.",
        "weight_lbs": "Weight in pounds.",
        "color": "Color of the coat.",
        "microchip_id": "Number of the implanted microchip.",
        "is_neutered": "Whether the pet is spayed or neutered.",
        "pre_existing_conditions": "Conditions known before the pet was insured.",
        "vaccination_status": "Whether vaccinations are up to date.",
        "adoption_date": "Day the pet came to its owner.",
        "is_active": "Whether the pet is alive and with its owner.",
        "created_at": "When the source system created the record, UTC.",
        "updated_at": "When the source system last changed the record, UTC.",
    },
)
def pets_raw(pets: DataFrame) -> DataFrame:
    """As delivered."""
    return pets

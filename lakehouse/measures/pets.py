"""Measures of pets: the stage of life on a given day."""

from __future__ import annotations

from pyspark.sql import Column
from pyspark.sql import functions as F

ADULT_FROM = 1
"""Age in years from which a pet is no longer young."""
SENIOR_FROM = {"Dog": 8, "Cat": 11}
"""Age in years from which a pet is senior."""


def life_stage(species: Column, born: Column, day: Column) -> Column:
    """Young, Adult or Senior on a day; the stage changes on the birthday."""
    senior_from = F.when(species == "Dog", SENIOR_FROM["Dog"]).otherwise(SENIOR_FROM["Cat"])
    return (
        F.when(F.add_months(born, 12 * ADULT_FROM) > day, "Young")
        .when(F.add_months(born, 12 * senior_from) <= day, "Senior")
        .otherwise("Adult")
    )

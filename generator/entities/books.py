"""The insurer's books before any claim: who insures which pet with what, and the vets around."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.request import EPOCH

if TYPE_CHECKING:
    from datetime import date

    from generator.days import Ints
    from generator.entities.customers import Customers
    from generator.entities.pets import Pets
    from generator.entities.policies import Policies
    from generator.entities.providers import Providers


@dataclass(frozen=True, slots=True)
class Books:
    """Everything that claims of a block refer to."""

    as_of: date
    providers: Providers
    customers: Customers
    pets: Pets
    policies: Policies

    @property
    def today(self) -> int:
        """as_of in days since 1970-01-01."""
        return (self.as_of - EPOCH).days

    @property
    def insured(self) -> Ints:
        """The customer of each policy."""
        return self.pets.owner[self.policies.pet]

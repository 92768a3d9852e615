"""The people of the demo: logins, three households with their pets and policies, their vets.

Their dates are counted in days before as_of, so the stories stay fresh with every generated lake.
"""

from __future__ import annotations

from insurance.identities.claims import CLAIMS, PORTAL_CLAIMS, REUSED_INVOICE, DemoClaim
from insurance.identities.customers import CUSTOMERS, DemoCustomer
from insurance.identities.logins import LOGINS, Login
from insurance.identities.pets import PETS, DemoPet
from insurance.identities.policies import (
    POLICIES,
    DemoPolicy,
    Term,
    add_years,
    terms_of,
)
from insurance.identities.providers import (
    PROVIDERS,
    RING_INVOICE,
    RING_PROVIDER_ID,
    DemoProvider,
)

__all__ = [
    "CLAIMS",
    "CUSTOMERS",
    "LOGINS",
    "PETS",
    "POLICIES",
    "PORTAL_CLAIMS",
    "PROVIDERS",
    "REUSED_INVOICE",
    "RING_INVOICE",
    "RING_PROVIDER_ID",
    "DemoClaim",
    "DemoCustomer",
    "DemoPet",
    "DemoPolicy",
    "DemoProvider",
    "Login",
    "Term",
    "add_years",
    "terms_of",
]

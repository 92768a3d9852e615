"""The three demo customers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class DemoCustomer:
    """One demo customer; joined_days_ago counts back from as_of."""

    customer_id: str
    first_name: str
    last_name: str
    email: str
    phone: str
    address_line1: str
    city: str
    state: str
    zip_code: str
    date_of_birth: date
    joined_days_ago: int
    preferred_contact: str
    marketing_opt_in: bool
    referral_source: str
    story: str


CUSTOMERS: Final = (
    DemoCustomer(
        customer_id="DEMO-001",
        first_name="Maya",
        last_name="Brooks",
        email="demo1@demologin.com",
        phone="(512) 555-0141",
        address_line1="2107 Bluebonnet Lane",
        city="Austin",
        state="TX",
        zip_code="78704",
        date_of_birth=date(1994, 5, 17),
        joined_days_ago=640,
        preferred_contact="SMS",
        marketing_opt_in=True,
        referral_source="Veterinarian",
        story=(
            "Maya insured Biscuit when he was a puppy and added her cat later. "
            "Few claims, always honest, renews without a thought."
        ),
    ),
    DemoCustomer(
        customer_id="DEMO-002",
        first_name="Daniel",
        last_name="Okafor",
        email="demo2@demologin.com",
        phone="(303) 555-0172",
        address_line1="884 Larimer Street, Apt 12",
        city="Denver",
        state="CO",
        zip_code="80205",
        date_of_birth=date(1981, 11, 3),
        joined_days_ago=1_078,
        preferred_contact="Email",
        marketing_opt_in=True,
        referral_source="Friend or Family",
        story=(
            "Daniel has been with us from the first weeks. Four insured pets, one lost to old age, "
            "chronic conditions, emergencies, a denied claim: every measure has something to show."
        ),
    ),
    DemoCustomer(
        customer_id="DEMO-003",
        first_name="Sofia",
        last_name="Reyes",
        email="demo3@demologin.com",
        phone="(305) 555-0118",
        address_line1="415 Coral Way",
        city="Miami",
        state="FL",
        zip_code="33145",
        date_of_birth=date(1989, 2, 26),
        joined_days_ago=205,
        preferred_contact="Phone",
        marketing_opt_in=False,
        referral_source="Social Media",
        story=(
            "Sofia joined last season on the cheapest plan, has just insured a kitten and visits a "
            "clinic that shares invoice numbers between customers."
        ),
    ),
)

"""The vets of the demo customers: ordinary rows of the provider table with fixed ids."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class DemoProvider:
    """One veterinary provider; average_rating lies in 0-5."""

    provider_id: str
    name: str
    provider_type: str
    address: str
    city: str
    state: str
    zip_code: str
    phone: str
    is_in_network: bool
    average_rating: Decimal
    total_reviews: int
    accepts_emergency: bool


PROVIDERS: Final = (
    DemoProvider("DEMO-VET-01", "Bluebonnet Animal Clinic", "General Practice",
                 "1820 South Lamar Boulevard", "Austin", "TX", "78704", "(512) 555-0110",
                 True, Decimal("4.7"), 412, False),
    DemoProvider("DEMO-VET-02", "Hill Country Pet Emergency", "Emergency Hospital",
                 "6300 Burnet Road", "Austin", "TX", "78757", "(512) 555-0119",
                 True, Decimal("4.4"), 288, True),
    DemoProvider("DEMO-VET-03", "Mile High Veterinary Center", "General Practice",
                 "2950 Blake Street", "Denver", "CO", "80205", "(303) 555-0125",
                 True, Decimal("4.8"), 631, False),
    DemoProvider("DEMO-VET-04", "Front Range Animal Emergency", "Emergency Hospital",
                 "1450 Federal Boulevard", "Denver", "CO", "80204", "(303) 555-0133",
                 True, Decimal("4.3"), 354, True),
    DemoProvider("DEMO-VET-05", "Rocky Mountain Veterinary Specialists", "Specialty Hospital",
                 "770 Cherry Creek Drive", "Denver", "CO", "80209", "(303) 555-0147",
                 True, Decimal("4.6"), 197, True),
    DemoProvider("DEMO-VET-06", "Coral Gables Pet Clinic", "General Practice",
                 "210 Miracle Mile", "Miami", "FL", "33134", "(305) 555-0151",
                 True, Decimal("4.5"), 266, False),
    DemoProvider("DEMO-VET-07", "Biscayne Animal Emergency", "Emergency Hospital",
                 "3900 Biscayne Boulevard", "Miami", "FL", "33137", "(305) 555-0166",
                 True, Decimal("4.2"), 310, True),
    DemoProvider("DEMO-VET-08", "Sunset Quick Care for Pets", "General Practice",
                 "9012 Sunset Drive", "Miami", "FL", "33173", "(305) 555-0188",
                 False, Decimal("2.9"), 23, True),
)  # fmt: skip

RING_PROVIDER_ID: Final = "DEMO-VET-08"
"""Out of network; several customers hand in its invoices under the same numbers."""

RING_INVOICE: Final = "INV-SUNSET-0417"
"""An invoice number that members of the ring share; a scenario uses it once more."""

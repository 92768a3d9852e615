"""providers.csv: the vets, their address, hours and reputation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from generator.days import Ints, at_time
from generator.entities.providers import EMERGENCY, GENERAL, MOBILE, REHABILITATION, SPECIALTY
from generator.pools import CLINIC_NAMES, STREET_NAMES, STREET_SUFFIXES, places
from generator.records.keys import provider_ids
from generator.text import (
    Columns,
    choice,
    drawn,
    flag,
    join,
    moment,
    padded,
    tenths,
    whole,
    with_demos,
)
from insurance.identities import PROVIDERS
from insurance.vocabulary import PROVIDER_TYPES

if TYPE_CHECKING:
    from generator.block import Block

ENDINGS: Final = {
    GENERAL: ("Animal Hospital", "Veterinary Clinic", "Pet Clinic", "Animal Clinic"),
    EMERGENCY: (
        "Animal Emergency",
        "Emergency Pet Hospital",
        "Veterinary Emergency Center",
        "24 Hour Animal Care",
    ),
    SPECIALTY: (
        "Veterinary Specialists",
        "Specialty Animal Hospital",
        "Referral Center",
        "Veterinary Surgery and Oncology",
    ),
    MOBILE: ("Mobile Vet", "House Call Veterinary", "Vet on Wheels", "Mobile Pet Care"),
    REHABILITATION: (
        "Animal Rehabilitation",
        "Canine Therapy Center",
        "Pet Rehab",
        "Hydrotherapy and Rehab",
    ),
}
SPECIALTIES: Final = (
    "Wellness; Vaccination; Dentistry",
    "Emergency Care; Critical Care; Toxicology",
    "Surgery; Oncology; Cardiology; Neurology",
    "Wellness; Vaccination; Hospice",
    "Rehabilitation; Pain Management",
)
HOURS: Final = (
    "Mon-Fri 08:00-18:00; Sat 09:00-13:00",
    "Open 24 hours",
    "Mon-Fri 08:00-19:00; emergencies at any time",
    "Mon-Sat 09:00-17:00 by appointment",
    "Mon-Fri 09:00-17:00",
)


def provider_columns(block: Block) -> Columns:
    """Every provider of the block, one row each, in the columns of providers.csv."""
    rows, streams = block.providers, block.streams("providers")
    count = len(rows.city)

    def below(column: str, bound: int) -> Ints:
        return streams.of(column).integers(0, bound, count)

    endings = [name for kind in range(len(PROVIDER_TYPES)) for name in ENDINGS[kind]]
    street = join(
        whole(100 + below("house", 9_800)),
        " ",
        drawn(STREET_NAMES, count, streams.of("street")),
        " ",
        drawn(STREET_SUFFIXES, count, streams.of("suffix")),
    )
    number = rows.first_number + np.arange(count)
    clinic = below("provider_name", len(CLINIC_NAMES))
    name = choice(CLINIC_NAMES, clinic)
    state = choice([place.state for place in places()], rows.city)
    area = choice([place.area_code for place in places()], rows.city)
    rating = np.clip(streams.of("average_rating").normal(43, 4.5, count), 21, 50).astype(np.int64)
    reviews = streams.of("total_reviews").gamma(1.6, 120, count).astype(np.int64)
    columns = {
        "provider_id": provider_ids(block),
        "provider_name": join(name, " ", choice(endings, rows.kind * 4 + below("ending", 4))),
        "provider_type": choice(PROVIDER_TYPES, rows.kind),
        "address": street,
        "city": choice([place.city for place in places()], rows.city),
        "state": state,
        "zip_code": join(
            choice([place.zip_prefix for place in places()], rows.city),
            padded(1 + below("zip_code", 98), 2),
        ),
        "phone": join("(", area, ") 555-", padded(below("phone", 10_000), 4)),
        "email": join(
            "frontdesk@",
            choice([_domain(clinic) for clinic in CLINIC_NAMES], clinic),
            "-",
            whole(number),
            ".example",
        ),
        "is_in_network": flag(rows.in_network),
        "average_rating": tenths(rating),
        "total_reviews": whole(np.where(rows.is_new, reviews // 40, 5 + reviews)),
        "accepts_emergency": flag(rows.accepts_emergency),
        "operating_hours": choice(HOURS, rows.kind),
        "specialties": choice(SPECIALTIES, rows.kind),
        "license_number": join(state, "-VET-", padded(10_000 + number, 6)),
        "created_at": moment(at_time(rows.opened, 8, 17, streams.of("created_at_time"))),
    }
    return with_demos(columns, _demos()[: rows.demos])


def _domain(clinic: str) -> str:
    """A clinic's name as it stands in its web address."""
    return clinic.lower().replace(" ", "-")


def _demos() -> list[dict[str, str | None]]:
    return [
        {
            "provider_name": demo.name,
            "address": demo.address,
            "zip_code": demo.zip_code,
            "phone": demo.phone,
            "email": f"frontdesk@{_domain(demo.name)}.example",
            "average_rating": str(demo.average_rating),
            "total_reviews": str(demo.total_reviews),
        }
        for demo in PROVIDERS
    ]

"""customers.csv: who the customers are and how to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from generator.pools import (
    EMAIL_DOMAINS,
    FIRST_NAMES,
    LAST_NAMES,
    STREET_NAMES,
    STREET_SUFFIXES,
    places,
)
from generator.records.keys import customer_ids
from generator.text import (
    Columns,
    choice,
    day,
    flag,
    join,
    moment,
    money,
    padded,
    weighted,
    whole,
    with_demos,
)
from insurance.identities import CUSTOMERS
from insurance.vocabulary import CUSTOMER_SEGMENTS

if TYPE_CHECKING:
    from generator.block import Block
    from generator.days import Floats, Ints

CONTACT: Final = {"Email": 0.52, "SMS": 0.24, "Phone": 0.18, "Mail": 0.06}
REFERRAL: Final = {
    "Veterinarian": 0.30,
    "Online Search": 0.22,
    "Friend or Family": 0.17,
    "Social Media": 0.11,
    "Shelter": 0.10,
    "Employer Benefit": 0.06,
    "Breeder": 0.04,
}
UNITS: Final = ("", "", "", ", Apt ", ", Unit ")
NEW_FOR_DAYS: Final = 90


def customer_columns(block: Block) -> Columns:
    """Every customer of the block, one row each, in the columns of customers.csv."""
    rows, streams = block.customers, block.streams("customers")
    count = len(rows)

    def same_person(positions: Ints) -> Ints:
        again = rows.twin_of >= 0
        return np.where(again, positions[rows.twin_of], positions)

    def below(column: str, bound: int) -> Ints:
        return streams.of(column).integers(0, bound, count)

    first = same_person(below("first_name", len(FIRST_NAMES)))
    popularity = np.linspace(3.0, 0.3, len(LAST_NAMES)).cumsum()
    drawn_last = streams.of("last_name").random(count) * popularity[-1]
    last = same_person(np.searchsorted(popularity, drawn_last, side="right").astype(np.int64))
    keeps_phone = streams.of("keeps_phone").random(count) < 0.5
    phone = below("phone", 10_000)
    phone = np.where(keeps_phone, same_person(phone), phone)
    street = below("street", len(STREET_NAMES) * len(STREET_SUFFIXES))
    house = 10 + below("house", 9_890)
    unit = below("unit", len(UNITS) * 48)
    zip_end = 1 + below("zip_code", 98)
    street, house, unit, zip_end = (
        np.where(keeps_phone, column, same_person(column))
        for column in (street, house, unit, zip_end)
    )
    area = [place.area_code for place in places()]
    names = choice(FIRST_NAMES, first), choice(LAST_NAMES, last)
    number = rows.first_number + np.arange(count)
    columns = {
        "customer_id": customer_ids(block),
        "first_name": names[0],
        "last_name": names[1],
        "email": join(
            choice([_mailbox(name) for name in FIRST_NAMES], first),
            ".",
            choice([_mailbox(name) for name in LAST_NAMES], last),
            whole(number),
            "@",
            choice(EMAIL_DOMAINS, below("email", len(EMAIL_DOMAINS))),
        ),
        "phone": join("(", choice(area, rows.city), ") 555-", padded(phone, 4)),
        "address_line1": join(
            whole(house),
            " ",
            choice(STREET_NAMES, street // len(STREET_SUFFIXES)),
            " ",
            choice(STREET_SUFFIXES, street % len(STREET_SUFFIXES)),
            choice(
                [f"{kind}{flat + 1}" if kind else "" for kind in UNITS for flat in range(48)], unit
            ),
        ),
        "city": choice([place.city for place in places()], rows.city),
        "state": choice([place.state for place in places()], rows.city),
        "zip_code": join(
            choice([place.zip_prefix for place in places()], rows.city), padded(zip_end, 2)
        ),
        "country": choice(("USA",), np.zeros(count, dtype=np.int64)),
        "date_of_birth": day(rows.born),
        "customer_since": day(rows.joined),
        "preferred_contact": weighted(CONTACT, count, streams.of("preferred_contact")),
        "marketing_opt_in": flag(streams.of("marketing_opt_in").random(count) < 0.58),
        "referral_source": weighted(REFERRAL, count, streams.of("referral_source")),
        "customer_segment": choice(CUSTOMER_SEGMENTS, _segments(block)),
        "lifetime_value": money(_premiums_paid(block).astype(np.int64)),
        "created_at": moment(rows.created),
        "updated_at": moment(rows.updated),
    }
    return with_demos(columns, _demos()[: rows.demos])


def _mailbox(name: str) -> str:
    """A name as it stands in an e-mail address."""
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _premiums_paid(block: Block) -> Floats:
    """Premiums of each customer up to as_of, in cents."""
    policies, pets = block.policies, block.pets
    days = np.maximum(0, np.minimum(policies.end, block.request.today) - policies.effective)
    owner = pets.owner[policies.pet]
    paid = policies.premium * np.round(days / 30.4375)
    total = np.zeros(len(block.customers))
    np.add.at(total, owner, paid)
    return total


def _segments(block: Block) -> Ints:
    """Position in CUSTOMER_SEGMENTS, from what the customer has bought."""
    policies, pets, count = block.policies, block.pets, len(block.customers)
    owner = pets.owner[policies.pet]
    has_policy = np.bincount(owner, minlength=count) > 0
    has_rich_plan = np.bincount(owner, policies.plan >= 2, minlength=count) > 0
    has_several = np.bincount(pets.owner, minlength=count) > 1
    is_new = block.customers.joined > block.request.today - NEW_FOR_DAYS
    names = ("Prospect", "New", "Premium", "Multi-Pet", "Standard")
    codes = [CUSTOMER_SEGMENTS.index(name) for name in names]
    return np.select([~has_policy, is_new, has_rich_plan, has_several], codes[:4], codes[4])


def _demos() -> list[dict[str, str | None]]:
    return [
        {
            "first_name": demo.first_name,
            "last_name": demo.last_name,
            "email": demo.email,
            "phone": demo.phone,
            "address_line1": demo.address_line1,
            "zip_code": demo.zip_code,
            "preferred_contact": demo.preferred_contact,
            "marketing_opt_in": str(demo.marketing_opt_in).lower(),
            "referral_source": demo.referral_source,
        }
        for demo in CUSTOMERS
    ]

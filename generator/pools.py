"""The pools that names and addresses are drawn from; Faker supplies them, numpy draws."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from faker.providers.address.en_US import Provider as AddressProvider
from faker.providers.person.en_US import Provider as PersonProvider

FIRST_NAMES: Final = tuple(
    sorted({*PersonProvider.first_names_female, *PersonProvider.first_names_male})
)
LAST_NAMES: Final = tuple(PersonProvider.last_names)
STREET_SUFFIXES: Final = tuple(
    suffix
    for suffix in AddressProvider.street_suffixes
    if suffix in {"Avenue", "Boulevard", "Court", "Drive", "Lane", "Place", "Road", "Street", "Way"}
)
STREET_NAMES: Final = tuple(
    sorted(
        {
            *LAST_NAMES[:160],
            "Cedar",
            "Chestnut",
            "Elm",
            "Highland",
            "Lakeview",
            "Magnolia",
            "Maple",
            "Meadow",
            "Oak",
            "Park",
            "Pine",
            "Ridge",
            "River",
            "Sunset",
            "Walnut",
        }
    )
)
MALE_PET_NAMES: Final = (
    "Ace", "Apollo", "Archie", "Bandit", "Bear", "Benji", "Blue", "Boomer", "Buddy", "Buster",
    "Cash", "Charlie", "Chester", "Cooper", "Diesel", "Duke", "Felix", "Finn", "Frankie",
    "George", "Gus", "Hank", "Harley", "Henry", "Hunter", "Jack", "Jasper", "Joey", "Kona",
    "Leo", "Loki", "Louie", "Lucky", "Mac", "Marley", "Max", "Mickey", "Milo", "Moose",
    "Murphy", "Nico", "Odin", "Oliver", "Ollie", "Otis", "Percy", "Pumpkin", "Ranger", "Remy",
    "Riley", "Rocky", "Romeo", "Rusty", "Salem", "Sam", "Shadow", "Smokey", "Teddy", "Theo",
    "Thor", "Tiger", "Toby", "Tucker", "Waffles", "Winston", "Yoshi", "Zeus", "Ziggy",
)  # fmt: skip
FEMALE_PET_NAMES: Final = (
    "Abby", "Athena", "Bailey", "Bella", "Callie", "Chloe", "Cleo", "Coco", "Daisy", "Dixie",
    "Ella", "Gigi", "Ginger", "Gracie", "Hazel", "Honey", "Ivy", "Izzy", "Juno", "Kiki",
    "Koda", "Lady", "Lexi", "Lily", "Lola", "Lucy", "Lulu", "Maggie", "Maya", "Mia", "Millie",
    "Minnie", "Misty", "Nala", "Pearl", "Penny", "Pepper", "Piper", "Roxy", "Ruby", "Sadie",
    "Sasha", "Sophie", "Stella", "Sugar", "Tilly", "Violet", "Willow", "Winnie", "Zara", "Zoe",
)  # fmt: skip
CLINIC_NAMES: Final = (
    "Animal Friends", "Bayside", "Brookside", "Cedar Grove", "City Paws", "Companion",
    "Cornerstone", "Countryside", "Crestview", "Eastside", "Evergreen", "Fairview",
    "Four Paws", "Gentle Care", "Greenfield", "Harbor", "Heritage", "Highland", "Kindred",
    "Lakeside", "Liberty", "Maple Leaf", "Meadowbrook", "Midtown", "North Star", "Northside",
    "Oak Hill", "Old Town", "Parkway", "Pine Ridge", "Prairie", "River Bend", "Riverside",
    "Rosewood", "Silver Creek", "Southside", "Springdale", "Stonebridge", "Summit", "Sunrise",
    "Union Square", "Valley", "Village", "Westside", "Whispering Pines", "Willow Creek",
)  # fmt: skip
EMAIL_DOMAINS: Final = ("example.com", "example.net", "example.org", "mail.example", "post.example")


@dataclass(frozen=True, slots=True)
class Place:
    """A city where customers live and vets practise; zip_prefix is its first three digits."""

    city: str
    state: str
    zip_prefix: str
    area_code: str
    weight: int


@cache
def places() -> tuple[Place, ...]:
    """Every city, those of the demo identities first."""
    with files("generator").joinpath("places.csv").open(encoding="utf-8") as lines:
        return tuple(
            Place(
                row["city"], row["state"], row["zip_prefix"], row["area_code"], int(row["weight"])
            )
            for row in csv.DictReader(lines)
        )

"""Pets: breed, age, when they came into the family, how long they live, what ails them for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.days import DAY_SECONDS, NEVER, Flags, Floats, Ints, at_time
from generator.entities.ailments import draw_chronic
from generator.entities.customers import Customers, later_change
from insurance.identities import PETS
from insurance.species import BREEDS

if TYPE_CHECKING:
    from generator.streams import Streams

DOG_SHARE: Final = 0.62
YEAR: Final = 365.25
IS_DOG: Final = np.array([breed.species == "Dog" for breed in BREEDS])
LIFE_FROM: Final = np.array([breed.life_years[0] for breed in BREEDS])
LIFE_TO: Final = np.array([breed.life_years[1] for breed in BREEDS])


@dataclass(frozen=True, slots=True)
class Pets:
    """All pets of a block in order of registration, demo pets first.

    born, adopted and died are days (NEVER for a living pet); frailty scales the number of claims;
    chronic indexes CHRONIC or is -1, and starts at day onset.
    """

    demos: int
    first_number: int
    owner: Ints
    breed: Ints
    is_dog: Flags
    is_male: Flags
    born: Ints
    adopted: Ints
    died: Ints
    created: Ints
    updated: Ints
    frailty: Floats
    chronic: Ints
    onset: Ints

    def __len__(self) -> int:
        return len(self.owner)

    @property
    def is_pre_existing(self) -> Flags:
        """Whether the chronic condition was known when the pet was registered."""
        return (self.chronic >= 0) & (self.onset < self.created // DAY_SECONDS)


def draw_pets(
    streams: Streams, count: int, first_number: int, today: int, customers: Customers
) -> Pets:
    """The pets of a block; each owner has one at least."""
    demos = PETS if streams.block == 0 else ()
    owner = _owners(streams, count, customers)
    joined = customers.joined[owner]
    breed = _breeds(streams, count)
    born, adopted, registered = _origins(streams, breed, joined, today)
    order = np.concatenate(
        [np.arange(len(demos)), len(demos) + np.argsort(registered[len(demos) :], kind="stable")]
    )
    owner, breed, born, adopted, registered = (
        column[order] for column in (owner, breed, born, adopted, registered)
    )
    is_male = streams.of("gender").random(count) < 0.51
    for row, demo in enumerate(demos):
        owner[row] = int(demo.customer_id[-3:]) - 1
        breed[row] = [(kind.species, kind.name) for kind in BREEDS].index(
            (demo.species, demo.breed)
        )
        born[row] = today - demo.born_days_ago
        adopted[row] = today - demo.adopted_days_ago
        registered[row] = max(int(customers.joined[owner[row]]), int(adopted[row]))
        is_male[row] = demo.gender == "Male"
    died, life = _deaths(streams, breed, born, registered)
    chronic, onset = draw_chronic(streams, IS_DOG[breed], born, life)
    for row, demo in enumerate(demos):
        died[row] = NEVER if demo.died_days_ago is None else today - demo.died_days_ago
        chronic[row] = -1
    died[died >= today] = NEVER
    created = at_time(registered, 12, 16, streams.of("created_at"))
    updated = later_change(created, today, 0.5, streams)
    gone = died < NEVER
    updated[gone] = np.maximum(created[gone] + 60, died[gone] * DAY_SECONDS + 43_200)
    frailty = streams.of("frailty").gamma(4.0, 0.25, count)
    return Pets(
        len(demos),
        first_number,
        owner,
        breed,
        IS_DOG[breed],
        is_male,
        born,
        adopted,
        died,
        created,
        updated,
        frailty,
        chronic,
        onset,
    )


def _owners(streams: Streams, count: int, customers: Customers) -> Ints:
    """Each owner once, the remaining pets spread unevenly over the owners."""
    owners = np.flatnonzero(customers.has_pets)
    owners = owners[owners >= customers.demos]
    appetite = streams.of("household").gamma(0.9, 1.0, len(owners))
    more = streams.of("customer_id").choice(
        owners, max(0, count - len(owners)), p=appetite / appetite.sum()
    )
    return np.concatenate([owners, more])[:count]


def _breeds(streams: Streams, count: int) -> Ints:
    popularity = np.array([breed.popularity for breed in BREEDS], dtype=float)
    dogs, cats = popularity * IS_DOG, popularity * ~IS_DOG
    shares = DOG_SHARE * dogs / dogs.sum() + (1 - DOG_SHARE) * cats / cats.sum()
    return streams.of("breed").choice(len(BREEDS), count, p=shares / shares.sum()).astype(np.int64)


def _origins(streams: Streams, breed: Ints, joined: Ints, today: int) -> tuple[Ints, Ints, Ints]:
    """Days of birth, adoption and registration; nobody registers a pet near the end of its life."""
    count = len(breed)
    before = streams.of("adoption_date").exponential(1_250, count).clip(0, 4_400).astype(np.int64)
    after = (streams.of("adopted_later").random(count) * (today - 2 - joined)).astype(np.int64)
    is_later = streams.of("is_later").random(count) < 0.3
    adopted = np.where(is_later, joined + after, joined - before)
    delay = streams.of("registration").integers(0, 15, count)
    registered = np.minimum(np.maximum(joined, adopted + delay), today - 1)
    was_young = streams.of("was_young").random(count) < 0.56
    young_age = streams.of("young_age").integers(56, 141, count)
    adult_age = streams.of("adult_age").beta(1.2, 2.6, count) * LIFE_FROM[breed] * 0.7 * YEAR
    born = adopted - np.where(was_young, young_age, 180 + adult_age.astype(np.int64))
    oldest = ((LIFE_FROM[breed] - 1.2) * YEAR).astype(np.int64)
    born = np.maximum(born, registered - oldest)
    return born, np.maximum(adopted, born + 56), registered


def _deaths(streams: Streams, breed: Ints, born: Ints, registered: Ints) -> tuple[Ints, Ints]:
    """(day of death, natural life in days); a few die early, none within six weeks of joining."""
    count = len(breed)
    span = streams.of("life_span").beta(2, 2, count)
    life = ((LIFE_FROM[breed] + span * (LIFE_TO[breed] - LIFE_FROM[breed])) * YEAR).astype(np.int64)
    early = streams.of("early_death").random(count) < 0.07
    lived = born + life - registered - 45
    cut = (streams.of("early_at").random(count) * lived).astype(np.int64)
    died = registered + 45 + np.where(early, cut, lived)
    return died, life

"""Customers: when they joined, where they live, how old they are, who registered twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.days import DAY_SECONDS, Flags, Ints, at_time
from generator.defects.catalog import count_of
from generator.pools import places
from generator.request import EPOCH, HISTORY_DAYS
from insurance.identities import CUSTOMERS

if TYPE_CHECKING:
    from generator.entities.providers import Providers
    from generator.streams import Streams

WITHOUT_PETS: Final = 0.08
"""Share of customers who have only asked for a quote."""

FOUNDERS: Final = 0.10
FOUNDING_DAYS: Final = 75
"""Share of customers who joined in the first weeks, when another insurer's book was taken over."""


@dataclass(frozen=True, slots=True)
class Customers:
    """All customers of a block in order of joining, demo customers first.

    Days and seconds count from 1970-01-01 UTC. twin_of holds for a near duplicate the row of the
    same person's first registration, -1 for everybody else.
    """

    demos: int
    first_number: int
    joined: Ints
    created: Ints
    updated: Ints
    born: Ints
    city: Ints
    has_pets: Flags
    twin_of: Ints

    def __len__(self) -> int:
        return len(self.joined)


def draw_customers(
    streams: Streams, count: int, lines: int, first_number: int, today: int, providers: Providers
) -> Customers:
    """The customers of a block, joining over the years that the data covers, more every year."""
    demos = CUSTOMERS if streams.block == 0 else ()
    known = [place.city for place in places()]
    uniform = streams.of("customer_since").random(count)
    is_founder = streams.of("is_founder").random(count) < FOUNDERS
    growing = np.sqrt(0.5625 + uniform) - 0.75
    days = np.where(is_founder, uniform * FOUNDING_DAYS, 2 * growing * (HISTORY_DAYS - 1))
    joined = np.sort(today - HISTORY_DAYS + days.astype(np.int64))
    age_days = streams.of("date_of_birth").triangular(19, 34, 84, count) * 365.25
    here = np.unique(providers.city)
    weights = np.array([places()[place].weight for place in here], dtype=float)
    city = streams.of("city").choice(here, count, p=weights / weights.sum())
    has_pets = streams.of("has_pets").permutation(count) >= round(WITHOUT_PETS * count)
    for row, demo in enumerate(demos):
        joined[row] = today - demo.joined_days_ago
        city[row] = known.index(demo.city)
        has_pets[row] = True
    born = joined - age_days.astype(np.int64)
    for row, demo in enumerate(demos):
        born[row] = (demo.date_of_birth - EPOCH).days
    created = at_time(joined, 6, 12, streams.of("created_at"))
    twin_of = _twins(streams, count, count_of("customers", "near_duplicate", lines), joined, demos)
    again = twin_of >= 0
    born[again] = born[twin_of[again]]
    city[again] = city[twin_of[again]]
    updated = later_change(created, today, 0.45, streams)
    return Customers(
        len(demos), first_number, joined, created, updated, born, city, has_pets, twin_of
    )


def _twins(
    streams: Streams, count: int, wanted: int, joined: Ints, demos: tuple[object, ...]
) -> Ints:
    """Pairs of rows for the same person: the second joined at least three weeks after the first."""
    twin_of = np.full(count, -1, dtype=np.int64)
    order = streams.of("twins").permutation(np.arange(len(demos), count))
    half = len(order) // 2
    first, second = np.sort(np.stack([order[:half], order[half : 2 * half]]), axis=0)
    apart = np.flatnonzero(joined[second] - joined[first] >= 21)[:wanted]
    twin_of[second[apart]] = first[apart]
    return twin_of


def later_change(created: Ints, today: int, share: float, streams: Streams) -> Ints:
    """When each record was last changed: a share of them at some second after its creation."""
    count = len(created)
    room = today * DAY_SECONDS - 1 - created
    changed = (streams.of("is_updated").random(count) < share) & (room > 2 * DAY_SECONDS)
    delay = 3_600 + (streams.of("updated_at").random(count) * (room - 3_600)).astype(np.int64)
    return created + np.where(changed, delay, 0)

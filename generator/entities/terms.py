"""Which pets are insured, from when, for how many years, and who cancels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from generator.days import DAY_SECONDS, NEVER, Ints, add_years
from generator.entities.pets import YEAR, Pets

if TYPE_CHECKING:
    from generator.streams import Streams

RENEWAL_RATE: Final = 0.87
CANCELLATION_RATE: Final = 0.10
"""Share of contracts whose owner cancels within the last policy year."""

OLDEST_ENROLMENT: Final = 12
"""Nobody insures a pet older than this for the first time; years."""

FIRST_PET_PREFERENCE: Final = 0.55
"""How much sooner than another pet of the family the first one is insured; 1 is always."""

TERMS: Final = 4
"""More policy years than any contract can have had."""


def draw_terms(streams: Streams, count: int, today: int, pets: Pets) -> tuple[Ints, Ints, Ints]:
    """(pet, renewal, first day of the contract) of exactly `count` policy years."""
    total = len(pets)
    registered = pets.created // DAY_SECONDS
    soon = streams.of("soon").integers(0, 45, total)
    late = streams.of("late").integers(45, 500, total)
    start = np.where(streams.of("is_late").random(total) < 0.2, late, soon)
    start = np.maximum(registered + start, pets.born + 56)
    is_young_enough = start - pets.born <= OLDEST_ENROLMENT * YEAR
    may_insure = is_young_enough & (start < pets.died - 30) & (start < today + 14)
    may_insure[: pets.demos] = False
    renews = streams.of("renewal_count").random((total, TERMS)) < RENEWAL_RATE
    renews[:, 0] = may_insure
    year = np.arange(TERMS)
    begins = add_years(np.repeat(start, TERMS), np.tile(year, total)).reshape(total, TERMS)
    offered = (begins - 30 < today - 1) & (begins < pets.died[:, None])
    offered[:, 0] = True
    holds = np.logical_and.accumulate(renews & offered, axis=1)
    order = _insured_first(streams, np.flatnonzero(may_insure), pets)
    held = holds[order]
    pet = np.repeat(order, held.sum(axis=1))[:count]
    renewal = np.nonzero(held)[1][:count]
    return pet, renewal, start[pet]


def _insured_first(streams: Streams, candidates: Ints, pets: Pets) -> Ints:
    """Pets in the order in which they are insured: few owners insure a second before the first."""
    order = streams.of("pet_id").permutation(candidates)
    _, first = np.unique(pets.owner[order], return_index=True)
    patience = streams.of("patience").random(len(order))
    patience[first] -= FIRST_PET_PREFERENCE
    return order[np.argsort(patience, kind="stable")]


def draw_cancellations(
    streams: Streams,
    effective: Ints,
    expiration: Ints,
    renewal: Ints,
    pet: Ints,
    pets: Pets,
    today: int,
) -> Ints:
    """Day of cancellation or NEVER; only the last year of a contract is cancelled by its owner."""
    last = np.zeros(len(pets), dtype=np.int64)
    np.maximum.at(last, pet, renewal)
    wishes = streams.of("is_cancelled").random(len(pet)) < CANCELLATION_RATE
    days = streams.of("cancellation_date").integers(20, 330, len(pet))
    day = effective + days
    happens = wishes & (renewal == last[pet]) & (day < np.minimum(expiration, today))
    return np.where(happens, day, NEVER)

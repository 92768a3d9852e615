"""Policies: one row per policy year, from the first purchase through its renewals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.days import DAY_SECONDS, NEVER, Ints, add_years, age_in_years, at_time
from generator.entities.terms import draw_cancellations, draw_terms
from generator.request import EPOCH
from insurance.identities import POLICIES, terms_of
from insurance.plans import PLANS, quote
from insurance.species import BREEDS
from insurance.vocabulary import PLAN_NAMES, POLICY_STATUSES

if TYPE_CHECKING:
    from datetime import date

    from generator.entities.pets import Pets
    from generator.streams import Streams

PLAN_SHARES: Final = (0.27, 0.39, 0.24, 0.10)
OLDEST_QUOTED: Final = 30
PENDING, ACTIVE, EXPIRED, CANCELLED = range(len(POLICY_STATUSES))


@dataclass(frozen=True, slots=True)
class Policies:
    """All policy years of a block in order of purchase, those of the demo pets first.

    A policy is in force in [effective, end); end is the earlier of expiration and cancellation.
    premium is in cents a month; renewal counts the earlier years of the contract.
    """

    demos: int
    first_number: int
    pet: Ints
    plan: Ints
    renewal: Ints
    effective: Ints
    expiration: Ints
    cancelled: Ints
    premium: Ints
    status: Ints
    created: Ints
    updated: Ints

    def __len__(self) -> int:
        return len(self.pet)

    @property
    def end(self) -> Ints:
        """First day on which the policy is no longer in force."""
        return np.minimum(self.expiration, self.cancelled)


def draw_policies(
    streams: Streams, count: int, first_number: int, as_of: date, pets: Pets
) -> Policies:
    """The policy years of a block: pets in random order until the file is full."""
    today = (as_of - EPOCH).days
    demos = _demo_terms(as_of) if streams.block == 0 else np.empty((0, 7), dtype=np.int64)
    pet, renewal, first = draw_terms(streams, count - len(demos), today, pets)
    effective, expiration = add_years(first, renewal), add_years(first, renewal + 1)
    bought = effective - np.where(
        renewal > 0,
        streams.of("renewed_ahead").integers(20, 31, len(pet)),
        streams.of("bought_ahead").integers(0, 15, len(pet)),
    )
    bought = np.maximum(bought, pets.created[pet] // DAY_SECONDS).clip(None, today - 1)
    order = np.argsort(bought, kind="stable")
    pet, renewal, effective, expiration, bought = (
        column[order] for column in (pet, renewal, effective, expiration, bought)
    )
    cancelled = draw_cancellations(streams, effective, expiration, renewal, pet, pets, today)
    plan = streams.of("plan_name").choice(len(PLANS), len(pets), p=PLAN_SHARES)[pet]
    pet, renewal, effective, expiration, bought, plan = (
        np.concatenate([demos[:, column], drawn]).astype(np.int64)
        for column, drawn in enumerate((pet, renewal, effective, expiration, bought, plan))
    )
    cancelled = np.concatenate([np.full(len(demos), NEVER), cancelled])
    died = pets.died[pet]
    cancelled = np.where((died > effective) & (died < expiration), died, cancelled)
    status = np.select(
        [cancelled < NEVER, effective >= today, expiration <= today],
        [CANCELLED, PENDING, EXPIRED],
        ACTIVE,
    ).astype(np.int64)
    created = at_time(bought, 16, 22, streams.of("created_at"))
    changed = np.select(
        [status == CANCELLED, status == EXPIRED, status == ACTIVE],
        [cancelled, expiration, effective],
        0,
    )
    updated = np.maximum(created, np.minimum(changed, today - 1) * DAY_SECONDS + 79_500)
    return Policies(
        len(demos),
        first_number,
        pet,
        plan,
        renewal,
        effective,
        expiration,
        cancelled,
        premiums()[plan, pets.breed[pet], age_in_years(pets.born[pet], effective)],
        status,
        created,
        updated,
    )


@cache
def premiums() -> Ints:
    """insurance.quote in cents for every plan, breed and age in whole years."""
    return np.array(
        [
            [
                [
                    int(quote(plan, breed.species, breed.name, age) * 100)
                    for age in range(OLDEST_QUOTED)
                ]
                for breed in BREEDS
            ]
            for plan in PLAN_NAMES
        ]
    )


def _demo_terms(as_of: date) -> Ints:
    """(pet, renewal, effective, expiration, bought, plan) of the demo policies."""
    return np.array(
        [
            (
                int(policy.pet_id[-3:]) - 1,
                term.renewal_count,
                (term.effective_date - EPOCH).days,
                (term.expiration_date - EPOCH).days,
                (term.effective_date - EPOCH).days - (25 if term.renewal_count else 1),
                PLAN_NAMES.index(policy.plan_name),
                0,
            )
            for policy in POLICIES
            for term in terms_of(policy, as_of)
        ],
        dtype=np.int64,
    )

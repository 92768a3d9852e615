"""Visits to the vet that become claims: who, when, why, where and for how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.days import Flags, Floats, Ints, month_of
from generator.entities.ailments import CATALOG, draw_diagnoses, stage_of
from generator.entities.clinics import choose_providers
from generator.seasons import Intensity

if TYPE_CHECKING:
    from generator.entities.books import Books
    from generator.entities.pets import Pets
    from generator.entities.policies import Policies
    from generator.streams import Streams

COST_FROM: Final = np.array([int(entry.cost[0] * 100) for entry in CATALOG])
COST_TO: Final = np.array([int(entry.cost[1] * 100) for entry in CATALOG])
EMERGENCY_SHARE: Final = np.array([entry.emergency_percent / 100 for entry in CATALOG])
IS_CHRONIC: Final = np.array([entry.is_chronic for entry in CATALOG])
IS_ONCE: Final = np.array([entry.once for entry in CATALOG])
STAGE_FACTOR: Final = np.array([1.3, 0.9, 1.25])
CHRONIC_FACTOR: Final = 1.7
NEEDIEST: Final = 2.4
"""No pet has more visits than so many times a healthy adult's."""

CHRONIC_VISITS: Final = 0.55
"""Share of the visits of a chronically ill pet that are for that illness."""

LATE_SHARE: Final = 0.012
"""Share of claims that are handed in months after the visit."""

INSTEAD: Final = np.array(
    [row for row, entry in enumerate(CATALOG) if entry.code in ("EAR-01", "GAS-01", "ORT-05")]
)
"""Diagnoses any pet may have again, in place of one that it cannot have twice."""

USUAL, BY_TERMS, TRIMMED, OPEN, IN_REVIEW, UNDOCUMENTED, CAUGHT = range(7)
"""How a claim will be decided: USUAL may meet chance, the others are settled beforehand."""


@dataclass(frozen=True, slots=True)
class Visits:
    """Visits as columns; cents, days, positions in CATALOG and in the other tables of a block.

    invoice is -1, or the number of an invoice that several claims share.
    """

    policy: Ints
    diagnosis: Ints
    provider: Ints
    service: Ints
    submitted: Ints
    cents: Ints
    is_emergency: Flags
    verdict: Ints
    invoice: Ints

    def __len__(self) -> int:
        return len(self.policy)


def join(*parts: Visits) -> Visits:
    """All visits of the parts, in their order."""
    return Visits(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in Visits.__slots__)
    )


def empty() -> Visits:
    """No visits at all."""
    none = np.empty(0, dtype=np.int64)
    return Visits(none, none, none, none, none, none, np.empty(0, dtype=bool), none, none)


def pick(visits: Visits, rows: Ints | Flags) -> Visits:
    """The visits of these rows."""
    return Visits(*(getattr(visits, name)[rows] for name in Visits.__slots__))


def draw_visits(streams: Streams, books: Books, count: int) -> Visits:
    """The ordinary visits of a block, all while a policy is in force and the pet alive."""
    today, pets, policies = books.today, books.pets, books.policies
    intensity = Intensity(today - 1_200, today + 1)
    end = np.minimum(policies.end, today)
    policy = _patients(streams, books, count, intensity.between(policies.effective, end), end)
    service = intensity.draw(
        policies.effective[policy], end[policy], streams.of("service_date").random(count)
    )
    diagnosis = _diagnoses(streams, policy, service, pets, policies)
    is_emergency = streams.of("is_emergency").random(count) < EMERGENCY_SHARE[diagnosis]
    share = streams.of("claim_amount").beta(1.1, 3.9, count)
    return Visits(
        policy=policy,
        diagnosis=diagnosis,
        provider=choose_providers(streams, books, policy, is_emergency, diagnosis),
        service=service,
        submitted=_submissions(streams, service, today),
        cents=cost(diagnosis, share),
        is_emergency=is_emergency,
        verdict=np.full(count, USUAL),
        invoice=np.full(count, -1),
    )


def cost(diagnosis: Ints, share: Floats) -> Ints:
    """What a visit costs in cents, at a share of the way from the lowest to the highest."""
    span = COST_TO[diagnosis] - COST_FROM[diagnosis]
    cents: Ints = COST_FROM[diagnosis] + (share * span).astype(np.int64)
    return cents


def _patients(streams: Streams, books: Books, count: int, exposure: Floats, end: Ints) -> Ints:
    """The policy of each visit: longer in force, frailer, younger or older pets have more."""
    pets, policies = books.pets, books.policies
    pet = policies.pet
    stage = stage_of(pets.is_dog[pet], policies.effective - pets.born[pet])
    ill = (pets.chronic[pet] >= 0) & (pets.onset[pet] < end)
    need = pets.frailty[pet] * STAGE_FACTOR[stage] * np.where(ill, CHRONIC_FACTOR, 1)
    weight = exposure * np.minimum(need, NEEDIEST)
    weight[end <= policies.effective] = 0
    weight[: policies.demos] = 0
    total = np.cumsum(weight)
    drawn = streams.of("policy_id").random(count) * total[-1]
    policy: Ints = np.searchsorted(total, drawn, side="right")
    return policy


def _submissions(streams: Streams, service: Ints, today: int) -> Ints:
    """Most claims come within two weeks, a few after months, all of them before today."""
    count = len(service)
    lag = streams.of("submitted_date").gamma(0.9, 8.0, count).astype(np.int64)
    is_late = streams.of("is_late").random(count) < LATE_SHARE
    lag = np.where(is_late, streams.of("late").integers(100, 320, count), lag)
    sooner = (streams.of("sooner").random(count) * (today - service)).astype(np.int64)
    return service + np.where(service + lag < today, lag, sooner)


def _diagnoses(
    streams: Streams, policy: Ints, service: Ints, pets: Pets, policies: Policies
) -> Ints:
    count = len(policy)
    pet = policies.pet[policy]
    stage = stage_of(pets.is_dog[pet], service - pets.born[pet])
    diagnosis = draw_diagnoses(
        pets.is_dog[pet],
        pets.is_male[pet],
        stage,
        policies.plan[policy],
        month_of(service),
        streams.of("diagnosis_code").random(count),
    )
    order = np.lexsort((service, diagnosis, pet))
    again = np.zeros(count, dtype=bool)
    same = (np.diff(pet[order]) == 0) & (np.diff(diagnosis[order]) == 0)
    again[order[1:]] = same & IS_ONCE[diagnosis[order[1:]]]
    diagnosis[again] = streams.of("instead").choice(INSTEAD, int(again.sum()))
    ill = (pets.chronic[pet] >= 0) & (pets.onset[pet] <= service)
    visits = np.where(pets.is_pre_existing[pet], CHRONIC_VISITS / 4, CHRONIC_VISITS)
    for_it = ill & (streams.of("is_recurring").random(count) < visits)
    return np.where(for_it, pets.chronic[pet], diagnosis)

"""The claims sent through the portal in the days before as_of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from generator.days import month_of
from generator.entities.ailments import CODES, draw_diagnoses, stage_of
from generator.entities.clinics import choose_providers
from generator.entities.policies import ACTIVE
from generator.entities.visits import (
    BY_TERMS,
    EMERGENCY_SHARE,
    IN_REVIEW,
    IS_CHRONIC,
    IS_ONCE,
    OPEN,
    TRIMMED,
    UNDOCUMENTED,
    Visits,
    cost,
)
from insurance.vocabulary import PLAN_NAMES

if TYPE_CHECKING:
    from generator.days import Flags, Ints
    from generator.entities.books import Books
    from generator.streams import Streams

DECIDED: Final = (
    ("GAS-03", BY_TERMS),
    ("TRA-01", BY_TERMS),
    ("ORT-05", BY_TERMS),
    ("TRA-08", TRIMMED),
    ("TRA-04", BY_TERMS),
    ("WEL-01", BY_TERMS),
    ("SKN-03", UNDOCUMENTED),
)
"""The first portal claims are decided already; any pet may have these diagnoses."""

UNDER_REVIEW: Final = 5
"""How many of the others an adjuster has opened; the rest are as they came."""


def portal_visits(streams: Streams, books: Books, count: int) -> Visits:
    """The portal's claims of ordinary customers, one each, all under a policy in force."""
    policy = _insured(streams, books, count)
    count = len(policy)
    row = np.arange(count)
    is_decided = row < len(DECIDED)
    service = books.today - 1 - streams.of("service_date").integers(0, 6, count)
    service[is_decided] = books.today - 6
    delay = streams.of("submitted_date").integers(0, 4, count)
    submitted = np.where(is_decided, service + 1, np.minimum(service + delay, books.today - 1))
    diagnosis = _diagnoses(streams, books, policy, service, is_decided)
    share = np.where(is_decided, 0.55, streams.of("claim_amount").beta(1.6, 3.0, count))
    is_emergency = streams.of("is_emergency").random(count) < EMERGENCY_SHARE[diagnosis]
    visits = Visits(
        policy=policy,
        diagnosis=diagnosis,
        provider=choose_providers(streams, books, policy, is_emergency, diagnosis),
        service=service,
        submitted=submitted,
        cents=cost(diagnosis, share),
        is_emergency=is_emergency,
        verdict=np.where(row < len(DECIDED) + UNDER_REVIEW, IN_REVIEW, OPEN),
        invoice=np.full(count, -1),
    )
    visits.verdict[is_decided] = [verdict for _, verdict in DECIDED]
    return visits


def _diagnoses(
    streams: Streams, books: Books, policy: Ints, service: Ints, is_decided: Flags
) -> Ints:
    pets, pet = books.pets, books.policies.pet[policy]
    diagnosis = draw_diagnoses(
        pets.is_dog[pet],
        pets.is_male[pet],
        stage_of(pets.is_dog[pet], service - pets.born[pet]),
        books.policies.plan[policy],
        month_of(service),
        streams.of("diagnosis_code").random(len(policy)),
    )
    diagnosis[IS_ONCE[diagnosis] | IS_CHRONIC[diagnosis]] = CODES.index("EAR-01")
    diagnosis[is_decided] = [CODES.index(code) for code, _ in DECIDED]
    return diagnosis


def _insured(streams: Streams, books: Books, count: int) -> Ints:
    """Policies in force well past their waiting period, one a customer.

    Those of the decided claims are on the lean plans, so that their owners bear a good part.
    """
    policies = books.policies
    fit = (policies.status == ACTIVE) & (policies.effective + 45 < books.today)
    fit &= policies.end > books.today
    fit[: policies.demos] = False
    order = streams.of("policy_id").permutation(np.flatnonzero(fit))
    _, first = np.unique(books.insured[order], return_index=True)
    chosen = order[np.sort(first)]
    lean = chosen[policies.plan[chosen] <= PLAN_NAMES.index("Standard")][: len(DECIDED)]
    return np.concatenate([lean, chosen[~np.isin(chosen, lean)]])[:count]

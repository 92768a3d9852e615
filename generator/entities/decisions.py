"""How claims are decided: in time, by the terms of the plan, with a reason for every refusal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.days import Flags, Ints, at_time
from generator.entities.ailments import CATALOG
from generator.entities.settlement import settle_all
from generator.entities.visits import (
    BY_TERMS,
    CAUGHT,
    IN_REVIEW,
    OPEN,
    TRIMMED,
    UNDOCUMENTED,
    USUAL,
    Visits,
)
from insurance.plans import FILING_DEADLINE_DAYS, PLANS
from insurance.vocabulary import CLAIM_STATUSES, CLAIM_TYPES, DENIAL_REASONS

if TYPE_CHECKING:
    from generator.entities.books import Books
    from generator.streams import Streams

SUBMITTED, REVIEWED, APPROVED, PARTIAL, DENIED = range(len(CLAIM_STATUSES))
NO_REASON: Final = -1
UNDOCUMENTED_RATE: Final = 0.022
EXCLUDED_ITEMS_RATE: Final = 0.075
SCRIPTED_DAYS: Final = 3
"""Processing days of the claims whose decision is settled beforehand."""

TYPE_OF: Final = np.array([CLAIM_TYPES.index(entry.claim_type) for entry in CATALOG])
INCLUDED: Final = np.array(
    [[plan.includes(claim_type) for claim_type in CLAIM_TYPES] for plan in PLANS.values()]
)
WAITING_DAYS: Final = np.array([plan.waiting_period_days for plan in PLANS.values()])


def _reason(text: str) -> int:
    return DENIAL_REASONS.index(text)


NOT_INCLUDED: Final = np.array(
    [
        _reason(f"{claim_type} not included in plan")
        if claim_type in ("Wellness", "Dental", "Behavioral")
        else NO_REASON
        for claim_type in CLAIM_TYPES
    ]
)
LIMIT_REACHED: Final = _reason("Annual coverage limit reached")


@dataclass(frozen=True, slots=True)
class Decisions:
    """What became of each claim; cents, positions in the vocabulary, seconds for `at`.

    processing_days is -1 and reason NO_REASON where there is none; at is the time of the decision,
    or of submission for an open claim.
    """

    status: Ints
    reason: Ints
    processing_days: Ints
    deductible: Ints
    covered: Ints
    paid: Ints
    at: Ints


def decide(streams: Streams, books: Books, visits: Visits, created: Ints, rank: Ints) -> Decisions:
    """Decide every claim that is due by the day before `today` and not kept open."""
    count, today = len(visits), books.today
    days = 1 + streams.of("processing_days").gamma(1.7, 3.1, count).astype(np.int64)
    days = np.minimum(np.where(visits.is_emergency, (days + 1) // 2, days), 42)
    scripted = np.isin(visits.verdict, (BY_TERMS, TRIMMED, UNDOCUMENTED))
    days = np.where(scripted, SCRIPTED_DAYS, days)
    open_verdict = np.isin(visits.verdict, (OPEN, IN_REVIEW))
    decided = ~open_verdict & (visits.submitted + days < today)
    reason = np.where(decided, _refusals(streams, books, visits), NO_REASON)
    payable = decided & (reason == NO_REASON)
    by_chance = streams.of("excluded_items").random(count) < EXCLUDED_ITEMS_RATE
    trimmed = payable & ((by_chance & (visits.verdict == USUAL)) | (visits.verdict == TRIMMED))
    share = streams.of("eligible").uniform(0.62, 0.95, count)
    eligible = np.where(trimmed, (visits.cents * share).astype(np.int64), visits.cents)
    eligible[~payable] = 0
    plan = books.policies.plan[visits.policy]
    settled = settle_all(visits.policy, plan, visits.service, rank, eligible)
    exhausted = payable & (settled.due > 0) & (settled.paid == 0)
    capped = payable & (settled.paid < settled.due)
    reason[trimmed] = _reason("Items not covered by plan")
    reason[capped] = LIMIT_REACHED
    waits = np.where(
        (visits.verdict == IN_REVIEW) | (visits.submitted < today - 2), REVIEWED, SUBMITTED
    )
    waits = np.where((visits.verdict == OPEN) & (visits.submitted >= today - 12), SUBMITTED, waits)
    status = np.select(
        [~decided, exhausted | ~payable, trimmed | capped], [waits, DENIED, PARTIAL], APPROVED
    ).astype(np.int64)
    at = at_time(visits.submitted + days, 8, 18, streams.of("updated_at"))
    nothing = status == DENIED
    return Decisions(
        status,
        reason,
        np.where(decided, days, -1),
        np.where(nothing, 0, settled.deductible),
        np.where(nothing, 0, settled.covered),
        settled.paid,
        np.where(decided, np.maximum(at, created + 600), created),
    )


def _refusals(streams: Streams, books: Books, visits: Visits) -> Ints:
    """Why each claim is refused, NO_REASON where it is payable."""
    pets, policies = books.pets, books.policies
    kind = TYPE_OF[visits.diagnosis]
    plan = policies.plan[visits.policy]
    pet = policies.pet[visits.policy]
    known = pets.is_pre_existing[pet] & (visits.diagnosis == pets.chronic[pet])
    waiting = (
        (kind != CLAIM_TYPES.index("Accident"))
        & (policies.renewal[visits.policy] == 0)
        & (visits.service < policies.effective[visits.policy] + WAITING_DAYS[plan])
    )
    late = visits.submitted - visits.service > FILING_DEADLINE_DAYS
    careless = streams.of("undocumented").random(len(visits)) < UNDOCUMENTED_RATE
    causes: list[tuple[Flags, int]] = [
        (visits.verdict == UNDOCUMENTED, _reason("Insufficient documentation")),
        (visits.verdict == CAUGHT, _reason("Duplicate invoice")),
        (known, _reason("Pre-existing condition")),
        (waiting, _reason("Within waiting period")),
        (late, _reason("Submitted after filing deadline")),
        (careless & (visits.verdict == USUAL), _reason("Insufficient documentation")),
    ]
    excluded = ~INCLUDED[plan, kind]
    reason = np.select([cause for cause, _ in causes], [code for _, code in causes], NO_REASON)
    return np.where(excluded & (visits.verdict != UNDOCUMENTED), NOT_INCLUDED[kind], reason)

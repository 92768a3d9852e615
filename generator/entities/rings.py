"""Fraud: clinics whose customers share invoices, early costly claims, invoices handed in twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from generator.entities.ailments import CODES
from generator.entities.providers import GENERAL
from generator.entities.visits import CAUGHT, COST_TO, IS_ONCE, USUAL, Visits, empty, join
from generator.request import LINES

if TYPE_CHECKING:
    from generator.days import Ints
    from generator.entities.books import Books
    from generator.entities.policies import Policies
    from generator.streams import Streams

RINGS: Final = 3
"""Rings at scale 1; each is one clinic out of network."""

MEMBERS: Final = 4
SMALLEST_RING: Final = 3
VISITS: Final = 3
PRETEXTS: Final = np.array([CODES.index(code) for code in ("TRA-01", "ORT-05", "TRA-08")])
"""What ring members claim for: common, hard to disprove, covered from the first day."""

DOUBLE_BILLED: Final = 0.0012
"""Share of claims that hand in the invoice of an earlier claim of the same pet."""


def draw_rings(streams: Streams, books: Books, lines: int) -> Visits:
    """The claims of the fraud rings of a block; members hand in the same invoices in turn."""
    providers, policies = books.providers, books.policies
    clinics = np.flatnonzero(
        ~providers.in_network & (providers.kind == GENERAL) & ~providers.is_new
    )
    wanted = max(1, round(RINGS * lines / LINES["claims"]))
    customer = books.insured
    until = np.minimum(policies.end, books.today)
    matured = (policies.effective + 60 < until) & (policies.renewal == 0)
    matured[: policies.demos] = False
    rings = [empty()]
    for clinic in clinics[:wanted]:
        stream = streams.of(f"ring {len(rings)}")
        is_local = books.customers.city[customer] == providers.city[clinic]
        local = stream.permutation(np.flatnonzero(matured & is_local))
        _, first = np.unique(customer[local], return_index=True)
        members = local[np.sort(first)[:MEMBERS]]
        if len(members) >= SMALLEST_RING:
            rings.append(_ring(stream, len(rings) - 1, int(clinic), members, policies))
    return join(*rings)


def _ring(
    stream: np.random.Generator, ring: int, clinic: int, members: Ints, policies: Policies
) -> Visits:
    policy = np.repeat(members, VISITS)
    count = len(policy)
    turn = np.tile(np.arange(VISITS), len(members))
    service = policies.effective[policy] + 3 + turn * 9 + stream.integers(0, 6, count)
    diagnosis = PRETEXTS[stream.integers(0, len(PRETEXTS), VISITS)][turn]
    inflated = COST_TO[diagnosis] * stream.uniform(1.3, 2.1, count)
    caught = stream.random(count) < 0.3
    return Visits(
        policy=policy,
        diagnosis=diagnosis,
        provider=np.full(count, clinic),
        service=service,
        submitted=service + stream.integers(1, 9, count),
        cents=np.maximum(inflated, 101_500).astype(np.int64) // 500 * 500,
        is_emergency=np.zeros(count, dtype=bool),
        verdict=np.where(caught, CAUGHT, USUAL),
        invoice=ring * VISITS + turn,
    )


def bill_twice(
    streams: Streams, visits: Visits, count: int, first_invoice: int, today: int
) -> Visits:
    """The visits with `count` of them replaced by a second claim for an earlier one's invoice."""
    may = np.flatnonzero((visits.submitted < today - 60) & ~IS_ONCE[visits.diagnosis])
    chosen = streams.of("double billed").permutation(may)[: 2 * count]
    first, second = chosen[: len(chosen) // 2], chosen[len(chosen) // 2 :][: len(chosen) // 2]
    for name in ("policy", "diagnosis", "provider", "service", "cents", "is_emergency"):
        column = getattr(visits, name)
        column[second] = column[first]
    again = streams.of("handed in again").integers(9, 45, len(first))
    visits.submitted[second] = visits.submitted[first] + again
    visits.verdict[second] = np.where(again % 2 == 0, CAUGHT, USUAL)
    visits.invoice[first] = visits.invoice[second] = first_invoice + np.arange(len(first))
    return visits

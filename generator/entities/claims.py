"""Claims: visits in the order in which they were submitted, each with its decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from generator.days import Flags, Ints, at_time
from generator.defects.catalog import breaking_count
from generator.entities.decisions import Decisions, decide
from generator.entities.demos import demo_visits
from generator.entities.portal import portal_visits
from generator.entities.rings import DOUBLE_BILLED, bill_twice, draw_rings
from generator.entities.visits import (
    IS_CHRONIC,
    OPEN,
    USUAL,
    Visits,
    draw_visits,
    empty,
    join,
    pick,
)
from generator.request import PORTAL_CLAIMS
from generator.streams import Streams
from insurance import identities

if TYPE_CHECKING:
    from generator.entities.books import Books
    from generator.entities.policies import Policies


@dataclass(frozen=True, slots=True)
class Claims:
    """All claims of a block: demo customers' past, then the others by submission, then portal.

    The last `portal` rows are not in claims.jsonl but in files of their own. is_flawed marks open
    claims set aside for defects that make a row invalid. bill is the row whose invoice number a
    claim carries: its own, unless an invoice was handed in more than once.
    """

    demos: int
    portal: int
    first_number: int
    visits: Visits
    decisions: Decisions
    created: Ints
    updated: Ints
    is_recurring: Flags
    is_flawed: Flags
    bill: Ints

    def __len__(self) -> int:
        return len(self.visits)


def draw_claims(
    streams: Streams, books: Books, count: int, lines: int, first_number: int
) -> Claims:
    """The claims of a block: `count` for its source file, in the first block the portal's too."""
    demo, portal = empty(), empty()
    if streams.block == 0:
        demo = demo_visits(books, identities.CLAIMS)
        scripted = demo_visits(books, identities.PORTAL_CLAIMS)
        own = Streams(streams.seed, streams.block, "portal claims")
        portal = join(portal_visits(own, books, PORTAL_CLAIMS - len(scripted)), scripted)
    regular = _regular(streams, books, count - len(demo), lines)
    times = at_time(regular.submitted, 7, 22, streams.of("created_at"))
    order = np.argsort(times, kind="stable")
    visits = join(demo, pick(regular, order), portal)
    demo_times = at_time(demo.submitted, 7, 22, streams.of("demo created_at"))
    portal_times = at_time(portal.submitted, 7, 12, streams.of("portal created_at"))
    created = np.concatenate([demo_times, times[order], portal_times])
    is_flawed = _set_aside(streams, visits, len(demo), len(portal), breaking_count("claims", lines))
    visits.verdict[is_flawed] = OPEN
    decisions = decide(streams, books, visits, created, rank(visits, len(demo), len(portal)))
    return Claims(
        demos=len(demo),
        portal=len(portal),
        first_number=first_number,
        visits=visits,
        decisions=decisions,
        created=created,
        updated=decisions.at,
        is_recurring=_recurring(visits, books.policies),
        is_flawed=is_flawed,
        bill=_bills(visits),
    )


def _regular(streams: Streams, books: Books, count: int, lines: int) -> Visits:
    """Exactly `count` visits, honest and fraudulent."""
    rings = draw_rings(streams, books, lines)
    honest = draw_visits(streams, books, count - len(rings))
    next_invoice = int(rings.invoice.max(initial=-1)) + 1
    twice = round(DOUBLE_BILLED * lines)
    return join(rings, bill_twice(streams, honest, twice, next_invoice, books.today))


def rank(visits: Visits, demos: int, portal: int) -> Ints:
    """The order of claim ids as text: numbered, portal, demo and last the demo portal claims."""
    count = len(visits)
    row = np.arange(count)
    scripted = count - (len(identities.PORTAL_CLAIMS) if portal else 0)
    return np.where(row < demos, row + count, np.where(row >= scripted, row + 2 * count, row))


def _set_aside(streams: Streams, visits: Visits, demos: int, portal: int, count: int) -> Flags:
    """Ordinary claims that will carry a defect; they stay open, so nothing is paid on them."""
    fit = (visits.invoice < 0) & (visits.verdict == USUAL)
    fit[:demos] = False
    fit[len(visits) - portal :] = False
    chosen = streams.of("flawed").permutation(np.flatnonzero(fit))[:count]
    flawed = np.zeros(len(visits), dtype=bool)
    flawed[chosen] = True
    return flawed


def _recurring(visits: Visits, policies: Policies) -> Flags:
    """Whether a claim follows an earlier one of the same pet for the same chronic illness."""
    pet = policies.pet[visits.policy]
    order = np.lexsort((visits.service, visits.diagnosis, pet))
    follows = (np.diff(pet[order]) == 0) & (np.diff(visits.diagnosis[order]) == 0)
    recurring = np.zeros(len(visits), dtype=bool)
    recurring[order[1:]] = follows & IS_CHRONIC[visits.diagnosis[order[1:]]]
    return recurring


def _bills(visits: Visits) -> Ints:
    """For each claim the first row with the same invoice."""
    bill = np.arange(len(visits), dtype=np.int64)
    shared = np.flatnonzero(visits.invoice >= 0)
    _, first, group = np.unique(visits.invoice[shared], return_index=True, return_inverse=True)
    bill[shared] = shared[first][group]
    return bill

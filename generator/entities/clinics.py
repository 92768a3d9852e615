"""Which vet treats: near the family, and equipped for the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from generator.entities.ailments import CATALOG
from generator.entities.providers import (
    EMERGENCY,
    GENERAL,
    MOBILE,
    REHABILITATION,
    SPECIALTY,
)

if TYPE_CHECKING:
    from generator.days import Flags, Ints
    from generator.entities.books import Books
    from generator.streams import Streams
    from insurance.diagnoses import Diagnosis

STRAYS: Final = 0.14
"""Share of visits to another clinic than the family's own."""

KINDS: Final = (
    (GENERAL, MOBILE),
    (EMERGENCY,),
    (SPECIALTY,),
    (GENERAL, REHABILITATION),
    (GENERAL,),
)
"""Kinds of providers that can treat, by need."""


def _need(entry: Diagnosis) -> int:
    if entry.is_specialist:
        return 2
    if entry.category == "Orthopedic" and entry.is_chronic:
        return 3
    return 4 if entry.care in ("surgery", "hospital", "dental", "imaging") else 0


NEEDS: Final = np.array([_need(entry) for entry in CATALOG])


def choose_providers(
    streams: Streams, books: Books, policy: Ints, is_emergency: Flags, diagnosis: Ints
) -> Ints:
    """A provider in the customer's city: the family's own vet, unless the case needs another."""
    count = len(policy)
    customer = books.insured[policy]
    city = books.customers.city[customer]
    loyalty = streams.of("loyalty").random(len(books.customers))[customer]
    strays = streams.of("strays").random(count) < STRAYS
    uniform = np.where(strays, streams.of("provider_id").random(count), loyalty)
    needs = np.where(is_emergency, 1, NEEDS[diagnosis])
    provider = np.zeros(count, dtype=np.int64)
    for need, kinds in enumerate(KINDS):
        rows = np.flatnonzero(needs == need)
        order, start, offered = books.providers.of_city(kinds)
        there = city[rows]
        provider[rows] = order[start[there] + (uniform[rows] * offered[there]).astype(np.int64)]
    return provider

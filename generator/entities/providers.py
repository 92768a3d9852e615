"""Veterinary providers by city: who works where, who takes emergencies, who is out of network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from generator.pools import places
from insurance.identities import PROVIDERS
from insurance.vocabulary import PROVIDER_TYPES

if TYPE_CHECKING:
    from generator.days import Flags, Ints
    from generator.streams import Streams

GENERAL, EMERGENCY, SPECIALTY, MOBILE, REHABILITATION = range(5)
TYPES_IN_A_CITY: Final = (
    GENERAL,
    EMERGENCY,
    GENERAL,
    SPECIALTY,
    GENERAL,
    GENERAL,
    MOBILE,
    EMERGENCY,
    GENERAL,
    REHABILITATION,
)
"""Types of a city's providers in the order in which they opened."""

FOUNDED_IN_A_CITY: Final = 3
"""Every city has so many at least: two general practices and an emergency hospital."""

NEWLY_CONTRACTED: Final = 0.06
"""Share of providers so new that no claim has come from them yet."""


@dataclass(frozen=True, slots=True)
class Providers:
    """All providers of a block; the first `demos` are those of the demo identities."""

    demos: int
    first_number: int
    city: Ints
    kind: Ints
    in_network: Flags
    accepts_emergency: Flags
    is_new: Flags
    opened: Ints

    def of_city(self, kinds: tuple[int, ...]) -> tuple[Ints, Ints, Ints]:
        """Providers of these kinds by city: (order, start, count); any kind where none is there."""
        fits = np.isin(self.kind, kinds) & ~self.is_new
        for city in np.unique(self.city):
            if not (fits & (self.city == city)).any():
                fits |= (self.city == city) & ~self.is_new
        chosen = np.flatnonzero(fits)
        order = chosen[np.argsort(self.city[chosen], kind="stable")]
        cities = np.arange(int(self.city.max()) + 1)
        start = np.searchsorted(self.city[order], cities)
        count = np.searchsorted(self.city[order], cities, side="right") - start
        return order, start, count


def draw_providers(streams: Streams, lines: int, first_number: int, today: int) -> Providers:
    """The providers of a block, spread over cities by the weight of each city."""
    demos = PROVIDERS if streams.block == 0 else ()
    known = [place.city for place in places()]
    cities = min(max(3, lines // 5), len(known))
    drawn = lines - len(demos)
    weights = np.array([place.weight for place in places()[:cities]], dtype=float)
    founded = min(drawn, cities * FOUNDED_IN_A_CITY)
    spread = np.concatenate(
        [
            np.arange(founded) % cities,
            streams.of("city").choice(cities, drawn - founded, p=weights / weights.sum()),
        ]
    )
    city = np.concatenate([[known.index(demo.city) for demo in demos], spread]).astype(np.int64)
    kind = np.empty(lines, dtype=np.int64)
    for place in range(cities):
        here = np.flatnonzero(city == place)
        kind[here] = np.resize(TYPES_IN_A_CITY, len(here))
    in_network = streams.of("is_in_network").random(lines) < 0.82
    always_open = np.isin(kind, (EMERGENCY, SPECIALTY))
    accepts = always_open | (streams.of("accepts_emergency").random(lines) < 0.18)
    is_new = (streams.of("is_new").random(lines) < NEWLY_CONTRACTED) & (np.arange(lines) >= founded)
    new_needed = round(lines * 0.03)
    is_new[lines - new_needed :] = True
    opened = today - 1_200 - streams.of("created_at").integers(0, 2_400, lines)
    opened[is_new] = today - 2 - streams.of("recent").integers(0, 20, int(is_new.sum()))
    for row, demo in enumerate(demos):
        kind[row] = PROVIDER_TYPES.index(demo.provider_type)
        in_network[row] = demo.is_in_network
        accepts[row] = demo.accepts_emergency
        is_new[row] = False
    return Providers(len(demos), first_number, city, kind, in_network, accepts, is_new, opened)

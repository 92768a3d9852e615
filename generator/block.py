"""One block of the insurer's books: everything about a set of customers, complete in itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from generator.defects.catalog import entity_count
from generator.entities.books import Books
from generator.entities.claims import Claims, draw_claims
from generator.entities.customers import Customers, draw_customers
from generator.entities.pets import Pets, draw_pets
from generator.entities.policies import Policies, draw_policies
from generator.entities.providers import Providers, draw_providers
from generator.streams import Streams

if TYPE_CHECKING:
    from generator.request import Request


@dataclass(frozen=True)
class Block:
    """The entities of one block, each drawn when first asked for.

    Blocks never refer to each other; equal arguments give equal blocks.
    """

    request: Request
    index: int

    def streams(self, entity: str) -> Streams:
        """The random streams of an entity in this block."""
        return Streams(self.request.seed, self.index, entity)

    def lines(self, entity: str) -> int:
        """Lines that this block adds to the entity's source file."""
        return lines_of(self.request, entity, self.index)

    def count(self, entity: str) -> int:
        """Entities that these lines describe."""
        return entity_count(entity, self.lines(entity))

    def first_number(self, entity: str) -> int:
        """Number of the block's first entity."""
        return self.request.lines_before(entity, self.index) + 1

    @cached_property
    def providers(self) -> Providers:
        """The vets."""
        return draw_providers(
            self.streams("providers"),
            self.count("providers"),
            self.first_number("providers"),
            self.request.today,
        )

    @cached_property
    def customers(self) -> Customers:
        """The customers, in the cities of the vets."""
        return draw_customers(
            self.streams("customers"),
            self.count("customers"),
            self.lines("customers"),
            self.first_number("customers"),
            self.request.today,
            self.providers,
        )

    @cached_property
    def pets(self) -> Pets:
        """The pets of these customers."""
        return draw_pets(
            self.streams("pets"),
            self.count("pets"),
            self.first_number("pets"),
            self.request.today,
            self.customers,
        )

    @cached_property
    def policies(self) -> Policies:
        """The policy years of these pets."""
        return draw_policies(
            self.streams("policies"),
            self.count("policies"),
            self.first_number("policies"),
            self.request.as_of,
            self.pets,
        )

    @cached_property
    def claims(self) -> Claims:
        """The claims under these policies, those of the portal included."""
        return draw_claims(
            self.streams("claims"),
            Books(self.request.as_of, self.providers, self.customers, self.pets, self.policies),
            self.count("claims"),
            self.lines("claims"),
            self.first_number("claims"),
        )


def lines_of(request: Request, entity: str, index: int) -> int:
    """Lines of the entity's source file in one block."""
    return request.lines_before(entity, index + 1) - request.lines_before(entity, index)


@lru_cache(maxsize=1)
def block(request: Request, index: int) -> Block:
    """A block; the last one asked for is kept with all that was drawn of it."""
    return Block(request, index)

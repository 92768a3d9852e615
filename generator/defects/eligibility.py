"""Which rows may carry a defect without spoiling, or being mistaken for, another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from insurance.vocabulary import CLAIM_STATUSES, DECIDED_STATUSES

if TYPE_CHECKING:
    from generator.block import Block
    from generator.days import Flags, Ints

DECIDED = [CLAIM_STATUSES.index(status) for status in DECIDED_STATUSES]


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Rows by what may be planted there.

    free: any lenient defect; leaf: an invalid row, for no other row depends on it;
    corrected: a correction, for the row was changed after it was created.
    """

    free: Flags
    leaf: Flags
    corrected: Flags


def eligible(block: Block, entity: str) -> Eligibility:
    """The rows of an entity's source file in this block that may carry a defect."""
    return {
        "customers": _customers,
        "pets": _pets,
        "policies": _policies,
        "claims": _claims,
        "providers": _providers,
    }[entity](block)


def _after(demos: int, count: int) -> Flags:
    return np.arange(count) >= demos


def _unused(rows: Ints, count: int) -> Flags:
    unused: Flags = np.bincount(rows, minlength=count) == 0
    return unused


def _customers(block: Block) -> Eligibility:
    rows = block.customers
    free = _after(rows.demos, len(rows)) & (rows.twin_of < 0)
    free[rows.twin_of[rows.twin_of >= 0]] = False
    leaf = free & _unused(block.pets.owner, len(rows))
    return Eligibility(free, leaf, free & (rows.updated > rows.created))


def _pets(block: Block) -> Eligibility:
    rows = block.pets
    free = _after(rows.demos, len(rows))
    leaf = free & _unused(block.policies.pet, len(rows))
    return Eligibility(free, leaf, free & (rows.updated > rows.created))


def _policies(block: Block) -> Eligibility:
    rows = block.policies
    free = _after(rows.demos, len(rows))
    leaf = free & _unused(block.claims.visits.policy, len(rows))
    return Eligibility(free, leaf, free & (rows.updated > rows.created))


def _claims(block: Block) -> Eligibility:
    rows = block.claims
    count = len(rows) - rows.portal
    shared = rows.visits.invoice[:count] >= 0
    leaf = rows.is_flawed[:count]
    free = _after(rows.demos, count) & ~shared & ~leaf
    decided = np.isin(rows.decisions.status[:count], DECIDED)
    return Eligibility(free, leaf, free & decided)


def _providers(block: Block) -> Eligibility:
    rows = block.providers
    free = _after(rows.demos, len(rows.city))
    return Eligibility(free, free & rows.is_new, np.zeros(len(rows.city), dtype=bool))

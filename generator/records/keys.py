"""The ids of entities as text; ids of demo identities come first in the first block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa

from generator.arrow import strings
from generator.request import EPOCH
from generator.text import join, padded, whole, with_first
from insurance.identities import (
    CLAIMS,
    CUSTOMERS,
    PETS,
    POLICIES,
    PORTAL_CLAIMS,
    PROVIDERS,
    terms_of,
)

if TYPE_CHECKING:
    from generator.block import Block
    from generator.entities.claims import Claims

DIGITS: Final = 7
ORPHANS_FROM: Final = 9_000_000
"""Numbers that no entity has, whatever the scale."""


def customer_ids(block: Block) -> pa.StringArray:
    """customer_id of every customer of the block."""
    rows = block.customers
    ids = numbered("CUST", rows.first_number, len(rows))
    return with_first(ids, [demo.customer_id for demo in CUSTOMERS][: rows.demos])


def pet_ids(block: Block) -> pa.StringArray:
    """pet_id of every pet of the block."""
    ids = numbered("PET", block.pets.first_number, len(block.pets))
    return with_first(ids, [demo.pet_id for demo in PETS][: block.pets.demos])


def policy_ids(block: Block) -> pa.StringArray:
    """policy_id of every policy year of the block."""
    ids = numbered("POL", block.policies.first_number, len(block.policies))
    terms = [
        term.policy_id for policy in POLICIES for term in terms_of(policy, block.request.as_of)
    ]
    return with_first(ids, terms[: block.policies.demos])


def provider_ids(block: Block) -> pa.StringArray:
    """provider_id of every provider of the block."""
    rows = block.providers
    ids = numbered("PROV", rows.first_number, len(rows.city))
    return with_first(ids, [demo.provider_id for demo in PROVIDERS][: rows.demos])


def claim_ids(block: Block) -> pa.StringArray:
    """claim_id of every claim of the block, those of the portal last."""
    claims = block.claims
    ids = numbered("CLM", claims.first_number, len(claims) - claims.portal)
    ids = with_first(ids, [demo.claim_id for demo in CLAIMS][: claims.demos])
    if not claims.portal:
        return ids
    ordinary = np.arange(1, claims.portal - len(PORTAL_CLAIMS) + 1)
    scripted = strings([demo.claim_id for demo in PORTAL_CLAIMS])
    return pa.concat_arrays([ids, join("CLM-P", padded(ordinary, 6)), scripted])


def claim_numbers(claims: Claims) -> pa.StringArray:
    """claim_number: the year of submission and a running number, P before those of the portal."""
    year = claims.visits.submitted.astype("M8[D]").astype("M8[Y]").astype(np.int64) + EPOCH.year
    ordinary = len(claims) - claims.portal
    numbers = [
        padded(np.arange(ordinary) + claims.first_number, DIGITS),
        join("P", padded(np.arange(claims.portal) + 1, DIGITS - 1)),
    ]
    return join("CN-", whole(year), "-", pa.concat_arrays(numbers))


def numbered(prefix: str, first: int, count: int) -> pa.StringArray:
    """Consecutive ids."""
    return join(f"{prefix}-", padded(np.arange(first, first + count), DIGITS))

"""claims.jsonl: every claim with what was billed, decided and paid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from generator.arrow import booleans, integers, literal
from generator.entities.ailments import CATALOG
from generator.records.keys import (
    claim_ids,
    claim_numbers,
    customer_ids,
    pet_ids,
    policy_ids,
    provider_ids,
)
from generator.text import (
    Columns,
    choice,
    day,
    flag,
    join,
    moment,
    money,
    only_where,
    padded,
    replaced,
    whole,
)
from insurance.identities import CLAIMS, RING_INVOICE
from insurance.vocabulary import CLAIM_STATUSES, DENIAL_REASONS

if TYPE_CHECKING:
    from generator.block import Block
    from generator.days import Ints

NATIVE: Final = frozenset(
    {
        "claim_amount",
        "deductible_applied",
        "covered_amount",
        "paid_amount",
        "processing_days",
        "is_emergency",
        "is_recurring",
    }
)
"""Columns that are JSON numbers or booleans; all others are strings."""


def claim_columns(block: Block) -> Columns:
    """Every claim of the block, one row each, in the columns of claims.jsonl."""
    rows, visits, made = block.claims, block.claims.visits, block.claims.decisions
    pet = block.policies.pet[visits.policy]
    diagnosis = visits.diagnosis
    return {
        "claim_id": claim_ids(block),
        "claim_number": claim_numbers(rows),
        "policy_id": policy_ids(block).take(integers(visits.policy)),
        "pet_id": pet_ids(block).take(integers(pet)),
        "customer_id": customer_ids(block).take(integers(block.pets.owner[pet])),
        "provider_id": provider_ids(block).take(integers(visits.provider)),
        "claim_type": choice([entry.claim_type for entry in CATALOG], diagnosis),
        "claim_category": choice([entry.category for entry in CATALOG], diagnosis),
        "service_date": day(visits.service),
        "submitted_date": day(visits.submitted),
        "claim_amount": money(visits.cents),
        "deductible_applied": money(made.deductible),
        "covered_amount": money(made.covered),
        "paid_amount": money(made.paid),
        "status": choice(CLAIM_STATUSES, made.status),
        "denial_reason": _optional(DENIAL_REASONS, made.reason),
        "processing_days": only_where(made.processing_days >= 0, whole(made.processing_days)),
        "diagnosis_code": choice([entry.code for entry in CATALOG], diagnosis),
        "treatment_notes": choice([entry.notes for entry in CATALOG], diagnosis),
        "invoice_number": _invoices(block),
        "is_emergency": flag(visits.is_emergency),
        "is_recurring": flag(rows.is_recurring),
        "created_at": moment(rows.created),
        "updated_at": moment(rows.updated),
    }


def _optional(pool: tuple[str, ...], positions: Ints) -> pa.StringArray:
    return choice([*pool, None], positions % (len(pool) + 1))


def _invoices(block: Block) -> pa.StringArray:
    """The invoice number: the vet's own, the same again where an invoice was handed in twice."""
    claims = block.claims
    provider = block.providers.first_number + claims.visits.provider
    number = claims.first_number + np.arange(len(claims))
    own = join("INV-", padded(provider, 5), "-", padded(number, 7))
    invoices = own.take(integers(claims.bill))
    if not claims.demos:
        return invoices
    from_ring = booleans(claims.visits.invoice == 0)
    known = {row: claim.invoice_number for row, claim in enumerate(CLAIMS) if claim.invoice_number}
    return replaced(pc.if_else(from_ring, literal(RING_INVOICE), invoices), known)

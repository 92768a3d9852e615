"""The claims of the demo customers, past and present."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from generator.entities.ailments import CODES
from generator.entities.visits import BY_TERMS, IN_REVIEW, OPEN, TRIMMED, UNDOCUMENTED, Visits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.entities.books import Books
    from insurance.identities import DemoClaim

VERDICTS: Final = {
    "usual": BY_TERMS,
    "partial": TRIMMED,
    "new": OPEN,
    "open": IN_REVIEW,
    "undocumented": UNDOCUMENTED,
}


def demo_visits(books: Books, claims: Sequence[DemoClaim]) -> Visits:
    """Claims of demo customers, each under the policy year of its day."""
    policies = books.policies
    pet = np.array([int(claim.pet_id[-3:]) - 1 for claim in claims])
    service = np.array([books.today - claim.service_days_ago for claim in claims])
    demo = slice(0, policies.demos)
    covers = (
        (policies.pet[demo] == pet[:, None])
        & (policies.effective[demo] <= service[:, None])
        & (policies.end[demo] > service[:, None])
    )
    return Visits(
        policy=covers.argmax(axis=1),
        diagnosis=np.array([CODES.index(claim.diagnosis_code) for claim in claims]),
        provider=np.array([int(claim.provider_id[-2:]) - 1 for claim in claims]),
        service=service,
        submitted=service + np.array([claim.submitted_after_days for claim in claims]),
        cents=np.array([int(claim.claim_amount * 100) for claim in claims]),
        is_emergency=np.array([claim.is_emergency for claim in claims]),
        verdict=np.array([VERDICTS[claim.verdict] for claim in claims]),
        invoice=np.full(len(claims), -1),
    )

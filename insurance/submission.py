"""A claim as a customer files it, and what the insurer refuses at the door.

Only what the form itself gives away is refused; all else is taken in and judged in the lake.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from insurance.diagnoses import DIAGNOSES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from insurance.invoices import LineItem

FUTURE_SERVICE: Final = "The service date lies in the future."
NO_LINE_ITEMS: Final = "A claim needs at least one line item."
NOTHING_BILLED: Final = "The claimed amount must be more than zero."
UNKNOWN_DIAGNOSIS: Final = "The diagnosis code is not in our catalog."
FOREIGN_PET: Final = "This pet does not belong to the signed-in customer."
NOT_INSURED: Final = "This pet is not insured under the chosen policy."


@dataclass(frozen=True, slots=True)
class Submission:
    """One filed claim; amounts in US dollars.

    policy_id is None where the pet has none. invoice_number None lets the insurer number it.
    """

    customer_id: str
    pet_id: str
    policy_id: str | None
    provider_id: str
    diagnosis_code: str
    service_date: date
    claim_amount: Decimal
    line_items: tuple[LineItem, ...]
    is_emergency: bool
    invoice_number: str | None
    treatment_notes: str


def refusal(
    submission: Submission, today: date, policies_by_pet: Mapping[str, frozenset[str]]
) -> str | None:
    """Why the claim is refused, or None when it is taken in.

    policies_by_pet holds every pet of the signed-in customer, each with its policy ids.
    """
    if submission.pet_id not in policies_by_pet:
        return FOREIGN_PET
    if submission.policy_id not in policies_by_pet[submission.pet_id]:
        return NOT_INSURED
    if submission.service_date > today:
        return FUTURE_SERVICE
    if submission.diagnosis_code not in DIAGNOSES:
        return UNKNOWN_DIAGNOSIS
    if not submission.line_items:
        return NO_LINE_ITEMS
    if submission.claim_amount <= Decimal(0):
        return NOTHING_BILLED
    return None

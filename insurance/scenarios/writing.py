"""A short way to write scenarios down: pets by name, line items in one line."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from insurance.identities import PETS, POLICIES
from insurance.invoices import LineItem
from insurance.scenarios.scenario import CLEAN, Group, Outcome, Scenario, When

if TYPE_CHECKING:
    from insurance.identities import DemoPet

_PETS: Final = {pet.name: pet for pet in PETS}
_POLICIES: Final = {policy.pet_id: policy.policy_id for policy in POLICIES}


def items(text: str) -> tuple[LineItem, ...]:
    """Line items written as "Exam 90.00; X-rays 210.00"."""
    parts = (line.rpartition(" ") for line in text.split("; ") if line)
    return tuple(LineItem(description, Decimal(amount)) for description, _, amount in parts)


def scenario(
    group: Group,
    key: str,
    title: str,
    story: str,
    *,
    pet: str,
    vet: str,
    diagnosis: str,
    bill: str,
    days_ago: int = 1,
    when: When | None = None,
    emergency: bool = False,
    outcome: Outcome = CLEAN,
    filed_by: str | None = None,
    invoice: str | None = None,
    stated: str | None = None,
) -> Scenario:
    """One scenario; the owner and the policy follow from the pet unless filed_by says otherwise."""
    patient: DemoPet = _PETS[pet]
    return Scenario(
        key=key,
        title=title,
        story=story,
        group=group,
        customer_id=filed_by or patient.customer_id,
        pet_id=patient.pet_id,
        policy_id=_POLICIES.get(patient.pet_id),
        provider_id=vet,
        diagnosis_code=diagnosis,
        line_items=items(bill),
        is_emergency=emergency,
        service=when or When("today", -days_ago),
        outcome=outcome,
        invoice_number=invoice,
        stated_amount=None if stated is None else Decimal(stated),
    )

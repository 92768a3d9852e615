"""What a claim scenario is: a filed claim, told as a story, with its declared outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from insurance.diagnoses import DIAGNOSES
from insurance.identities import PETS, POLICIES, terms_of
from insurance.submission import Submission

if TYPE_CHECKING:
    from insurance.invoices import LineItem

Anchor = Literal["today", "as_of", "policy_start", "pet_birth"]
Group = Literal["Accident", "Illness", "Surgery", "Chronic", "Wellness", "Fraud", "Mistake"]


@dataclass(frozen=True, slots=True)
class When:
    """A day so many days after (negative: before) its anchor.

    today is the day of filing; as_of that of the lake; policy_start and pet_birth are those of the
    scenario's policy and pet.
    """

    anchor: Anchor
    days: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The API refuses the claim with this message; nothing is stored."""

    message: str


@dataclass(frozen=True, slots=True)
class Flagged:
    """The claim is stored and breaks just these rules in silver; an invalid one goes no further."""

    rules: frozenset[str]
    is_valid: bool


@dataclass(frozen=True, slots=True)
class InGold:
    """The claim reaches gold.claims_analytics with exactly these fraud flags set."""

    fraud_flags: frozenset[str] = frozenset()


Outcome = Refused | Flagged | InGold
CLEAN: Final = InGold()


@dataclass(frozen=True, slots=True)
class Scenario:
    """One claim of the drop-down list; amounts in US dollars.

    stated_amount is set where the customer claims another sum than the line items add up to.
    """

    key: str
    title: str
    story: str
    group: Group
    customer_id: str
    pet_id: str
    policy_id: str | None
    provider_id: str
    diagnosis_code: str
    line_items: tuple[LineItem, ...]
    is_emergency: bool
    service: When
    outcome: Outcome
    invoice_number: str | None = None
    stated_amount: Decimal | None = None

    @property
    def claim_amount(self) -> Decimal:
        """What the customer claims."""
        total = sum((item.amount for item in self.line_items), Decimal("0.00"))
        return total if self.stated_amount is None else self.stated_amount

    def service_date(self, *, today: date, as_of: date) -> date:
        """The day of treatment when filed today in a lake of as_of."""
        return self._anchor(today, as_of) + timedelta(days=self.service.days)

    def submission(self, *, today: date, as_of: date) -> Submission:
        """The claim as it is filed today in a lake of as_of."""
        diagnosis = DIAGNOSES.get(self.diagnosis_code)
        return Submission(
            customer_id=self.customer_id,
            pet_id=self.pet_id,
            policy_id=self.policy_id,
            provider_id=self.provider_id,
            diagnosis_code=self.diagnosis_code,
            service_date=self.service_date(today=today, as_of=as_of),
            claim_amount=self.claim_amount,
            line_items=self.line_items,
            is_emergency=self.is_emergency,
            invoice_number=self.invoice_number,
            treatment_notes=diagnosis.notes if diagnosis else "",
        )

    def _anchor(self, today: date, as_of: date) -> date:
        if self.service.anchor == "today":
            return today
        if self.service.anchor == "as_of":
            return as_of
        if self.service.anchor == "pet_birth":
            pet = next(pet for pet in PETS if pet.pet_id == self.pet_id)
            return as_of - timedelta(days=pet.born_days_ago)
        policy = next(policy for policy in POLICIES if policy.policy_id == self.policy_id)
        return list(terms_of(policy, as_of))[-1].effective_date

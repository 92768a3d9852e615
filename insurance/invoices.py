"""What stands on a vet's invoice: line items that add up to the claimed amount."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from insurance.diagnoses import DIAGNOSES

if TYPE_CHECKING:
    from collections.abc import Mapping

CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class LineItem:
    """One line of an invoice, amount in US dollars."""

    description: str
    amount: Decimal


CARE: Final[Mapping[str, tuple[tuple[str, int], ...]]] = MappingProxyType(
    {
        "outpatient": (("Office exam", 42), ("Diagnostic test", 28), ("Medication", 30)),
        "medication": (("Recheck exam", 30), ("Laboratory monitoring", 34), ("Medication", 36)),
        "imaging": (("Office exam", 24), ("Radiographs", 52), ("Pain relief", 24)),
        "surgery": (
            ("Exam and consultation", 6),
            ("Pre-anesthetic blood work", 8),
            ("Anesthesia and monitoring", 18),
            ("Surgery", 52),
            ("Hospitalization and nursing", 10),
            ("Medication to go home", 6),
        ),
        "hospital": (
            ("Exam and triage", 9),
            ("Blood work", 16),
            ("Imaging", 19),
            ("Hospitalization and nursing", 34),
            ("Intravenous fluids and medication", 22),
        ),
        "dental": (
            ("Oral exam", 8),
            ("Dental radiographs", 17),
            ("Anesthesia and monitoring", 30),
            ("Dental procedure", 45),
        ),
        "therapy": (("Oncology consultation", 14), ("Blood count", 12), ("Chemotherapy", 74)),
        "consultation": (("Behavior consultation", 74), ("Medication", 26)),
        "preventive": (("Wellness exam", 48), ("Vaccines, tests and preventives", 52)),
    }
)
"""Line items by kind of care, each with its share of the invoice in per cent."""


def itemise(diagnosis_code: str, amount: Decimal) -> tuple[LineItem, ...]:
    """Break a positive amount into the line items usual for the diagnosis; they add up to it."""
    lines = CARE[DIAGNOSES[diagnosis_code].care]
    shares = [(amount * percent / 100).quantize(CENT, ROUND_HALF_UP) for _, percent in lines[:-1]]
    amounts = [*shares, amount - sum(shares, Decimal(0))]
    return tuple(
        LineItem(description, part) for (description, _), part in zip(lines, amounts, strict=True)
    )

"""The claims of the demo customers: those of their past, and two just sent by the portal."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

REUSED_INVOICE: Final = "INV-BLUEBONNET-1187"
"""The invoice of a past claim that a scenario hands in once more."""

Verdict = Literal["usual", "partial", "new", "open", "undocumented"]


@dataclass(frozen=True, slots=True)
class DemoClaim:
    """One past claim; the policy year follows from the pet and the day of service.

    verdict "usual" settles by the terms of the plan, "partial" leaves some items out, "new" has
    just come, "open" is in review, "undocumented" is denied for want of documents.
    invoice_number is None where the usual numbering holds.
    """

    claim_id: str
    pet_id: str
    provider_id: str
    diagnosis_code: str
    claim_amount: Decimal
    service_days_ago: int
    submitted_after_days: int
    is_emergency: bool
    verdict: Verdict
    invoice_number: str | None


def _claim(
    number: int,
    pet: int,
    vet: int,
    code: str,
    amount: str,
    days_ago: int,
    lag: int = 4,
    *,
    emergency: bool = False,
    verdict: Verdict = "usual",
    invoice: str | None = None,
) -> DemoClaim:
    return DemoClaim(
        claim_id=f"DEMO-CLM-{number:03d}",
        pet_id=f"DEMO-PET-{pet:03d}",
        provider_id=f"DEMO-VET-{vet:02d}",
        diagnosis_code=code,
        claim_amount=Decimal(amount),
        service_days_ago=days_ago,
        submitted_after_days=lag,
        is_emergency=emergency,
        verdict=verdict,
        invoice_number=invoice,
    )


CLAIMS: Final = (
    _claim(1, 1, 1, "GAS-02", "245.00", 560),
    _claim(2, 1, 2, "POI-01", "890.50", 402, emergency=True),
    _claim(3, 1, 1, "EAR-01", "186.40", 204),
    _claim(4, 1, 1, "ORT-05", "328.75", 96, 9, invoice=REUSED_INVOICE),
    _claim(5, 2, 1, "RES-02", "214.30", 133),
    _claim(6, 3, 3, "ORT-02", "312.60", 980),
    _claim(7, 3, 3, "ORT-02", "286.20", 760),
    _claim(8, 3, 3, "CAN-01", "2460.00", 612, 6),
    _claim(9, 3, 3, "ORT-02", "294.80", 540),
    _claim(10, 3, 3, "WEL-01", "228.50", 331),
    _claim(11, 3, 5, "CAN-02", "1880.00", 268, 3),
    _claim(12, 3, 5, "CAN-02", "1740.00", 240, 3),
    _claim(13, 3, 3, "ORT-02", "318.40", 118),
    _claim(14, 4, 3, "SKN-01", "264.90", 915),
    _claim(15, 4, 5, "RES-05", "3425.00", 704, 8),
    _claim(16, 4, 3, "SKN-01", "248.10", 480),
    _claim(17, 4, 4, "SKN-05", "512.00", 275, emergency=True),
    _claim(18, 4, 3, "SKN-01", "271.30", 84),
    _claim(19, 5, 3, "URI-03", "336.00", 420),
    _claim(20, 5, 3, "URI-03", "318.50", 325),
    _claim(21, 5, 3, "URI-03", "342.20", 150),
    _claim(22, 5, 3, "DEN-03", "980.00", 62, 11),
    _claim(23, 6, 3, "WEL-02", "148.00", 176),
    _claim(24, 6, 4, "GAS-03", "3180.00", 71, 2, emergency=True, verdict="partial"),
    _claim(25, 7, 3, "HOR-02", "284.00", 690),
    _claim(26, 7, 4, "CAR-03", "2210.00", 252, 5, emergency=True),
    _claim(27, 6, 3, "PAR-01", "142.60", 22, verdict="undocumented"),
    _claim(28, 3, 3, "ORT-02", "305.70", 9, 3, verdict="open"),
    _claim(29, 9, 6, "SKN-07", "188.00", 140),
    _claim(30, 9, 7, "TRA-01", "890.00", 24, 2, emergency=True),
    _claim(31, 9, 7, "GAS-01", "560.00", 11, 2, emergency=True),
)  # fmt: skip

PORTAL_CLAIMS: Final = (
    _claim(32, 2, 1, "EYE-01", "148.60", 3, 2, verdict="new"),
    _claim(33, 4, 3, "SKN-03", "236.40", 2, 1, verdict="new"),
)
"""Sent through the portal in the days before as_of, so each stands in a file of its own."""

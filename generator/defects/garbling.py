"""How each kind of defect spoils a value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

import numpy as np

from generator.records.keys import ORPHANS_FROM
from insurance.vocabulary import CATEGORIES

Record = Mapping[str, str | None]
Garbler = Callable[[str, str, Record, np.random.Generator], str | None]
"""(column, value, the whole record, stream) to the spoilt value."""

UNKNOWN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "preferred_contact": ("Fax", "Telegram", "WhatsApp"),
        "referral_source": ("Radio", "Billboard", "Carrier Pigeon"),
        "species": ("Rabbit", "Hamster", "Parrot"),
        "plan_name": ("Gold Plus", "Legacy Silver", "Family"),
        "status": ("On Hold", "Escalated", "Suspended"),
        "claim_type": ("Miscellaneous", "Grooming", "Boarding"),
        "claim_category": ("Unclassified", "Other Costs", "Exotic"),
        "provider_type": ("Groomer", "Pet Hotel", "Pharmacy"),
    }
)
PREFIXES: Final = {
    "customer_id": "CUST",
    "pet_id": "PET",
    "policy_id": "POL",
    "provider_id": "PROV",
}
LATEST_DATE_BEFORE: Final = {
    ("customers", "date_of_birth"): "customer_since",
    ("pets", "date_of_birth"): "adoption_date",
}


def _day(record: Record, column: str) -> date:
    return date.fromisoformat(record[column] or "")


def _one_of(options: tuple[str, ...], stream: np.random.Generator) -> str:
    return options[int(stream.integers(len(options)))]


def _missing(column: str, value: str, record: Record, stream: np.random.Generator) -> None:
    return None


def _email(column: str, value: str, record: Record, stream: np.random.Generator) -> str:
    name, _, domain = value.partition("@")
    spoilt = (
        f"{name}{domain}",
        f"{name}@",
        f"@{domain}",
        f"{name}@@{domain}",
        f"{name}@{domain.replace('.', '')}",
        f"{name.replace('.', ' ')}@{domain}",
    )
    return _one_of(spoilt, stream)


def _impossible_date(column: str, value: str, record: Record, stream: np.random.Generator) -> str:
    days = timedelta(days=int(stream.integers(20, 600)))
    if column == "date_of_birth":
        later = "customer_since" if "customer_since" in record else "adoption_date"
        return (_day(record, later) + days).isoformat()
    if column == "expiration_date":
        return (_day(record, "effective_date") - days).isoformat()
    if column == "submitted_date":
        return (_day(record, "service_date") - days).isoformat()
    service = date.fromisoformat(value)
    return _one_of((f"{service.year - 30}{value[4:7]}-11", f"{service.year}-02-30"), stream)


def _negative(column: str, value: str, record: Record, stream: np.random.Generator) -> str:
    return f"-{value}"


def _absurd(column: str, value: str, record: Record, stream: np.random.Generator) -> str:
    """The decimal point was lost, or a key stuck."""
    lost = value.replace(".", "")
    if column == "average_rating":
        return lost
    if column == "weight_lbs":
        return f"{max(int(lost) * 10, 1_500)}.0"
    if column == "monthly_premium":
        return f"{lost}.00"
    return f"{max(int(lost) * 100, 999_999)}.99"


def _orphan(column: str, value: str, record: Record, stream: np.random.Generator) -> str:
    return f"{PREFIXES[column]}-{ORPHANS_FROM + int(stream.integers(999_999)):07d}"


def _unknown(column: str, value: str, record: Record, stream: np.random.Generator) -> str:
    return _one_of(UNKNOWN[column], stream)


def _wrong_case(column: str, value: str, record: Record, stream: np.random.Generator) -> str:
    if column == "email":
        return value.upper()
    return _one_of(tuple(text for text in (value.upper(), value.lower()) if text != value), stream)


def _spaces(column: str, value: str, record: Record, stream: np.random.Generator) -> str:
    return _one_of((f" {value}", f"{value} ", f"  {value} ", f"{value}   "), stream)


def _superseded(column: str, value: str, record: Record, stream: np.random.Generator) -> str:
    """What stood there before the correction."""
    if column == "status":
        return "Submitted"
    if column == "weight_lbs":
        return f"{max(float(value) * 0.9, 0.9):.1f}"
    entity = "customers" if column == "preferred_contact" else "policies"
    others = tuple(other for other in CATEGORIES[entity][column] if other != value)
    return _one_of(others, stream)


GARBLERS: Final[Mapping[str, Garbler]] = MappingProxyType(
    {
        "missing_required": _missing,
        "malformed_email": _email,
        "impossible_date": _impossible_date,
        "negative_amount": _negative,
        "absurd_amount": _absurd,
        "orphan_key": _orphan,
        "unknown_category": _unknown,
        "wrong_case": _wrong_case,
        "stray_spaces": _spaces,
        "late_correction": _superseded,
    }
)


def malformed(line: str, stream: np.random.Generator) -> str:
    """A JSON line that no parser reads: cut off, or a quote or the last brace lost."""
    cut = int(len(line) * stream.uniform(0.35, 0.9))
    unquoted = line.replace('","claim_category"', ',"claim_category"', 1)
    return _one_of((line[:cut], line[:-1], unquoted), stream)

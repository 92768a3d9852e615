"""Which defects are planted in which table and column, and in how many lines of a thousand."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Flaw:
    """One kind of defect of one table.

    breaks: the row becomes invalid, so it is planted only where no other row depends on it.
    adds_line: the defect is an additional line rather than a changed one.
    """

    kind: str
    per_mille: int
    columns: tuple[str, ...] = ()
    breaks: bool = False
    adds_line: bool = False

    def count(self, lines: int) -> int:
        """How many to plant in a file of so many lines; at least one unless the file is tiny."""
        planned = round(self.per_mille * lines / 1000)
        return max(1, planned) if lines >= 100 else planned


def _breaking(kind: str, per_mille: int, *columns: str) -> Flaw:
    return Flaw(kind, per_mille, columns, breaks=True)


def _lenient(kind: str, per_mille: int, *columns: str) -> Flaw:
    return Flaw(kind, per_mille, columns)


def _added(kind: str, per_mille: int, *columns: str) -> Flaw:
    return Flaw(kind, per_mille, columns, adds_line=True)


FLAWS: Final[Mapping[str, tuple[Flaw, ...]]] = MappingProxyType(
    {
        "customers": (
            _breaking("missing_required", 3, "first_name", "last_name", "date_of_birth"),
            _breaking("impossible_date", 3, "date_of_birth"),
            _breaking("unknown_category", 2, "preferred_contact", "referral_source"),
            _lenient("malformed_email", 6, "email"),
            _lenient("wrong_case", 5, "email", "preferred_contact", "customer_segment"),
            _lenient("stray_spaces", 5, "first_name", "last_name", "city", "email"),
            _lenient("near_duplicate", 6),
            _added("late_correction", 4, "preferred_contact"),
            _added("exact_duplicate", 4),
        ),
        "pets": (
            _breaking("missing_required", 3, "customer_id", "pet_name", "date_of_birth"),
            _breaking("impossible_date", 3, "date_of_birth"),
            _breaking("negative_amount", 1, "weight_lbs"),
            _breaking("absurd_amount", 2, "weight_lbs"),
            _breaking("orphan_key", 2, "customer_id"),
            _breaking("unknown_category", 2, "species"),
            _lenient("wrong_case", 5, "species", "gender", "vaccination_status"),
            _lenient("stray_spaces", 5, "pet_name", "breed", "species"),
            _added("late_correction", 3, "weight_lbs"),
            _added("exact_duplicate", 3),
        ),
        "policies": (
            _breaking(
                "missing_required",
                3,
                "customer_id",
                "pet_id",
                "effective_date",
                "expiration_date",
                "monthly_premium",
                "status",
            ),
            _breaking("impossible_date", 3, "expiration_date"),
            _breaking("negative_amount", 2, "monthly_premium"),
            _breaking("absurd_amount", 2, "monthly_premium"),
            _breaking("orphan_key", 2, "customer_id", "pet_id"),
            _breaking("unknown_category", 2, "plan_name", "status"),
            _lenient("wrong_case", 5, "plan_name", "status", "payment_frequency"),
            _lenient("stray_spaces", 4, "plan_name", "payment_method"),
            _added("late_correction", 3, "payment_method"),
            _added("exact_duplicate", 3),
        ),
        "claims": (
            _breaking("malformed_json", 2),
            _breaking(
                "missing_required",
                3,
                "policy_id",
                "pet_id",
                "customer_id",
                "provider_id",
                "claim_amount",
                "service_date",
                "status",
            ),
            _breaking("impossible_date", 3, "service_date", "submitted_date"),
            _breaking("negative_amount", 2, "claim_amount"),
            _breaking("absurd_amount", 2, "claim_amount"),
            _breaking("orphan_key", 3, "policy_id", "pet_id", "customer_id", "provider_id"),
            _breaking("unknown_category", 2, "claim_type", "claim_category", "status"),
            _lenient("wrong_case", 4, "claim_type", "claim_category", "status"),
            _lenient("stray_spaces", 4, "claim_type", "claim_category", "status"),
            _added("late_correction", 5, "status"),
            _added("exact_duplicate", 4),
        ),
        "providers": (
            _breaking("missing_required", 5, "provider_name"),
            _breaking("absurd_amount", 5, "average_rating"),
            _breaking("unknown_category", 5, "provider_type"),
            _lenient("wrong_case", 5, "provider_type"),
            _lenient("stray_spaces", 10, "provider_name", "city"),
            _added("exact_duplicate", 10),
        ),
    }
)
"""Every planted defect by table, in the order in which rows are chosen."""


def count_of(entity: str, kind: str, lines: int) -> int:
    """How many defects of this kind a file of so many lines holds."""
    return sum(flaw.count(lines) for flaw in FLAWS[entity] if flaw.kind == kind)


def breaking_count(entity: str, lines: int) -> int:
    """How many lines of the file are planted invalid."""
    return sum(flaw.count(lines) for flaw in FLAWS[entity] if flaw.breaks)


def entity_count(entity: str, lines: int) -> int:
    """How many entities a file of so many lines describes: its lines less the added ones."""
    return lines - sum(flaw.count(lines) for flaw in FLAWS[entity] if flaw.adds_line)

"""Portfolio: a customer's pets, policies and claims, as silver and the newest files have them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import structlog
from pydantic import ValidationError

from app.lake.landed import KEYS, Kind, Landed, LandedFile
from app.lake.rows import RowValues, SilverRows
from app.lake.schemas import Claim, Pet, Policy, Row
from insurance.diagnoses import DIAGNOSES

PETS = """
SELECT * FROM petinsure_silver.dim_pets
WHERE customer_id = $1 AND _is_valid AND NOT _is_duplicate
"""
POLICIES = """
SELECT * FROM petinsure_silver.dim_policies
WHERE customer_id = $1 AND _is_valid AND NOT _is_duplicate
"""
CLAIMS = """
SELECT * FROM petinsure_silver.fact_claims
WHERE customer_id = $1 AND NOT _is_duplicate
"""
PORTAL_CLAIMS = """
SELECT * FROM petinsure_silver.fact_claims
WHERE NOT _is_duplicate AND starts_with(_source_file, 'raw/claims/')
"""
PROVIDERS = """
SELECT provider_id, provider_name, provider_type, city, state, is_in_network, accepts_emergency,
    average_rating
FROM petinsure_silver.dim_providers
WHERE _is_valid AND NOT _is_duplicate
ORDER BY provider_name, provider_id
"""

log = structlog.get_logger("petinsure")

R = TypeVar("R", bound=Row)


class Portfolio:
    """Reads; a file newer than silver's row of it stands in front of that row."""

    def __init__(self, silver: SilverRows, landed: Landed) -> None:
        """Nothing is read yet."""
        self._silver = silver
        self._landed = landed

    def pets(self, customer_id: str) -> list[Pet]:
        """The customer's pets, in the order of their names."""
        rows = self._silver.ask("dim_pets", PETS, customer_id)
        found = self._with_landed("pets", rows, customer_id)
        return sorted(_models(Pet, found), key=lambda pet: (pet.pet_name, pet.pet_id))

    def policies(self, customer_id: str) -> list[Policy]:
        """The customer's policy years, the newest first."""
        rows = self._silver.ask("dim_policies", POLICIES, customer_id)
        found = self._with_landed("policies", rows, customer_id)
        today = datetime.now(UTC).date()
        models = _models(Policy, [row | {"in_force": _in_force(row, today)} for row in found])
        return sorted(models, key=lambda p: (p.effective_date, p.policy_id), reverse=True)

    def claims(self, customer_id: str) -> list[Claim]:
        """The customer's claims, the newest first; one that silver calls invalid too."""
        rows = self._silver.ask("fact_claims", CLAIMS, customer_id)
        names = {pet.pet_id: pet.pet_name for pet in self.pets(customer_id)}
        plans = {policy.policy_id: policy.plan_name for policy in self.policies(customer_id)}
        found = self._with_landed("claims", rows, customer_id)
        return self._told(found, names, plans)

    def portal_claims(self) -> list[Claim]:
        """The claims of all customers that came through the portal, the newest first."""
        rows = self._silver.ask("fact_claims", PORTAL_CLAIMS)
        found = self._with_landed("claims", rows, None)
        # Silver's rows bring these names along; of what has just landed its owner's records do.
        owners = {row["customer_id"] for row in found if row["in_lake"] == "landed"} - {None}
        names = {pet.pet_id: pet.pet_name for owner in owners for pet in self.pets(owner)}
        plans = {p.policy_id: p.plan_name for owner in owners for p in self.policies(owner)}
        return self._told(found, names, plans)

    def policies_by_pet(self, customer_id: str) -> dict[str, frozenset[str]]:
        """The ids of every pet's policies; a pet without any has an empty set."""
        found: dict[str, set[str]] = {pet.pet_id: set() for pet in self.pets(customer_id)}
        for policy in self.policies(customer_id):
            found.setdefault(policy.pet_id, set()).add(policy.policy_id)
        return {pet_id: frozenset(policies) for pet_id, policies in found.items()}

    def providers(self) -> list[RowValues]:
        """The providers that silver knows, by name."""
        return self._silver.ask("dim_providers", PROVIDERS)

    def _told(
        self, rows: Iterable[RowValues], pets: dict[str, str], plans: dict[str, str]
    ) -> list[Claim]:
        providers = {row["provider_id"]: row["provider_name"] for row in self.providers()}
        told = [_told(row, pets, plans, providers) for row in rows]
        models = _models(Claim, told)
        return sorted(models, key=_newness, reverse=True)

    def _with_landed(
        self, kind: Kind, rows: list[RowValues], customer_id: str | None
    ) -> list[RowValues]:
        key = KEYS[kind]
        found = {row[key]: row | {"in_lake": "silver"} for row in rows if row[key]}
        for file in self._landed.newest(kind):
            if customer_id not in (None, file.customer_id):
                continue
            known = found.get(file.key)
            if known is None or _is_newer(file, known):
                found[file.key] = {**(known or {}), **file.record, "in_lake": "landed"}
        return list(found.values())


def _is_newer(file: LandedFile, row: RowValues) -> bool:
    written, known = _moment(file.record.get("updated_at")), _moment(row.get("updated_at"))
    return written is not None and known is not None and written > known


def _moment(value: Any) -> datetime | None:
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return None
    if not isinstance(found, datetime):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _in_force(row: RowValues, today: date) -> bool:
    start, end, cancelled = (
        str(row.get(name) or "")[:10]
        for name in ("effective_date", "expiration_date", "cancellation_date")
    )
    day = today.isoformat()
    return bool(start and end) and start <= day < min(end, cancelled or end)


def _told(
    row: RowValues, pets: dict[str, str], plans: dict[str, str], providers: dict[str, str]
) -> RowValues:
    diagnosis = DIAGNOSES.get(row.get("diagnosis_code") or "")
    lines = row.get("line_items")
    return {
        **row,
        "pet_name": row.get("pet_name") or pets.get(row.get("pet_id") or ""),
        "plan_name": row.get("plan_name") or plans.get(row.get("policy_id") or ""),
        "provider_name": row.get("provider_name") or providers.get(row.get("provider_id") or ""),
        "diagnosis": diagnosis.description if diagnosis else None,
        "line_items": _lines(lines) if isinstance(lines, str) else lines,
        "is_valid": row.get("_is_valid"),
        "quality_score": row.get("_quality_score"),
    }


def _lines(text: str) -> Any:
    import json

    try:
        return json.loads(text)
    except ValueError:
        return None


def _newness(claim: Claim) -> tuple[str, str, str]:
    return str(claim.submitted_date or ""), str(claim.created_at or ""), claim.claim_id


def _models(kind: type[R], rows: Iterable[RowValues]) -> list[R]:
    """The rows as models; one that lacks what it must have is left out, and the log says so."""
    found: list[R] = []
    for row in rows:
        try:
            found.append(kind.model_validate(row))
        except ValidationError as error:
            log.warning("a row is not shown", kind=kind.__name__, errors=error.error_count())
    return found

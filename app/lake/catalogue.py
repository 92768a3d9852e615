"""Catalogue: what forms offer to choose from, and the scenarios ready to be filed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from pydantic import BaseModel, Field

from app.intake.schemas import BilledItem, ClaimDraft
from app.lake.rows import RowValues
from insurance.diagnoses import DIAGNOSES
from insurance.scenarios import SCENARIOS, Flagged, InGold, Refused, Scenario
from insurance.species import BREEDS
from insurance.vocabulary import CATEGORIES, DENIAL_REASONS, GENDERS, SPECIES
from lakehouse.lake_file import LakeNote


class DiagnosisOption(BaseModel):
    """A diagnosis; species is Dog, Cat or Any."""

    code: str
    description: str
    category: str
    claim_type: str
    species: str


class BreedOption(BaseModel):
    """A breed and its colors."""

    species: str
    name: str
    colors: list[str]


class Catalog(BaseModel):
    """Everything that a form offers."""

    species: list[str]
    genders: list[str]
    vaccination_statuses: list[str]
    breeds: list[BreedOption]
    diagnoses: list[DiagnosisOption]
    payment_methods: list[str]
    payment_frequencies: list[str]
    contact_methods: list[str]
    referral_sources: list[str]
    denial_reasons: list[str]
    claim_statuses: list[str]


class Provider(BaseModel):
    """A provider that silver knows."""

    provider_id: str
    provider_name: str | None
    provider_type: str | None
    city: str | None
    state: str | None
    is_in_network: bool | None
    accepts_emergency: bool | None
    average_rating: float | None


class Outcome(BaseModel):
    """What a scenario is meant to meet."""

    kind: Literal["refused", "flagged", "gold"]
    text: str
    rules: list[str] = Field(default_factory=list)
    is_valid: bool | None = None
    fraud_flags: list[str] = Field(default_factory=list)


class ScenarioOption(BaseModel):
    """A whole claim, ready to be filed or changed first."""

    key: str
    title: str
    story: str
    group: str
    outcome: Outcome
    draft: ClaimDraft


def catalog() -> Catalog:
    """Everything that a form offers."""
    return Catalog(
        species=list(SPECIES),
        genders=list(GENDERS),
        vaccination_statuses=list(CATEGORIES["pets"]["vaccination_status"]),
        breeds=[BreedOption(species=b.species, name=b.name, colors=list(b.colors)) for b in BREEDS],
        diagnoses=[
            DiagnosisOption(
                code=d.code,
                description=d.description,
                category=d.category,
                claim_type=d.claim_type,
                species=d.species,
            )
            for d in DIAGNOSES.values()
        ],
        payment_methods=list(CATEGORIES["policies"]["payment_method"]),
        payment_frequencies=list(CATEGORIES["policies"]["payment_frequency"]),
        contact_methods=list(CATEGORIES["customers"]["preferred_contact"]),
        referral_sources=list(CATEGORIES["customers"]["referral_source"]),
        denial_reasons=list(DENIAL_REASONS),
        claim_statuses=list(CATEGORIES["claims"]["status"]),
    )


def scenarios_of(customer_id: str, note: LakeNote) -> list[ScenarioOption]:
    """The scenarios that a customer may file today, in the order of the list."""
    return [
        _option(scenario, note)
        for scenario in SCENARIOS.values()
        if scenario.customer_id == customer_id
    ]


def matching(rows: list[RowValues], search: str) -> list[Provider]:
    """The providers whose name, place or id has the text in it."""
    text = search.strip().lower()
    columns = ("provider_name", "city", "state", "provider_id")
    return [
        Provider.model_validate(row)
        for row in rows
        if not text or any(text in str(row[name] or "").lower() for name in columns)
    ]


def _option(scenario: Scenario, note: LakeNote) -> ScenarioOption:
    filed = scenario.submission(today=datetime.now(UTC).date(), as_of=note.as_of)
    draft = ClaimDraft(
        pet_id=filed.pet_id,
        policy_id=filed.policy_id,
        provider_id=filed.provider_id,
        diagnosis_code=filed.diagnosis_code,
        service_date=filed.service_date,
        claim_amount=scenario.stated_amount,
        line_items=[
            BilledItem(description=item.description, amount=item.amount)
            for item in filed.line_items
        ],
        is_emergency=filed.is_emergency,
        invoice_number=filed.invoice_number,
        treatment_notes=filed.treatment_notes,
    )
    return ScenarioOption(
        key=scenario.key,
        title=scenario.title,
        story=scenario.story,
        group=scenario.group,
        outcome=_outcome(scenario),
        draft=draft,
    )


def _outcome(scenario: Scenario) -> Outcome:
    match scenario.outcome:
        case Refused(message):
            return Outcome(kind="refused", text=f"Refused at the door: {message}")
        case Flagged(rules, is_valid):
            end = "goes on to gold" if is_valid else "goes no further"
            broken = ", ".join(sorted(rules))
            return Outcome(
                kind="flagged",
                text=f"Silver flags it ({broken}); it {end}.",
                rules=sorted(rules),
                is_valid=is_valid,
            )
        case InGold(flags):
            signs = f" with signs of fraud: {', '.join(sorted(flags))}" if flags else ""
            return Outcome(kind="gold", text=f"Reaches gold{signs}.", fraud_flags=sorted(flags))

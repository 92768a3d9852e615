"""The values that each category column may hold: their one home.

A column that is not listed here is free text, a number, a date or a boolean.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SPECIES: Final = ("Dog", "Cat")
GENDERS: Final = ("Male", "Female")
PLAN_NAMES: Final = ("Basic", "Standard", "Premium", "Unlimited")

CLAIM_STATUSES: Final = ("Submitted", "In Review", "Approved", "Partially Approved", "Denied")
PAID_STATUSES: Final = ("Approved", "Partially Approved")
DECIDED_STATUSES: Final = (*PAID_STATUSES, "Denied")
POLICY_STATUSES: Final = ("Pending", "Active", "Expired", "Cancelled")

CLAIM_TYPES: Final = ("Accident", "Illness", "Wellness", "Dental", "Behavioral")
CLAIM_CATEGORIES: Final = (
    "Allergy and Skin",
    "Behavior",
    "Cancer",
    "Dental",
    "Ear and Eye",
    "Gastrointestinal",
    "Heart",
    "Hormonal",
    "Infectious Disease",
    "Neurology",
    "Orthopedic",
    "Parasites",
    "Poisoning",
    "Preventive Care",
    "Reproductive",
    "Respiratory",
    "Trauma",
    "Urinary and Kidney",
)

DENIAL_REASONS: Final = (
    "Pre-existing condition",
    "Within waiting period",
    "Wellness not included in plan",
    "Dental not included in plan",
    "Behavioral not included in plan",
    "Annual coverage limit reached",
    "Submitted after filing deadline",
    "Insufficient documentation",
    "Duplicate invoice",
    "Items not covered by plan",
)

CONTACT_METHODS: Final = ("Email", "Phone", "SMS", "Mail")
REFERRAL_SOURCES: Final = (
    "Veterinarian",
    "Friend or Family",
    "Online Search",
    "Social Media",
    "Shelter",
    "Employer Benefit",
    "Breeder",
)
CUSTOMER_SEGMENTS: Final = ("New", "Standard", "Multi-Pet", "Premium", "Prospect")
COUNTRIES: Final = ("USA",)
VACCINATION_STATUSES: Final = ("Up to Date", "Due", "Overdue")
PAYMENT_METHODS: Final = ("Credit Card", "Debit Card", "Bank Transfer", "PayPal")
PAYMENT_FREQUENCIES: Final = ("Monthly", "Quarterly", "Annually")
PROVIDER_TYPES: Final = (
    "General Practice",
    "Emergency Hospital",
    "Specialty Hospital",
    "Mobile Practice",
    "Rehabilitation Center",
)

CATEGORIES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "customers": {
            "country": COUNTRIES,
            "preferred_contact": CONTACT_METHODS,
            "referral_source": REFERRAL_SOURCES,
            "customer_segment": CUSTOMER_SEGMENTS,
        },
        "pets": {
            "species": SPECIES,
            "gender": GENDERS,
            "vaccination_status": VACCINATION_STATUSES,
        },
        "policies": {
            "plan_name": PLAN_NAMES,
            "status": POLICY_STATUSES,
            "payment_method": PAYMENT_METHODS,
            "payment_frequency": PAYMENT_FREQUENCIES,
        },
        "claims": {
            "claim_type": CLAIM_TYPES,
            "claim_category": CLAIM_CATEGORIES,
            "status": CLAIM_STATUSES,
            "denial_reason": DENIAL_REASONS,
        },
        "providers": {"provider_type": PROVIDER_TYPES},
    }
)
"""Allowed values by entity and column; null is judged by the column's own required rule."""

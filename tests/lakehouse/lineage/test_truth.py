"""Lineage against a truth written by hand from the transformations, for more than 60 gold columns.

Each line was made by reading the code of the table and the measures it uses, down to the columns of
the source files: first what the value is made of, then what decides it. What decides about rows
(joins, filters, groups) is another test's.
"""

from __future__ import annotations

import pytest

from lakehouse.lineage import ColumnRef, Lineage, downstream, upstream

FILES = {
    "customers": ("raw/customers.csv",),
    "pets": ("raw/pets.csv",),
    "policies": ("raw/policies.csv",),
    "providers": ("raw/providers.csv",),
    "claims": ("raw/claims.jsonl", "raw/claims/*.json"),
}
"""Source files by the short names used below; claims come in two ways."""

TERM = "policies.effective_date policies.expiration_date policies.cancellation_date"
EARNED = f"policies.monthly_premium {TERM}"
STRUCT = "policies.renewal_count"
"""Beside the earned premium in one struct: for the engine, what is in a struct is all one value."""

TRUTH: dict[str, tuple[str, str]] = {
    # customer 360: names and contact as they are, measures by customer
    "customer_360_view.full_name": ("customers.first_name customers.last_name", ""),
    "customer_360_view.email": ("customers.email", ""),
    "customer_360_view.phone": ("customers.phone", ""),
    "customer_360_view.city": ("customers.city", ""),
    "customer_360_view.state": ("customers.state", ""),
    "customer_360_view.preferred_contact": ("customers.preferred_contact", ""),
    "customer_360_view.marketing_opt_in": ("customers.marketing_opt_in", ""),
    "customer_360_view.customer_segment": ("customers.customer_segment", ""),
    "customer_360_view.customer_since": ("customers.customer_since", ""),
    "customer_360_view.total_pets": ("", ""),
    "customer_360_view.total_dogs": ("", "pets.species"),
    "customer_360_view.total_cats": ("", "pets.species"),
    "customer_360_view.active_policies": ("", TERM),
    "customer_360_view.annual_premium": ("policies.monthly_premium", TERM),
    "customer_360_view.earned_premium": (EARNED, STRUCT),
    "customer_360_view.total_claim_amount": ("claims.claim_amount", ""),
    "customer_360_view.total_paid_amount": ("claims.paid_amount", "claims.status"),
    "customer_360_view.denied_claims": ("", "claims.status"),
    "customer_360_view.emergency_claims": ("", "claims.is_emergency"),
    "customer_360_view.first_claim_date": ("claims.service_date", ""),
    "customer_360_view.last_claim_date": ("claims.service_date", ""),
    "customer_360_view.loss_ratio": (f"claims.paid_amount {EARNED}", f"claims.status {STRUCT}"),
    "customer_360_view.customer_value_tier": ("", f"policies.monthly_premium {TERM}"),
    "customer_360_view.risk_score": (
        f"claims.paid_amount {EARNED}",
        f"claims.status claims.is_emergency pets.species pets.date_of_birth pets.is_active"
        f" pets.pre_existing_conditions {STRUCT}",
    ),
    "customer_360_view.churn_risk": (
        "",
        f"{TERM} claims.status claims.service_date claims.paid_amount",
    ),
    "customer_360_view.days_until_renewal": ("policies.expiration_date", TERM),
    # claims analytics: each claim with what its policy, pet and provider lend it
    "claims_analytics.claim_id": ("claims.claim_id", ""),
    "claims_analytics.claim_number": ("claims.claim_number", ""),
    "claims_analytics.plan_name": ("policies.plan_name", ""),
    "claims_analytics.pet_name": ("pets.pet_name", ""),
    "claims_analytics.species": ("pets.species", ""),
    "claims_analytics.breed": ("pets.breed", ""),
    "claims_analytics.life_stage": ("", "pets.species pets.date_of_birth claims.service_date"),
    "claims_analytics.provider_name": ("providers.provider_name", ""),
    "claims_analytics.provider_type": ("providers.provider_type", ""),
    "claims_analytics.is_in_network": ("providers.is_in_network", ""),
    "claims_analytics.claim_type": ("claims.claim_type", ""),
    "claims_analytics.diagnosis_code": ("claims.diagnosis_code", ""),
    "claims_analytics.year_month": ("claims.service_date", ""),
    "claims_analytics.days_to_submit": ("claims.service_date claims.submitted_date", ""),
    "claims_analytics.days_to_process": ("claims.processing_days", "claims.status"),
    "claims_analytics.denial_reason": ("claims.denial_reason", ""),
    "claims_analytics.claim_amount": ("claims.claim_amount", ""),
    "claims_analytics.paid_amount": ("claims.paid_amount", "claims.status"),
    "claims_analytics.out_of_pocket": ("claims.claim_amount claims.paid_amount", "claims.status"),
    "claims_analytics.size_band": ("", "claims.claim_amount"),
    "claims_analytics.is_emergency": ("claims.is_emergency", ""),
    "claims_analytics.invoice_number": ("claims.invoice_number", ""),
    "claims_analytics.is_repeated_invoice": ("", ""),
    "claims_analytics.is_early_claim": (
        "claims.service_date policies.effective_date policies.renewal_count claims.claim_amount",
        "",
    ),
    "claims_analytics.is_amount_outlier": ("claims.claim_amount", ""),
    # monthly KPIs: months come from treatments and from the terms of policies
    "monthly_kpis.month": (
        f"claims.service_date {TERM}",
        f"policies.monthly_premium {STRUCT}",
    ),
    "monthly_kpis.total_claim_amount": ("claims.claim_amount", ""),
    "monthly_kpis.average_claim_amount": ("claims.claim_amount", ""),
    "monthly_kpis.approved_claims": ("", "claims.status"),
    "monthly_kpis.approval_rate": ("", "claims.status"),
    "monthly_kpis.average_processing_days": ("claims.processing_days", "claims.status"),
    "monthly_kpis.earned_premium": (EARNED, STRUCT),
    "monthly_kpis.new_policies": (
        "",
        f"policies.renewal_count {TERM} policies.monthly_premium",
    ),
    # provider performance
    "provider_performance.state": ("providers.state", ""),
    "provider_performance.accepts_emergency": ("providers.accepts_emergency", ""),
    "provider_performance.total_billed_amount": ("claims.claim_amount", ""),
    "provider_performance.cost_against_peers": ("claims.claim_amount", ""),
    "provider_performance.denial_rate": ("", "claims.status"),
    "provider_performance.average_rating": ("providers.average_rating", ""),
    "provider_performance.provider_tier": (
        "",
        "claims.claim_amount claims.status providers.average_rating providers.is_in_network",
    ),
    # risk scoring
    "risk_scoring.claims_per_year": (TERM, ""),
    "risk_scoring.health_points": (
        "",
        "pets.species pets.date_of_birth pets.is_active pets.pre_existing_conditions",
    ),
    "risk_scoring.emergency_points": ("", "claims.is_emergency"),
    "risk_scoring.denial_points": ("", "claims.status"),
    # cross-sell
    "cross_sell_recommendations.full_name": ("customers.first_name customers.last_name", ""),
    "cross_sell_recommendations.preferred_contact": ("customers.preferred_contact", ""),
}
"""Gold column: source columns its value is made of, and those that only decide it."""


def source_columns(text: str) -> set[ColumnRef]:
    pairs = (name.split(".") for name in text.split())
    return {ColumnRef(file, column) for short, column in pairs for file in FILES[short]}


def from_files(lineage: Lineage, column: ColumnRef, *influences: str) -> set[ColumnRef]:
    return {
        one.column
        for one in upstream(lineage, column).reached
        if one.influence in influences and lineage.datasets[one.column.dataset].stage == "raw"
    }


@pytest.mark.parametrize("name", TRUTH)
def test_a_gold_column_comes_from_the_source_columns_its_code_names(
    lineage: Lineage, name: str
) -> None:
    made_of, decided_by = map(source_columns, TRUTH[name])
    column = lineage.column(f"gold.{name}")
    assert from_files(lineage, column, "direct", "indirect") == made_of | decided_by
    assert made_of <= from_files(lineage, column, "direct")


@pytest.mark.parametrize("name", TRUTH)
def test_a_source_column_goes_into_the_gold_columns_whose_code_names_it(
    lineage: Lineage, name: str
) -> None:
    column = lineage.column(f"gold.{name}")
    for source in source_columns(" ".join(TRUTH[name])):
        assert column.column in downstream(lineage, source).of(column.dataset)

"""Scenarios: claims that are wrong, some refused at the door, some flagged in the lake."""

from __future__ import annotations

from functools import partial
from typing import Final

from insurance import submission
from insurance.scenarios.scenario import Flagged, Refused, When
from insurance.scenarios.writing import scenario

_mistake = partial(scenario, "Mistake")

MISTAKES: Final = (
    _mistake(
        "next-week",
        "A visit that has not happened yet",
        "Maya picked next week in the calendar.",
        pet="Biscuit",
        vet="DEMO-VET-01",
        diagnosis="EAR-01",
        bill="Office exam 62.00; Ear drops 72.00",
        when=When("today", 7),
        outcome=Refused(submission.FUTURE_SERVICE),
    ),
    _mistake(
        "refund",
        "A claim for a refund",
        "The clinic gave money back; that is not a claim.",
        pet="Biscuit",
        vet="DEMO-VET-01",
        diagnosis="EAR-01",
        bill="Refund of ear drops -72.00",
        outcome=Refused(submission.NOTHING_BILLED),
    ),
    _mistake(
        "empty-invoice",
        "An invoice without a line",
        "The photo of the invoice did not upload.",
        pet="Pixel",
        vet="DEMO-VET-01",
        diagnosis="RES-02",
        bill="",
        outcome=Refused(submission.NO_LINE_ITEMS),
    ),
    _mistake(
        "unknown-diagnosis",
        "A diagnosis nobody knows",
        "The code was read off a blurry photo.",
        pet="Luna",
        vet="DEMO-VET-03",
        diagnosis="XYZ-99",
        bill="Office exam 74.00",
        outcome=Refused(submission.UNKNOWN_DIAGNOSIS),
    ),
    _mistake(
        "not-my-dog",
        "Somebody else's dog",
        "Maya files a claim for Luna, who lives with Daniel.",
        pet="Luna",
        vet="DEMO-VET-03",
        diagnosis="SKN-01",
        bill="Recheck exam 62.00; Allergy medication 96.00",
        filed_by="DEMO-001",
        outcome=Refused(submission.FOREIGN_PET),
    ),
    _mistake(
        "not-insured",
        "Nina is not insured",
        "Sofia forgot that only Simba and Rex have a policy.",
        pet="Nina",
        vet="DEMO-VET-06",
        diagnosis="DEN-04",
        bill="Oral exam 66.00; Cleaning 180.00",
        outcome=Refused(submission.NOT_INSURED),
    ),
    _mistake(
        "does-not-add-up",
        "The line items do not add up",
        "The total says 400 dollars, the lines 265.",
        pet="Biscuit",
        vet="DEMO-VET-01",
        diagnosis="GAS-01",
        bill="Office exam 62.00; Anti-nausea injection 68.00; Blood work 135.00",
        days_ago=160,
        stated="400.00",
        outcome=Flagged(frozenset({"line_items_add_up"}), is_valid=True),
    ),
    _mistake(
        "before-the-policy",
        "Treated before the policy began",
        "Scout was seen twelve days before his policy started.",
        pet="Scout",
        vet="DEMO-VET-03",
        diagnosis="PAR-01",
        bill="Office exam 68.00; Fecal test 46.00; Dewormer 32.00",
        when=When("policy_start", -12),
        outcome=Flagged(frozenset({"service_within_policy"}), is_valid=True),
    ),
    _mistake(
        "before-birth",
        "Treated before he was born",
        "A wrong year in the calendar, twenty days before Scout's first.",
        pet="Scout",
        vet="DEMO-VET-03",
        diagnosis="RES-01",
        bill="Office exam 68.00; Cough suppressant 38.00",
        when=When("pet_birth", -20),
        # Who is not yet born has no policy either.
        outcome=Flagged(
            frozenset({"service_after_birth", "service_within_policy"}), is_valid=False
        ),
    ),
    _mistake(
        "lost-decimal-point",
        "The decimal point was lost",
        "2,480.00 dollars became 248,000.",
        pet="Luna",
        vet="DEMO-VET-05",
        diagnosis="RES-05",
        bill="Airway surgery 248000.00",
        days_ago=30,
        outcome=Flagged(frozenset({"amount_plausible"}), is_valid=False),
    ),
    _mistake(
        "unknown-clinic",
        "A clinic nobody knows",
        "The clinic moved and its old number is no longer ours.",
        pet="Mochi",
        vet="PROV-9999999",
        diagnosis="GAS-07",
        bill="Office exam 74.00; Laxative 38.00",
        days_ago=30,
        outcome=Flagged(frozenset({"provider_id_exists"}), is_valid=False),
    ),
)

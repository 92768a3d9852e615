from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from insurance import submission
from insurance.invoices import LineItem
from insurance.submission import Submission, refusal

TODAY = date(2026, 3, 2)
OWNED = {"PET-1": frozenset({"POL-1"}), "PET-2": frozenset[str]()}
GOOD = Submission(
    customer_id="CUST-1",
    pet_id="PET-1",
    policy_id="POL-1",
    provider_id="PROV-1",
    diagnosis_code="EAR-01",
    service_date=TODAY,
    claim_amount=Decimal("120.00"),
    line_items=(LineItem("Exam", Decimal("120.00")),),
    is_emergency=False,
    invoice_number=None,
    treatment_notes="",
)


def test_a_good_claim_is_taken_in() -> None:
    assert refusal(GOOD, TODAY, OWNED) is None


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        (replace(GOOD, pet_id="PET-9"), submission.FOREIGN_PET),
        (replace(GOOD, policy_id="POL-2"), submission.NOT_INSURED),
        (replace(GOOD, pet_id="PET-2", policy_id=None), submission.NOT_INSURED),
        (replace(GOOD, service_date=TODAY + timedelta(days=1)), submission.FUTURE_SERVICE),
        (replace(GOOD, diagnosis_code="?"), submission.UNKNOWN_DIAGNOSIS),
        (replace(GOOD, line_items=()), submission.NO_LINE_ITEMS),
        (replace(GOOD, claim_amount=Decimal(0)), submission.NOTHING_BILLED),
    ],
)
def test_each_refusal_names_its_reason(claim: Submission, message: str) -> None:
    assert refusal(claim, TODAY, OWNED) == message


def test_what_the_lake_should_judge_is_not_refused() -> None:
    unlikely = replace(
        GOOD,
        claim_amount=Decimal(250_000),
        provider_id="PROV-9999999",
        service_date=date(1990, 1, 1),
    )
    assert refusal(unlikely, TODAY, OWNED) is None

"""Scenarios: claims that gold finds suspicious, each for its own reason."""

from __future__ import annotations

from functools import partial
from typing import Final

from insurance.identities import REUSED_INVOICE, RING_INVOICE, RING_PROVIDER_ID
from insurance.scenarios.scenario import InGold, When
from insurance.scenarios.writing import scenario

_fraud = partial(scenario, "Fraud")

FRAUDS: Final = (
    _fraud(
        "same-invoice-again",
        "Biscuit's old invoice, once more",
        "The sprain was paid three months ago; the same invoice is handed in a second time.",
        pet="Biscuit",
        vet="DEMO-VET-01",
        diagnosis="ORT-05",
        bill="Office exam 86.00; Radiographs 174.75; Pain relief 68.00",
        when=When("as_of", -96),
        invoice=REUSED_INVOICE,
        outcome=InGold(frozenset({"is_repeated_invoice"})),
    ),
    _fraud(
        "golden-ear",
        "An ear infection for 1,900 dollars",
        "Ten times what other vets bill for the same diagnosis.",
        pet="Biscuit",
        vet="DEMO-VET-01",
        diagnosis="EAR-01",
        bill="Office exam 320.00; Ear cytology 480.00; Laser therapy 760.00; Ear drops 340.00",
        days_ago=140,
        outcome=InGold(frozenset({"is_amount_outlier"})),
    ),
    _fraud(
        "third-time-this-month",
        "Rex is back for the third time",
        "Three claims for one dog within thirty days, together 1,870 dollars, all from the same "
        "emergency clinic.",
        pet="Rex",
        vet="DEMO-VET-07",
        diagnosis="ORT-05",
        bill="Emergency exam 150.00; Radiographs 195.00; Pain relief 75.00",
        when=When("as_of", -1),
        emergency=True,
        outcome=InGold(frozenset({"is_claim_burst"})),
    ),
    _fraud(
        "nine-days-insured",
        "Simba's operation in the second week",
        "Insured for nine days, then surgery for a swallowed toy he may have had before.",
        pet="Simba",
        vet="DEMO-VET-07",
        diagnosis="GAS-03",
        bill="Emergency exam 150.00; Radiographs 280.00; Anesthesia 390.00; "
        "Enterotomy 1410.00; Hospitalization 250.00",
        when=When("policy_start", 9),
        emergency=True,
        outcome=InGold(frozenset({"is_early_claim"})),
    ),
    _fraud(
        "sunset-invoice",
        "An invoice that others have, too",
        "The clinic is out of network and its invoice number is on four customers' claims.",
        pet="Simba",
        vet=RING_PROVIDER_ID,
        diagnosis="TRA-01",
        bill="Exam 140.00; Sedation 160.00; Wound closure 250.00; Antibiotics 90.00",
        when=When("policy_start", 15),
        invoice=RING_INVOICE,
        outcome=InGold(frozenset({"is_repeated_invoice", "is_provider_ring"})),
    ),
)

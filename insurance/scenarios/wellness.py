"""Scenarios: care that some plans include and others do not."""

from __future__ import annotations

from functools import partial
from typing import Final

from insurance.scenarios.writing import scenario

_wellness = partial(scenario, "Wellness")

WELLNESS: Final = (
    _wellness(
        "senior-screening",
        "Bruno's senior screening",
        "Blood and urine once a year; his plan includes wellness.",
        pet="Bruno",
        vet="DEMO-VET-03",
        diagnosis="WEL-06",
        bill="Wellness exam 74.00; Senior blood panel and urinalysis 141.00",
        days_ago=150,
    ),
    _wellness(
        "annual-exam",
        "Pixel's annual exam",
        "Exam and vaccines. The Basic plan has no wellness, so an adjuster will deny it.",
        pet="Pixel",
        vet="DEMO-VET-01",
        diagnosis="WEL-01",
        bill="Wellness exam 62.00; Core vaccines 76.00",
        days_ago=165,
    ),
    _wellness(
        "separation-anxiety",
        "Scout cannot be alone",
        "He ate the sofa. The Standard plan has no behavioral cover.",
        pet="Scout",
        vet="DEMO-VET-03",
        diagnosis="BEH-01",
        bill="Behavior consultation 185.00; Medication 45.00",
        days_ago=155,
    ),
)

"""Scenarios: conditions that stay, with a visit every few months."""

from __future__ import annotations

from functools import partial
from typing import Final

from insurance.scenarios.writing import scenario

_chronic = partial(scenario, "Chronic")

CHRONIC: Final = (
    _chronic(
        "arthritis",
        "Bruno's monthly injection",
        "Arthritis in both hips; he climbs the stairs again.",
        pet="Bruno",
        vet="DEMO-VET-03",
        diagnosis="ORT-02",
        bill="Recheck exam 62.00; Monthly injection 118.00; Anti-inflammatory 86.00",
        days_ago=40,
    ),
    _chronic(
        "kidney-check",
        "Mochi's kidneys are checked",
        "Creatinine is stable; she even likes the new diet.",
        pet="Mochi",
        vet="DEMO-VET-03",
        diagnosis="URI-03",
        bill="Recheck exam 62.00; Kidney panel 138.00; Fluids for home 54.00; Renal diet 78.00",
        days_ago=12,
    ),
    _chronic(
        "thyroid",
        "Mochi's thyroid runs too fast",
        "Newly found: she ate more and weighed less. Tablets twice a day.",
        pet="Mochi",
        vet="DEMO-VET-03",
        diagnosis="HOR-02",
        bill="Recheck exam 62.00; Thyroid panel 112.00; Methimazole 74.00",
        days_ago=100,
    ),
    _chronic(
        "thick-heart",
        "Mochi sees the cardiologist",
        "A thickened heart wall on ultrasound; two tablets a day from now on.",
        pet="Mochi",
        vet="DEMO-VET-05",
        diagnosis="CAR-02",
        bill="Cardiology consultation 145.00; Echocardiogram 295.00; Medication 76.00",
        days_ago=125,
    ),
    _chronic(
        "hip-dysplasia",
        "Rex's hips are rechecked",
        "Weight plan and pain relief go on; surgery can wait.",
        pet="Rex",
        vet="DEMO-VET-06",
        diagnosis="ORT-03",
        bill="Recheck exam 66.00; Hip radiographs 214.00; Pain relief 122.00",
        days_ago=95,
    ),
)

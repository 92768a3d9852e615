"""Scenarios: accidents, most of them at night or on a weekend."""

from __future__ import annotations

from functools import partial
from typing import Final

from insurance.scenarios.writing import scenario

_accident = partial(scenario, "Accident")

ACCIDENTS: Final = (
    _accident(
        "chocolate-cake",
        "Biscuit ate the birthday cake",
        "Half a chocolate cake was gone before the candles were lit. The emergency clinic made "
        "him vomit and watched his heart overnight.",
        pet="Biscuit",
        vet="DEMO-VET-02",
        diagnosis="POI-01",
        bill="Emergency exam 145.00; Induced vomiting 120.00; Activated charcoal 68.00; "
        "Overnight monitoring 365.00",
        days_ago=2,
        emergency=True,
    ),
    _accident(
        "torn-toenail",
        "Biscuit tore a toenail",
        "A nail caught in the deck. Trimmed, bandaged, and a cone for three days.",
        pet="Biscuit",
        vet="DEMO-VET-01",
        diagnosis="TRA-04",
        bill="Office exam 62.00; Nail trim and bandage 48.00; Pain relief 32.00",
        days_ago=16,
    ),
    _accident(
        "lily-bouquet",
        "Pixel chewed a lily",
        "The bouquet was for Mother's Day. Two days of fluids saved her kidneys.",
        pet="Pixel",
        vet="DEMO-VET-02",
        diagnosis="POI-03",
        bill="Emergency exam 145.00; Blood work 210.00; Hospitalization two nights 860.00; "
        "Intravenous fluids 395.00",
        days_ago=58,
        emergency=True,
    ),
    _accident(
        "balcony-fall",
        "Pixel fell from the balcony",
        "Four floors, one bruised jaw, and a chest that stayed clear.",
        pet="Pixel",
        vet="DEMO-VET-02",
        diagnosis="TRA-07",
        bill="Emergency exam 145.00; Chest and jaw radiographs 340.00; Pain relief 115.00; "
        "Overnight observation 780.00",
        days_ago=108,
        emergency=True,
    ),
    _accident(
        "heat-stroke",
        "Luna collapsed in the heat",
        "A noon walk was too much for a French Bulldog. Cooled down and kept for two nights.",
        pet="Luna",
        vet="DEMO-VET-04",
        diagnosis="TRA-06",
        bill="Emergency exam 155.00; Blood work 260.00; Cooling and oxygen 420.00; "
        "Intensive care two nights 1240.00",
        days_ago=145,
        emergency=True,
    ),
    _accident(
        "foxtail",
        "Scout came home with a foxtail",
        "A grass awn between the toes, removed under sedation.",
        pet="Scout",
        vet="DEMO-VET-03",
        diagnosis="TRA-09",
        bill="Office exam 68.00; Sedation 110.00; Foreign body removal 92.00; Antibiotics 25.00",
        days_ago=3,
    ),
    _accident(
        "broken-leg",
        "Scout broke a leg",
        "He jumped after a frisbee and landed badly. A plate and six screws.",
        pet="Scout",
        vet="DEMO-VET-05",
        diagnosis="TRA-02",
        bill="Emergency exam 155.00; Radiographs 310.00; Anesthesia 420.00; "
        "Fracture repair with plate 1690.00; Hospitalization 275.00",
        days_ago=105,
        emergency=True,
    ),
    _accident(
        "snake-bite",
        "Rex was bitten on the trail",
        "A swollen muzzle after a walk in the Everglades; one vial of antivenom.",
        pet="Rex",
        vet="DEMO-VET-07",
        diagnosis="TRA-08",
        bill="Emergency exam 150.00; Antivenom 720.00; Pain relief 85.00; Observation 195.00",
        days_ago=115,
        emergency=True,
    ),
)

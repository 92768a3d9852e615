"""Scenarios: the everyday illnesses, and a few that are not."""

from __future__ import annotations

from functools import partial
from typing import Final

from insurance.scenarios.writing import scenario

_illness = partial(scenario, "Illness")

ILLNESSES: Final = (
    _illness(
        "ear-infection",
        "Biscuit has an ear infection",
        "Head shaking after a week at the lake. Drops twice a day.",
        pet="Biscuit",
        vet="DEMO-VET-01",
        diagnosis="EAR-01",
        bill="Office exam 62.00; Ear cytology 44.00; Ear cleaner and drops 72.00",
        days_ago=45,
    ),
    _illness(
        "cracked-tooth",
        "Biscuit cracked a tooth",
        "The marrow bone won. One premolar had to go; his plan covers dental care.",
        pet="Biscuit",
        vet="DEMO-VET-01",
        diagnosis="DEN-02",
        bill="Oral exam 62.00; Dental radiographs 118.00; Anesthesia 215.00; Extraction 285.00",
        days_ago=62,
    ),
    _illness(
        "cat-flu",
        "Pixel is sneezing",
        "Runny nose and eyes since the foster kitten moved in.",
        pet="Pixel",
        vet="DEMO-VET-01",
        diagnosis="RES-02",
        bill="Office exam 62.00; Antibiotics 58.00; Eye drops 41.00; Steam therapy 25.00",
        days_ago=24,
    ),
    _illness(
        "bladder-trouble",
        "Pixel strains in the litter box",
        "No bacteria, no stones: stress. Pain relief and a second litter box.",
        pet="Pixel",
        vet="DEMO-VET-01",
        diagnosis="URI-05",
        bill="Office exam 62.00; Urinalysis and culture 128.00; Pain relief 64.00; "
        "Prescription diet 46.00",
        days_ago=75,
    ),
    _illness(
        "vestibular",
        "Bruno lost his balance",
        "His head tilted and he fell to the left; old dogs get better from this.",
        pet="Bruno",
        vet="DEMO-VET-03",
        diagnosis="NEU-02",
        bill="Office exam 74.00; Blood work 168.00; Skull radiographs 190.00; Anti-nausea 66.00",
        days_ago=175,
    ),
    _illness(
        "bloody-diarrhea",
        "Luna has bloody diarrhea",
        "It began at midnight. A night on a drip and she wanted breakfast.",
        pet="Luna",
        vet="DEMO-VET-04",
        diagnosis="GAS-08",
        bill="Emergency exam 155.00; Blood work 245.00; Intravenous fluids 310.00; "
        "Overnight hospitalization 410.00",
        days_ago=20,
        emergency=True,
    ),
    _illness(
        "corneal-ulcer",
        "Luna scratched her eye",
        "Flat-faced dogs meet the world eyes first. Drops six times a day.",
        pet="Luna",
        vet="DEMO-VET-03",
        diagnosis="EYE-02",
        bill="Office exam 74.00; Fluorescein stain 52.00; Eye drops 96.00; Two rechecks 148.00",
        days_ago=50,
    ),
    _illness(
        "hairball",
        "Mochi cannot pass a hairball",
        "Three days without a stool. An enema, fluids and a new diet.",
        pet="Mochi",
        vet="DEMO-VET-03",
        diagnosis="GAS-07",
        bill="Office exam 74.00; Abdominal radiographs 105.00; Enema and fluids 85.00",
        days_ago=35,
    ),
    _illness(
        "kennel-cough",
        "Scout honks like a goose",
        "He brought a cough home from puppy camp.",
        pet="Scout",
        vet="DEMO-VET-03",
        diagnosis="RES-01",
        bill="Office exam 68.00; Chest auscultation and swab 52.00; Cough suppressant 38.00",
        days_ago=45,
    ),
    _illness(
        "lyme",
        "Scout limps on a different leg every day",
        "The quick test for Lyme disease was positive. Four weeks of doxycycline.",
        pet="Scout",
        vet="DEMO-VET-03",
        diagnosis="INF-02",
        bill="Office exam 68.00; Tick-borne disease panel 134.00; Antibiotics 88.00",
        days_ago=130,
    ),
)

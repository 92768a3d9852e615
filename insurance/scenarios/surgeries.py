"""Scenarios: operations, planned and not."""

from __future__ import annotations

from functools import partial
from typing import Final

from insurance.scenarios.writing import scenario

_surgery = partial(scenario, "Surgery")

SURGERIES: Final = (
    _surgery(
        "lipoma",
        "Bruno's lump comes off",
        "Soft, round and benign, but it had begun to bother him.",
        pet="Bruno",
        vet="DEMO-VET-03",
        diagnosis="CAN-03",
        bill="Pre-anesthetic blood work 92.00; Anesthesia 180.00; Mass removal 245.00; "
        "Histology 103.00",
        days_ago=60,
    ),
    _surgery(
        "spleen",
        "Bruno's spleen was bleeding",
        "He went pale at dinner. The tumor was out before midnight.",
        pet="Bruno",
        vet="DEMO-VET-05",
        diagnosis="CAN-04",
        bill="Emergency exam 155.00; Ultrasound 420.00; Splenectomy 2350.00; "
        "Blood transfusion 640.00; Intensive care two nights 785.00",
        days_ago=85,
        emergency=True,
    ),
    _surgery(
        "slipped-disc",
        "Luna cannot move her hind legs",
        "MRI at ten, surgery at noon, first steps a week later.",
        pet="Luna",
        vet="DEMO-VET-05",
        diagnosis="NEU-03",
        bill="Emergency exam 155.00; MRI 1980.00; Hemilaminectomy 3150.00; "
        "Hospitalization three nights 815.00",
        days_ago=115,
        emergency=True,
    ),
    _surgery(
        "kneecap",
        "Luna's kneecap slips",
        "Grade three on the left. The groove was deepened and the ligament moved.",
        pet="Luna",
        vet="DEMO-VET-05",
        diagnosis="ORT-04",
        bill="Consultation 160.00; Radiographs 240.00; Anesthesia 380.00; Patella surgery 1220.00",
        days_ago=175,
    ),
    _surgery(
        "bloat",
        "Rex's stomach twisted",
        "Fifteen minutes after dinner he could not lie down. His Basic plan will reach its limit.",
        pet="Rex",
        vet="DEMO-VET-07",
        diagnosis="GAS-06",
        bill="Emergency exam 150.00; Radiographs 260.00; Stomach surgery with gastropexy 3280.00; "
        "Intensive care two nights 1210.00",
        days_ago=60,
        emergency=True,
    ),
)

"""Whole claims, ready to be filed in the portal, each with the outcome that tests assert.

Days of service are spread so that the scenarios of one pet, filed all together, still keep the
outcome that each declares.
"""

from __future__ import annotations

from typing import Final

from insurance.scenarios.accidents import ACCIDENTS
from insurance.scenarios.chronic import CHRONIC
from insurance.scenarios.frauds import FRAUDS
from insurance.scenarios.illnesses import ILLNESSES
from insurance.scenarios.mistakes import MISTAKES
from insurance.scenarios.scenario import Flagged, InGold, Outcome, Refused, Scenario, When
from insurance.scenarios.surgeries import SURGERIES
from insurance.scenarios.wellness import WELLNESS

SCENARIOS: Final = {
    scenario.key: scenario
    for scenario in (
        *ACCIDENTS,
        *ILLNESSES,
        *SURGERIES,
        *CHRONIC,
        *WELLNESS,
        *FRAUDS,
        *MISTAKES,
    )
}
"""Every scenario by its key, in the order of the portal's list."""

__all__ = ["SCENARIOS", "Flagged", "InGold", "Outcome", "Refused", "Scenario", "When"]

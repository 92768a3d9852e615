"""Every scenario in the browser: what it declares is what its customer meets."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from insurance.scenarios import SCENARIOS, Flagged, InGold, Refused
from insurance.scenarios.scenario import Outcome
from tests.browser.filing import Filed
from tests.browser.people import PRESENTER
from tests.browser.travelling import IN_GOLD, Travel
from tests.browser.visits import Visits

AT_THE_DOOR = [key for key, each in SCENARIOS.items() if isinstance(each.outcome, Refused)]
TAKEN = [key for key in SCENARIOS if key not in AT_THE_DOOR]
SUSPECTED = [
    key
    for key, each in SCENARIOS.items()
    if isinstance(each.outcome, InGold) and each.outcome.fraud_flags
]

VERDICT = re.compile(f"^({IN_GOLD}|The claim stops in silver .*)$")
RULE = re.compile(r"^Rule \w+$")
FLAG = re.compile("^fraud-flag-")


def test_there_are_thirty_and_more() -> None:
    assert len(SCENARIOS) >= 30


@pytest.mark.parametrize("key", AT_THE_DOOR)
def test_a_refused_scenario_says_why(filed: dict[str, Filed], key: str) -> None:
    outcome, answer = SCENARIOS[key].outcome, filed[key]
    assert isinstance(outcome, Refused)
    assert answer.claim_id is None
    assert outcome.message in (answer.refusal or "")


@pytest.mark.parametrize("key", TAKEN)
def test_a_taken_scenario_meets_its_outcome(
    visits: Visits, filed: dict[str, Filed], travelled: Travel, key: str
) -> None:
    who = PRESENTER if key in SUSPECTED else filed[key].email
    page = visits.as_(who, f"/claims/{filed[key].claim_id}")
    assert met(page) == SCENARIOS[key].outcome


@pytest.mark.parametrize("key", SUSPECTED)
def test_signs_of_fraud_are_not_for_the_claims_owner(
    visits: Visits, filed: dict[str, Filed], travelled: Travel, key: str
) -> None:
    page = visits.as_(filed[key].email, f"/claims/{filed[key].claim_id}")
    assert met(page) == InGold(frozenset())


def met(page: Page) -> Outcome:
    """The outcome that a claim's page shows."""
    verdict = page.get_by_text(VERDICT)
    expect(verdict).to_be_visible()
    broken = page.get_by_text(RULE).all_inner_texts()
    rules = frozenset(text.removeprefix("Rule ") for text in broken)
    if rules:
        return Flagged(rules, is_valid=verdict.inner_text() == IN_GOLD)
    flags = page.get_by_test_id(FLAG).all()
    names = [flag.get_attribute("data-testid") or "" for flag in flags]
    return InGold(frozenset(name.removeprefix("fraud-flag-") for name in names))

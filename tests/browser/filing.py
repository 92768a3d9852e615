"""Filing: every scenario handed in through the portal's form, as its customer would."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from insurance.scenarios import SCENARIOS, Refused, Scenario
from tests.browser.people import CUSTOMERS
from tests.browser.visits import Visits

SENT = "Your claim is in the lake"
PATH = re.compile(r"^raw/claims/([\w-]+)\.json$")


@dataclass(frozen=True)
class Filed:
    """What became of a scenario at the door."""

    scenario: Scenario
    email: str
    claim_id: str | None
    """None where it was refused."""
    refusal: str | None


def file_all(visits: Visits) -> dict[str, Filed]:
    """File all scenarios, one after the other, each customer on one page."""
    filed: dict[str, Filed] = {}
    for customer_id, email in CUSTOMERS.items():
        page = visits.as_(email, "/submit")
        for scenario in SCENARIOS.values():
            if scenario.customer_id == customer_id:
                filed[scenario.key] = _file(page, scenario, email)
    return {key: filed[key] for key in SCENARIOS}


def choose(page: Page, scenario: Scenario) -> None:
    """Let a scenario fill the form."""
    page.get_by_role("button", name=re.compile("(Choose a|Another) scenario")).click()
    search = page.get_by_role("dialog").get_by_role("combobox")
    search.fill(scenario.title)
    option = page.get_by_role("option", name=scenario.title)
    option.click()
    expect(option).to_be_hidden()


def submit(page: Page) -> str:
    """Hand the form in and come back with the claim's id."""
    page.get_by_role("button", name="Submit the claim").click()
    expect(page.get_by_role("heading", name=SENT)).to_be_visible()
    return claim_id_on(page)


def claim_id_on(page: Page) -> str:
    """The id of the claim that has just landed, from the name of its file."""
    found = PATH.fullmatch(page.get_by_role("main").get_by_text(PATH).inner_text())
    assert found
    return found[1]


def _file(page: Page, scenario: Scenario, email: str) -> Filed:
    choose(page, scenario)
    if isinstance(scenario.outcome, Refused):
        page.get_by_role("button", name="Submit the claim").click()
        refusal = page.get_by_role("alert").filter(has_text="We cannot take this claim")
        expect(refusal).to_be_visible()
        return Filed(scenario, email, None, refusal.inner_text())
    claim_id = submit(page)
    page.get_by_role("button", name="Submit another").click()
    return Filed(scenario, email, claim_id, None)

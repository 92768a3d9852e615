"""What happens to a claim is seen the moment it happens, on pages that nobody reloads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from insurance.scenarios import SCENARIOS
from lakehouse.history import history
from tests.app.server import Portal
from tests.browser.filing import Filed, submit
from tests.browser.pages import bell, claim_row, number_of, toasts
from tests.browser.people import DANIEL, MAYA, PRESENTER
from tests.browser.travelling import Travel
from tests.browser.visits import Visits

MOCHI = "DEMO-PET-005"


def choose(page: Page, field: str, text: str) -> None:
    """Search a list and choose what was searched for."""
    page.get_by_label(field, exact=True).click()
    page.get_by_role("dialog").get_by_role("combobox").fill(text)
    page.get_by_role("option", name=text).click()


def fill_by_hand(page: Page) -> None:
    """A small bill for Mochi, half a year ago."""
    page.get_by_label("Pet", exact=True).select_option(MOCHI)
    choose(page, "Clinic", "Mile High Veterinary Center")
    choose(page, "Diagnosis", "Constipation and hairball obstruction")
    day = datetime.now(UTC).date() - timedelta(days=190)
    page.get_by_label("Day of treatment").fill(day.isoformat())
    page.get_by_label("Line 1, what for").fill("Office exam")
    page.get_by_label("Line 1, amount in dollars").fill("7.50")
    page.get_by_role("button", name="Add a line").click()
    page.get_by_label("Line 2, what for").fill("Laxative")
    page.get_by_label("Line 2, amount in dollars").fill("4.75")
    expect(page.get_by_label("Summary").get_by_role("status")).to_have_text("$12.25")


def test_a_claim_filled_in_by_hand_arrives_in_another_tab_by_itself(visits: Visits) -> None:
    page = visits.as_(DANIEL, "/submit")
    other = page.context.new_page()
    other.goto("/claims")
    expect(bell(other)).to_be_visible()
    expect(other.get_by_role("list", name="Claims").get_by_role("listitem")).not_to_have_count(0)
    unread = bell(other).inner_text()
    page.bring_to_front()
    fill_by_hand(page)
    claim_id = submit(page)
    expect(claim_row(other, claim_id)).to_contain_text("$12.25")
    expect(claim_row(other, claim_id)).to_contain_text("Submitted")
    expect(toasts(other).filter(has_text=number_of(claim_id))).to_contain_text("has landed")
    expect(bell(other)).not_to_have_text(unread)
    other.bring_to_front()
    toasts(other).get_by_role("button", name="Follow it").press("Enter")
    expect(other.get_by_text("The file is in the lake; the next run takes it in.")).to_be_visible()


def test_a_run_from_the_portal_brings_a_claim_to_gold_while_its_owner_watches(
    portal: Portal, travelled: Travel
) -> None:
    assert travelled.before == ["Raw reached", "Bronze waiting", "Silver not yet", "Gold not yet"]
    assert travelled.after == [
        "Raw reached",
        "Bronze reached",
        "Silver reached",
        "Gold reached",
    ]
    assert travelled.loads == 0
    newest = history(portal.settings, "claims_analytics", most=1)[0]
    assert newest.by == PRESENTER


@pytest.mark.parametrize(
    ("key", "decision"), [("ear-infection", "Approve"), ("annual-exam", "Deny")]
)
def test_a_decision_arrives_where_its_customer_looks(
    visits: Visits, filed: dict[str, Filed], travelled: Travel, key: str, decision: str
) -> None:
    claim_id, amount = filed[key].claim_id, f"${SCENARIOS[key].claim_amount}"
    assert claim_id
    owner = visits.as_(MAYA, f"/claims/{claim_id}")
    expect(owner.get_by_role("main")).to_contain_text(f"We are looking at this claim of {amount}")
    presenter = visits.as_(PRESENTER, f"/decisions?claim={claim_id}")
    form = presenter.get_by_role("form", name="Decision")
    form.get_by_text(decision, exact=True).first.click()
    if decision == "Deny":
        form.get_by_label("Reason").select_option("Wellness not included in plan")
    form.get_by_role("button", name=decision, exact=True).click()
    dialog = presenter.get_by_role("dialog")
    asked = dialog.get_by_role("heading").inner_text()
    dialog.get_by_role("button", name=decision, exact=True).click()

    note, toast = owner.get_by_role("main").get_by_role("status"), toasts(owner)
    if decision == "Deny":
        expect(note.first).to_contain_text(f"Denied. We cannot pay this claim of {amount}.")
        expect(note.first).to_contain_text("Wellness not included in plan")
        expect(toast.filter(has_text="denied")).to_be_visible()
    else:
        paid = asked.removeprefix("Pay ").removesuffix("?")
        expect(note.first).to_contain_text(f"Approved. We pay {paid}.")
        expect(toast.filter(has_text="approved")).to_contain_text(paid)
    expect(owner.get_by_role("main")).to_contain_text("claims/" + f"{claim_id}.2.json")

"""Two people, two browsers: nobody sees anything of the other."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.filing import Filed
from tests.browser.pages import claim_row, number_of
from tests.browser.people import DANIEL, MAYA
from tests.browser.visits import Visits


def test_another_customer_sees_nothing_of_a_claim(visits: Visits, filed: dict[str, Filed]) -> None:
    claim_id = filed["cat-flu"].claim_id
    assert claim_id
    number = number_of(claim_id)
    maya, daniel = visits.as_(MAYA, f"/claims?search={number}"), visits.as_(DANIEL, "/")
    expect(claim_row(maya, claim_id)).to_be_visible()

    daniel.goto(f"/claims?search={number}")
    expect(daniel.get_by_text("No claim fits")).to_be_visible()
    daniel.goto("/notifications")
    expect(daniel.get_by_text("has landed").first).to_be_visible()
    expect(daniel.get_by_text(number)).to_have_count(0)
    visits.watch(daniel).expected.add(404)
    daniel.goto(f"/claims/{claim_id}")
    expect(daniel.get_by_role("alert")).to_contain_text("Not found")
    daniel.goto("/insights")
    expect(daniel).to_have_url(f"{visits.portal.url}/")

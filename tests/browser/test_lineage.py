"""Lineage in a real browser: a click on a column or table goes on from there; lines light up."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from lakehouse.lineage import Lineage
from tests.app.server import Portal
from tests.browser.visits import PHONE, WIDE
from tests.lakehouse.observed import once_observed

COLUMN, TABLES = "lineage-of-a-column", "lineage-of-tables"
RATIO = "vw_customer_360.loss_ratio"
PAID = "silver.fact_claims.paid_amount"


@pytest.fixture(scope="module", autouse=True)
def lineage(portal: Portal) -> Lineage:
    """The lineage of the portal's lake, all of it."""
    return once_observed(portal.settings)


def node(page: Page, name: str) -> Locator:
    """A column or table on the picture."""
    return page.locator(f".picture button[data-id='{name}']")


def chosen(page: Page) -> Locator:
    """What the picture is about."""
    return page.locator(".picture [aria-current=true]")


def opened(browser: Browser, address: str, page: str, viewport: ViewportSize = WIDE) -> Page:
    found = browser.new_page(viewport=viewport)
    found.goto(f"{address}/{page}")
    expect(chosen(found)).to_be_visible()
    return found


def test_a_click_on_a_column_goes_on_from_there_and_back_again(
    chromium: Browser, walkthrough: str
) -> None:
    page = opened(chromium, walkthrough, COLUMN)
    expect(chosen(page)).to_have_attribute("data-id", RATIO)
    node(page, PAID).click()
    expect(chosen(page)).to_have_attribute("data-id", PAID)
    expect(page.get_by_role("combobox", name="Column", exact=False)).to_have_value(PAID)
    for name in ("raw/claims/*.json.paid_amount", "vw_monthly_kpis.loss_ratio"):
        expect(node(page, name)).to_be_visible()
    page.get_by_role("button", name="Back to loss_ratio").click()
    expect(chosen(page)).to_have_attribute("data-id", RATIO)
    page.close()


def test_lines_lead_from_file_to_view_and_light_up_the_way_of_what_is_pointed_at(
    chromium: Browser, walkthrough: str
) -> None:
    page = opened(chromium, walkthrough, COLUMN)
    lines = page.locator(".picture path")
    way = "path[data-from='gold.customer_360_view.loss_ratio'][data-to='" + RATIO + "']"
    expect(page.locator(f".picture {way}")).to_be_attached()
    everything = lines.count()
    node(page, "silver.fact_claims.status").hover()
    lit = page.locator(".picture path.lit")
    expect(page.locator(".picture.focus")).to_be_attached()
    assert 0 < lit.count() < everything
    page.close()


def test_a_table_is_clicked_and_its_columns_are_followed(
    chromium: Browser, walkthrough: str
) -> None:
    page = opened(chromium, walkthrough, TABLES)
    node(page, "silver.dim_pets").click()
    expect(page.get_by_text("petinsure_silver.dim_pets", exact=True)).to_be_visible()
    page.get_by_role("button", name="Follow its columns").click()
    expect(page.get_by_role("heading", name="One column, all the way", exact=True)).to_be_visible()
    expect(chosen(page)).to_have_attribute("data-id", "silver.dim_pets.pet_id")
    page.close()


def test_on_a_phone_the_lanes_are_a_list_and_nothing_runs_over(
    chromium: Browser, walkthrough: str
) -> None:
    page = opened(chromium, walkthrough, COLUMN, PHONE)
    expect(page.locator(".picture.narrow")).to_be_visible()
    node(page, PAID).click()
    expect(chosen(page)).to_have_attribute("data-id", PAID)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.close()

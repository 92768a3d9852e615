"""Pages: parts that several tests look at."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect


def toasts(page: Page) -> Locator:
    """The messages that have just come."""
    return page.get_by_role("region", name=re.compile("^Notifications")).get_by_role("listitem")


def bell(page: Page) -> Locator:
    """The way to the notifications, named by how many are unread."""
    return page.get_by_role("banner").get_by_role("link", name=re.compile("^Notifications, "))


def claim_row(page: Page, claim_id: str) -> Locator:
    """A claim in the list of claims."""
    return page.get_by_role("main").locator(f"a[href='/claims/{claim_id}']")


def number_of(claim_id: str) -> str:
    """The number by which its owner knows a claim of the portal."""
    return claim_id.replace("CLM-", "CN-", 1)


def settle(page: Page) -> None:
    """Wait for a page to have shown all it has."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)

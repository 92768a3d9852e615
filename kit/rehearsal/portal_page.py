"""Portal page: what a customer does on the portal, by its words and by keyboard.

A toast may lie over a button for some seconds; a pointer would wait for it.
"""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

SENT = "Your claim is in the lake"
PATH = re.compile(r"^raw/claims/([\w-]+)\.json$")


def sign_in(page: Page, name: str) -> None:
    """Sign in with one click, as a demo login by its name."""
    page.get_by_role("button", name=re.compile(f"^{name}|{name}")).first.click()
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def choose_story(page: Page, title: str) -> None:
    """Let a scenario of the drop-down fill the form."""
    page.get_by_role("button", name=re.compile("(Choose a|Another) scenario")).press("Enter")
    search = page.get_by_role("dialog").get_by_role("combobox")
    search.fill(title)
    option = page.get_by_role("option", name=title)
    expect(option).to_have_attribute("aria-selected", "true")
    search.press("Enter")
    expect(option).to_be_hidden()


def submit(page: Page) -> None:
    """Hand the form in and wait for the thanks."""
    page.get_by_role("button", name="Submit the claim").press("Enter")
    expect(page.get_by_role("heading", name=SENT)).to_be_visible()


def claim_id_on(page: Page) -> str:
    """The id of the claim that has just landed, from the name of its file."""
    found = PATH.fullmatch(page.get_by_role("main").get_by_text(PATH).inner_text())
    return found[1] if found else ""

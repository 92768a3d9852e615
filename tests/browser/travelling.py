"""Travelling: a claim's way to gold in its owner's browser, while a presenter runs the pipeline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.filing import Filed
from tests.browser.people import MAYA, PRESENTER
from tests.browser.visits import Visits

WATCHED = "chocolate-cake"
"""The scenario whose owner watches."""
RUN = 240_000
"""Milliseconds that a run may take on a busy machine."""
LAYERS = ("Raw", "Bronze", "Silver", "Gold")
IN_GOLD = "The claim counts in every figure."


@dataclass(frozen=True)
class Travel:
    """What was seen in the two browsers."""

    before: list[str]
    after: list[str]
    """The four stations of the claim's journey, before the run and after it."""
    loads: int
    """How often the owner's page was loaded."""


def track(page: Page) -> Locator:
    """The stations of a claim's journey."""
    return page.get_by_role("list", name="Journey through the lake").get_by_role("listitem")


def stations(page: Page) -> list[str]:
    """The stations in words, such as "Gold waiting"."""
    return [" ".join(text.split()) for text in track(page).all_inner_texts()]


def travel(visits: Visits, filed: dict[str, Filed]) -> Travel:
    """Run the pipeline from its page, and watch a claim arrive without touching its page."""
    owner = visits.as_(MAYA, f"/claims/{filed[WATCHED].claim_id}")
    loads: list[str] = []
    owner.on("load", lambda page: loads.append(page.url))
    expect(track(owner).last).to_contain_text("not yet")
    before = stations(owner)
    presenter = visits.as_(PRESENTER, "/pipeline")
    presenter.get_by_role("button", name=re.compile("^Run")).click()
    expect(presenter.get_by_text("A run goes on")).to_be_visible()
    expect(owner.get_by_text(IN_GOLD)).to_be_visible(timeout=RUN)
    expect(presenter.get_by_text("Nothing runs")).to_be_visible(timeout=RUN)
    return Travel(before, stations(owner), len(loads))

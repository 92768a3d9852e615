"""Every page of the portal: accessible in light and dark, and no wider than a phone."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from kit.setup.portal import SOURCE
from tests.browser.filing import Filed
from tests.browser.pages import settle
from tests.browser.people import ANALYST, DANIEL, MAYA, PRESENTER
from tests.browser.travelling import WATCHED, Travel
from tests.browser.visits import PHONE, WIDE, Visits

PAGES = [
    (None, "/login"),
    (None, "/register"),
    (MAYA, "/"),
    (MAYA, "/pets"),
    (MAYA, "/pets/DEMO-PET-001"),
    (MAYA, "/pets/new"),
    (MAYA, "/policies"),
    (MAYA, "/policies/new"),
    (MAYA, "/submit"),
    (DANIEL, "/claims"),
    (MAYA, "/claims/{claim}"),
    (MAYA, "/notifications"),
    (PRESENTER, "/pipeline"),
    (PRESENTER, "/decisions"),
    (ANALYST, "/insights"),
    (ANALYST, "/insights/customers"),
    (ANALYST, "/insights/customers/DEMO-002"),
    (ANALYST, "/insights/claims"),
    (ANALYST, "/insights/risk"),
    (ANALYST, "/insights/cross-sell"),
    (ANALYST, "/insights/providers"),
    (MAYA, "/nowhere"),
]
SHAPES: list[tuple[ViewportSize, Literal["light", "dark"]]] = [(WIDE, "light"), (PHONE, "dark")]
CALM = {"reduced_motion": "reduce"}
"""Colours are judged once they stand still."""


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {node['html']}: {node['failureSummary']}"
        for each in found
        for node in each["nodes"]
    ]


@pytest.mark.parametrize(("email", "path"), PAGES, ids=[path for _, path in PAGES])
def test_a_page_is_accessible_and_fits(
    visits: Visits, filed: dict[str, Filed], travelled: Travel, email: str | None, path: str
) -> None:
    path = path.format(claim=filed[WATCHED].claim_id)
    for size, scheme in SHAPES:
        look = {"viewport": size, "color_scheme": scheme, **CALM}
        page = visits.as_(email, path, **look) if email else visits.visitor(path, **look)
        settle(page)
        assert urlsplit(page.url).path == path
        assert violations(page) == [], f"{scheme}, {size['width']} px"
        room = page.evaluate("document.documentElement.clientWidth")
        assert page.evaluate("document.documentElement.scrollWidth") <= room, f"at {room} px"


def test_no_page_is_left_out() -> None:
    shapes = {re.sub(r"DEMO-[\w-]+|\{\w+\}", "$", path) for _, path in PAGES}
    for routes in (SOURCE / "src/features").glob("*/routes.ts*"):
        for path in re.findall(r'path: "(/.*)"', routes.read_text()):
            shape = re.sub(r"\$\w+", "$", path)
            assert any(known.endswith(shape) for known in shapes), f"{path} of {routes}"

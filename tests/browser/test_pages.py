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
"""What comes up on a page is judged once it stands still."""
COLOURS = """async () => {
    const painted = () => new Promise(requestAnimationFrame);
    await painted();
    await painted();
    const named = (element) => {
        const { color, backgroundColor, fill, stroke } = getComputedStyle(element);
        return [element.tagName, color, backgroundColor, fill, stroke].join(" ");
    };
    return [...document.body.querySelectorAll("main *, nav *, header *")].map(named);
}"""
"""The colours of all there is on a page, once it was painted."""


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
    page = visits.as_(email, path, **CALM) if email else visits.visitor(path, **CALM)
    settle(page)
    assert urlsplit(page.url).path == path
    for size, scheme in SHAPES:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        page.evaluate(COLOURS)
        assert violations(page) == [], f"{scheme}, {size['width']} px"
        room = page.evaluate("document.documentElement.clientWidth")
        assert page.evaluate("document.documentElement.scrollWidth") <= room, f"at {room} px"


@pytest.mark.parametrize(("email", "path"), [(MAYA, "/"), (MAYA, "/pets"), (ANALYST, "/insights")])
def test_a_device_that_turns_dark_turns_every_colour_at_once(
    visits: Visits, travelled: Travel, email: str, path: str
) -> None:
    opened, turned = (visits.as_(email, path, color_scheme=x) for x in ("dark", "light"))
    for page in (opened, turned):
        settle(page)
    assert turned.evaluate(COLOURS) != opened.evaluate(COLOURS)
    turned.emulate_media(color_scheme="dark")
    assert turned.evaluate(COLOURS) == opened.evaluate(COLOURS)


def test_no_page_is_left_out() -> None:
    shapes = {re.sub(r"DEMO-[\w-]+|\{\w+\}", "$", path) for _, path in PAGES}
    for routes in (SOURCE / "src/features").glob("*/routes.ts*"):
        for path in re.findall(r'path: "(/.*)"', routes.read_text()):
            shape = re.sub(r"\$\w+", "$", path)
            assert any(known.endswith(shape) for known in shapes), f"{path} of {routes}"

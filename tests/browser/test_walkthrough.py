"""The walkthrough in a real browser: what only its own script can do there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dashboards.registry import steps, steps_of

FIRST, SECOND = (step.title for step in steps()[:2])


@pytest.fixture
def window(chromium: Browser, walkthrough: str) -> Iterator[Page]:
    """A window at the first step; nothing in it asks another host."""
    context = chromium.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(walkthrough)
    expect(heading(page, FIRST)).to_be_visible()
    yield page
    context.close()
    own = (walkthrough, "data:", "blob:")
    assert [url for url in asked if not url.startswith(own)] == []


def heading(page: Page, title: str) -> Locator:
    """The title of a page."""
    return page.get_by_role("heading", name=title, exact=True)


def test_keys_turn_the_pages(window: Page) -> None:
    expect(window.get_by_role("button", name=f"Next: {SECOND}")).to_be_enabled()
    expect(window.locator("body[data-keyboard=on]")).to_be_attached()
    for key, title in (
        ("ArrowRight", SECOND),
        ("ArrowLeft", FIRST),
        ("PageDown", SECOND),
        ("PageUp", FIRST),
    ):
        window.keyboard.press(key)
        expect(heading(window, title)).to_be_visible()


def test_the_clock_ticks_by_itself_survives_a_reload_and_is_one_viewers_own(
    window: Page, chromium: Browser, walkthrough: str
) -> None:
    window.get_by_role("button", name="Start").click()
    expect(window.get_by_role("button", name="Pause")).to_be_visible()
    now = window.locator(".clock .now")
    expect(now).not_to_have_text("0:00 / 5:00")
    window.reload()
    expect(window.get_by_role("button", name="Pause")).to_be_visible()
    expect(now).not_to_have_text("0:00 / 5:00")
    other = chromium.new_page()
    other.goto(walkthrough)
    expect(other.get_by_role("button", name="Start")).to_be_visible()
    expect(other.locator(".clock .now")).to_have_text("0:00 / 5:00")
    other.close()


TICKS = """
(part) => new Promise((resolve) => {
  const said = []
  const watch = new MutationObserver(() => {
    if (said.push(part.textContent) === 8) resolve(said)
  })
  watch.observe(part, { childList: true })
})
"""
"""What the clock says of the part at its next eight ticks."""


def test_the_clock_shows_the_part_of_the_page_and_no_other(window: Page) -> None:
    last, first = steps_of(1)[-1], steps_of(2)[0]
    window.goto(f"{window.url.partition('?')[0]}{last.key}")
    expect(heading(window, last.title)).to_be_visible()
    window.get_by_role("button", name=f"Next: {first.title}").click()
    expect(heading(window, first.title)).to_be_visible()
    part = window.locator(".clock .part")
    expect(part).to_have_text("Part 2")
    assert set(part.evaluate(TICKS)) == {"Part 2"}


def test_its_type_is_the_portals(window: Page) -> None:
    assert window.evaluate("document.fonts.check('16px \"Figtree Variable\"')")
    loaded = window.evaluate("[...document.fonts].filter((f) => f.status === 'loaded').length")
    assert loaded >= 2

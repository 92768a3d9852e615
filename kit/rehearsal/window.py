"""Window: the walkthrough in a real browser, driven as a presenter does, by what is on the page."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from dashboards.registry import steps
from kit.rehearsal.seen import EVIDENCE, Seen

PATIENCE = 60_000
"""Milliseconds in which a page has to show what is expected of it."""
LONG = 420_000
"""The same for a run of the pipeline, a lesson, or a jump."""

TURNED = """
([press, title]) => new Promise((resolve) => {
  const began = performance.now()
  const look = () => {
    const app = document.querySelector('[data-testid=stApp]')
    const drawn = app && app.dataset.testScriptState === 'notRunning'
    const heading = document.querySelector('.st-key-heading h1')
    const there = heading && heading.textContent.trim() === title
    const stale = document.querySelector('[data-stale=true], [data-testid=stSkeleton]')
    if (drawn && there && !stale) resolve((performance.now() - began) / 1000)
    else requestAnimationFrame(look)
  }
  document.querySelector(press).click()
  requestAnimationFrame(look)
})
"""
"""Press something that turns the page; seconds until the page of that title is drawn."""

RESTED = """
() => new Promise((resolve) => {
  let since = performance.now()
  const look = () => {
    const app = document.querySelector('[data-testid=stApp]')
    const rests = app && app.dataset.testScriptState === 'notRunning' &&
      !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')
    if (!rests) since = performance.now()
    if (performance.now() - since > 100) resolve()
    else requestAnimationFrame(look)
  }
  look()
})
"""
"""Whether the page's script rests: for a moment, since one run may bring on the next."""

GRIDS = """
(within) => [...document.querySelectorAll(`${within} [data-testid=stDataFrame]`)].every(
  (each) => !each.checkVisibility() || each.querySelector('canvas [role=grid] [role=gridcell]'))
"""
"""Whether every grid in sight has been drawn: it comes a moment after the page."""

SAYS = """
(word) => [...document.querySelectorAll(
  '[data-testid=stMain] [role=gridcell], [data-testid=stMain] [role=columnheader], ' +
  '[data-testid=stMain] [data-testid=stAlert]')].some((each) => each.textContent.includes(word))
"""
"""Whether a grid or a refusal of the page has a word."""

SCROLLED = "document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0)"


def css_of(key: str) -> str:
    """The class by which Streamlit marks what has this key."""
    return f".st-key-{re.sub(r'[^a-zA-Z0-9_-]', '-', key)}"


class Window:
    """One window of the walkthrough; every method ends once its outcome is on the page."""

    def __init__(self, page: Page, url: str) -> None:
        """Drive a page that is not opened yet."""
        self.page = page
        self.url = url
        page.set_default_timeout(PATIENCE)

    def open(self, key: str, title: str) -> None:
        """Open a page by its address."""
        found = re.search(r"[?&]v=(\w+)", self.page.url)
        path = "" if key == steps()[0].key else key  # the first step is where one begins
        self.page.goto(f"{self.url}/{path}{f'?v={found[1]}' if found else ''}")
        self.stands(title)

    def turn(self, title: str) -> float:
        """Press Next; the seconds until the page of that title is drawn."""
        expect(self.at("next").locator("button")).to_be_enabled()
        self.drawn()
        return float(self.page.evaluate(TURNED, [f"{css_of('next')} button", title]))

    def by_menu(self, key: str, title: str) -> float:
        """Go to a page by the menu on top; the seconds until it is drawn."""
        link = f"[data-testid=stTopNavDropdownLink][href$='/{key}']"
        self.drawn()
        self.page.locator("[data-testid=stTopNavSection]", has_text="Explore").click()
        self.page.locator(link).wait_for()
        return float(self.page.evaluate(TURNED, [link, title]))

    def stands(self, title: str) -> None:
        """Wait until a page is drawn."""
        expect(self.page.locator(".st-key-heading h1")).to_have_text(title)
        self.drawn()

    def drawn(self) -> None:
        """Wait until the page's script is at rest."""
        self.page.evaluate(RESTED)

    @property
    def viewer(self) -> str:
        """The id of who looks, from the address."""
        found = re.search(r"[?&]v=(\w+)", self.page.url)
        return found[1] if found else ""

    def at(self, key: str) -> Locator:
        """What has a key."""
        return self.page.locator(css_of(key)).first

    def says(self, word: str) -> None:
        """Wait until a grid or a refusal of the page has a word."""
        self.page.wait_for_function(SAYS, arg=word)

    def keys(self, begins: str) -> list[str]:
        """Keys of the page that begin so, from top to bottom."""
        marked = self.page.locator(f"[class*='st-key-{begins}']")
        names = marked.evaluate_all("(all) => all.map((each) => each.className).join(' ')").split()
        keys = (name.removeprefix("st-key-") for name in names)
        return [key for key in dict.fromkeys(keys) if key.startswith(begins)]

    def press(self, key: str) -> None:
        """Press a button."""
        self.at(key).locator("button").first.click()

    def run(self, name: str) -> None:
        """Press a panel's button and wait until what it began has ended."""
        button = self.at(f"do-{name}").locator("button")
        before = "again" in button.inner_text()
        button.click()
        if before:  # its words tell nothing then, but it is off while it runs
            expect(button).to_be_disabled()
        self.at(f"do-{name}").locator("button:enabled", has_text="again").wait_for(timeout=LONG)
        self.drawn()

    def choose(self, key: str, text: str) -> None:
        """Choose an entry of a drop-down by typing it."""
        box = self.at(key).locator("input")
        box.click()
        box.fill(text)
        self.page.get_by_role("option", name=text).first.click()
        self.drawn()

    def pick(self, key: str, text: str) -> None:
        """Pick one of a few choices that are all on the page."""
        self.at(key).get_by_text(text, exact=True).first.click()
        self.drawn()

    def slide(self, key: str, press: str, times: int = 1, *, thumb: int = 0) -> None:
        """Move a slider's thumb by an arrow key."""
        handle = self.at(key).get_by_role("slider").nth(thumb)
        handle.focus()
        for _ in range(times):
            handle.press(press)
        self.drawn()

    def evidence(self, key: str) -> Seen:
        """What an evidence of the page shows."""
        box = self.at(f"evidence-{key}")
        box.wait_for()
        self._grids_are_there(css_of(f"evidence-{key}"))
        return Seen.of(box.evaluate(EVIDENCE))

    def all_evidence(self) -> list[Seen]:
        """Every evidence of the page, from top to bottom."""
        self._grids_are_there("[data-testid=stMain]")
        found = self.page.locator("[class*='st-key-evidence-']")
        return [Seen.of(each) for each in found.evaluate_all(f"(boxes) => boxes.map({EVIDENCE})")]

    def everything(self) -> Seen:
        """The page below its head, taken as one evidence."""
        self._grids_are_there("[data-testid=stMain]")
        return Seen.of(self.page.locator("[data-testid=stMain]").evaluate(EVIDENCE))

    def _grids_are_there(self, within: str) -> None:
        self.page.wait_for_function(GRIDS, arg=within)

    def failures(self) -> list[str]:
        """What the page says went wrong; a refusal that was asked for is none."""
        alerts = self.page.locator("[data-testid=stMain] [data-testid=stAlert]")
        broken = self.page.locator("[data-testid=stException]").all_inner_texts()
        said = [text.split("\n", 1) for text in alerts.all_inner_texts()]
        return broken + [text[-1] for text in said if text[0] == "error"]

    def shoot(self, file: Path, *, show: str | None = None) -> None:
        """A picture of the window, scrolled to what has a key, or to the top."""
        if show is None:
            self.page.evaluate(SCROLLED)
        else:
            self.at(show).evaluate("(box) => box.scrollIntoView({block: 'start'})")
        self.page.screenshot(path=file, type="jpeg", quality=82, animations="disabled")

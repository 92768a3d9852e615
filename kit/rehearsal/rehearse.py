"""Rehearse: every step in its order, in one window, then the pages beside them and mishaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, ViewportSize, expect, sync_playwright
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as NeverCame

from dashboards.registry import pages, steps
from dashboards.step import Step
from kit.browser import Browser
from kit.console import Narration
from kit.rehearsal.mishaps import MISHAPS
from kit.rehearsal.played import Claim, Played, Rehearsed
from kit.rehearsal.readings import Readings
from kit.rehearsal.scene import Memory, Scene
from kit.rehearsal.scripts import Script, look, scripts
from kit.rehearsal.stage import Stage
from kit.rehearsal.window import PATIENCE, Window
from lakehouse.tables import tables

SIZE: ViewportSize = {"width": 1440, "height": 900}


def rehearse(
    stage: Stage, browser: Browser, pictures: Path, told: Rehearsed, narration: Narration
) -> None:
    """Play the whole demo on a stage and note in `told` what became of it."""
    pictures.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(**browser.options())
        try:
            with (
                _window(chromium.new_context, stage.walkthrough, told) as own,
                _window(chromium.new_context, stage.portal, told) as customers,
            ):
                _play_all(_Play(stage, own, customers, pictures, told, narration))
        finally:
            chromium.close()


class _Play:
    """The two windows, and how one step after the other is played in them."""

    def __init__(
        self,
        stage: Stage,
        own: Page,
        customers: Page,
        pictures: Path,
        told: Rehearsed,
        narration: Narration,
    ) -> None:
        self.stage, self.told, self.pictures, self.narration = stage, told, pictures, narration
        self.window = Window(own, stage.walkthrough)
        self.portal = customers
        self.read = Readings(stage.settings)
        self.memory = Memory(
            seeded_files=len(self.read.lake.source_files()),
            seeded_versions={name: self.read.table(name).version() for name in tables()},
        )

    def play(self, played: Played, come: Callable[[Played], None], script: Script) -> None:
        """Come to a page and do what its script says; whatever fails, the rehearsal goes on."""
        self.told.played.append(played)
        scene = Scene(
            self.stage, self.window, self.portal, self.read, self.memory, played, self.pictures
        )
        try:
            come(played)
            script(scene)
            played.claims += _no_failure(scene)
        except Exception as error:  # the rehearsal goes on, the report tells
            played.error = _sentence(error, played)
            self._photograph(scene)
        self._say(played)

    def _photograph(self, scene: Scene) -> None:
        try:
            scene.shoot("Where it stopped")
        except BrowserError:
            return

    def _say(self, played: Played) -> None:
        wrong = played.failures
        many = f"{len(played.claims)} checked, {played.seconds:.1f} s"
        self.narration.say(f"{played.title}: {many}", style="red" if wrong else "green")
        for line in wrong:
            self.narration.say(line, style="red")


def _play_all(play: _Play) -> None:
    play.portal.goto(play.stage.portal)
    known, before = scripts(), False
    for step in steps():
        played = Played(step.key, step.title, step.part)
        play.play(played, _comer(play.window, step, turn=before), known.get(step.key, look))
        before = True
    for page in pages():
        played = Played(page.key, page.title, None)
        play.play(played, _opener(play.window, page.key), known.get(page.key, look))
    for title, (key, script) in MISHAPS.items():
        play.play(Played(key, title, None), lambda _: None, script)


def _comer(window: Window, step: Step, *, turn: bool) -> Callable[[Played], None]:
    """The way to a step: by Next where that leads there, else by its address."""

    def come(played: Played) -> None:
        following = window.page.locator(".st-key-next button", has_text=f"Next: {step.title}")
        if turn and following.count():
            played.page_seconds = window.turn(step.title)
        else:
            window.open(step.key, step.title)

    return come


def _opener(window: Window, key: str) -> Callable[[Played], None]:
    """The way to a page beside the parts: by the menu on top."""

    def come(played: Played) -> None:
        played.page_seconds = window.by_menu(key, played.title)

    return come


def _no_failure(scene: Scene) -> list[Claim]:
    failed = scene.window.failures()
    return [] if not failed else [Claim("No failure on the page", failed[0], "none", "it", False)]


def _sentence(error: Exception, played: Played) -> str:
    """What cut a step off, in one line: what was being done, and what did not come."""
    after = f"at “{played.acts[-1].text}” " if played.acts else ""
    told = " ".join(str(error).split())
    if isinstance(error, NeverCame):
        awaited = re.search(r"waiting for (.+?)(?: - |$)", told)
        return f"{after}it waited in vain for {awaited[1][:160] if awaited else 'the page'}."
    return f"{after}it could not go on ({type(error).__name__}): {told[:240]}"


@contextmanager
def _window(new: Callable[..., BrowserContext], url: str, told: Rehearsed) -> Iterator[Page]:
    """A window whose pages ask nobody but the kit; what they should not do is noted."""
    context = new(viewport=SIZE, base_url=url)
    own = urlsplit(url).hostname

    def asked(address: str) -> None:
        found = urlsplit(address)
        if found.scheme in ("http", "https", "ws", "wss") and found.hostname != own:
            told.problems.append(f"The browser was sent to another host: {address}.")

    context.on("request", lambda request: asked(request.url))
    context.on(
        "weberror", lambda error: told.problems.append(f"A page's script fails: {error.error}.")
    )
    page = context.new_page()
    yield page
    context.close()

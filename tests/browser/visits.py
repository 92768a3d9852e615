"""Visits: browsers of their own for a test, each signed in as somebody, and watched."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, StorageState, ViewportSize

from tests.app.server import Portal
from tests.browser.watch import Watch

WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}


class Visits:
    """Opens browsers to one portal; people sign in once and are remembered."""

    def __init__(self, browser: Browser, portal: Portal, known: dict[str, StorageState]) -> None:
        """Nobody visits yet; `known` holds the sessions that visits of this portal share."""
        self.portal = portal
        self._browser = browser
        self._known = known
        self._open: list[tuple[BrowserContext, Watch]] = []

    def visitor(self, path: str = "/", **options: Any) -> Page:
        """A page of somebody who is not signed in."""
        return self._visit(path, options)

    def as_(self, email: str, path: str = "/", **options: Any) -> Page:
        """A page in a browser of its own, signed in."""
        return self._visit(path, options, state=self._session(email))

    def watch(self, page: Page) -> Watch:
        """What watches the browser of a page."""
        return next(watch for context, watch in self._open if context == page.context)

    def screenshots(self, folder: Path, name: str) -> list[Path]:
        """Pictures of all open pages."""
        pages = [page for context, _ in self._open for page in context.pages]
        places = [folder / f"{name}-{number}.png" for number in range(len(pages))]
        for page, place in zip(pages, places, strict=True):
            page.screenshot(path=place)
        return places

    def end(self) -> list[str]:
        """Close every browser; what they should not have done."""
        problems = []
        for context, watch in self._open:
            for page in context.pages:
                page.evaluate("0")  # what the browser has told by now has arrived here, too
            context.close()
            problems += watch.problems
        self._open.clear()
        return problems

    def _visit(self, path: str, options: dict[str, Any], **more: Any) -> Page:
        state = {"storage_state": more["state"]} if more else {}
        context = self._browser.new_context(
            base_url=self.portal.url, **({"viewport": WIDE} | options), **state
        )
        self._open.append((context, Watch(context, urlsplit(self.portal.url).netloc)))
        page = context.new_page()
        page.goto(path)
        return page

    def _session(self, email: str) -> StorageState:
        if email not in self._known:
            client = self.portal.sign_in(email)
            cookies: list[Any] = [
                {
                    "name": cookie.name,
                    "value": cookie.value,
                    "domain": self.portal.settings.host,
                    "path": "/",
                    "expires": -1,
                    "httpOnly": True,
                    "secure": False,
                    "sameSite": "Strict",
                }
                for cookie in client.cookies.jar
            ]
            self._known[email] = {"cookies": cookies, "origins": []}
        return self._known[email]

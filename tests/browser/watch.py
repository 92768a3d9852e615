"""Watch: what a browser must not do on the portal's pages, noted while a test uses them."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

ANSWERED = "Failed to load resource"
"""How the console tells of an answer above 399; those are judged by their status."""
REFUSED = frozenset({401, 403, 409, 422, 429})
"""What the API says where it refuses something in order."""


class Watch:
    """Notes errors of the console and of scripts, requests to other hosts, failed answers."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        """Watch a context whose pages are served by `host` (with its port)."""
        self.problems: list[str] = []
        self.expected: set[int] = set()
        """Statuses that the test provokes on purpose."""
        self.server_goes_away = False
        """Whether the test stops the server: then requests to it fail, and the console says so."""
        self._host = host
        context.on("console", self._said)
        context.on("weberror", self._threw)
        context.on("request", self._asked)
        context.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type != "error" or message.text.startswith(ANSWERED):
            return
        if not (self.server_goes_away and "WebSocket" in message.text):
            self.problems.append(f"console: {message.text}")

    def _threw(self, error: WebError) -> None:
        self.problems.append(f"script: {error.error}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != self._host:
            self.problems.append(f"request to another host: {request.url}")

    def _answered(self, response: Response) -> None:
        status, path = response.status, urlsplit(response.url).path
        fine = status < 400 or status in self.expected
        if not fine and not (path.startswith("/api/") and status in REFUSED):
            self.problems.append(f"{status} for {path}")

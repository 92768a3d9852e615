"""Server of the tests: the real application, served by uvicorn on a free port in a thread."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
from fastapi import APIRouter

from app.main import create_app
from app.server import server_of
from app.services import Services
from kit.services.ports import any_free_port
from lakehouse.settings import DEMO_PASSWORD, Settings

PATIENCE = 30.0
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Nothing here speaks TLS, and reading the machine's certificates takes each client a while."""


@dataclass
class Portal:
    """A running portal, and browsers that visit it."""

    settings: Settings
    services: Services
    clients: list[httpx.Client] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address, without a trailing slash."""
        return f"http://{self.settings.host}:{self.settings.app_port}"

    def visitor(self) -> httpx.Client:
        """A client that is not signed in."""
        client = httpx.Client(base_url=self.url, timeout=PATIENCE, verify=NO_CERTIFICATES)
        self.clients.append(client)
        return client

    def sign_in(self, email: str, password: str = DEMO_PASSWORD) -> httpx.Client:
        """A client that is signed in."""
        client = self.visitor()
        answer = client.post("/api/accounts/login", json={"email": email, "password": password})
        assert answer.status_code == 200, answer.text
        return client

    def maya(self) -> httpx.Client:
        """Customer DEMO-001, signed in."""
        return self.sign_in("demo1@demologin.com")

    def daniel(self) -> httpx.Client:
        """Customer DEMO-002, signed in."""
        return self.sign_in("demo2@demologin.com")

    def analyst(self) -> httpx.Client:
        """The analyst, signed in."""
        return self.sign_in("analyst@demologin.com")

    def presenter(self) -> httpx.Client:
        """The presenter, signed in."""
        return self.sign_in("presenter@demologin.com")


@contextmanager
def serving(
    settings: Settings, more: APIRouter | None = None, port: int | None = None
) -> Iterator[Portal]:
    """The portal of these settings while the block lasts; on a free port unless told which.

    `more` are routes of the test's own, to see what becomes of what they do.
    """
    port = port or any_free_port(settings.host)
    settings = settings.model_copy(update={"app_port": port})
    app = create_app(settings)
    if more:
        app.include_router(more, prefix="/api")
    server = server_of(app, settings)
    listening = socket.create_server((settings.host, settings.app_port))
    thread = threading.Thread(target=server.run, args=[[listening]], daemon=True)
    thread.start()
    pause = threading.Event()
    while not server.started:
        assert thread.is_alive(), "the portal ended at its start"
        pause.wait(0.02)
    portal = Portal(settings, app.state.services)
    try:
        yield portal
    finally:
        for client in portal.clients:
            client.close()
        server.should_exit = True
        thread.join(PATIENCE)
    assert not thread.is_alive()

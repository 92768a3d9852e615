"""Server: how Streamlit serves the walkthrough: locally, quietly, in the portal's clothes."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit.starlette import App

from dashboards import recording, viewer
from dashboards.registry import steps
from dashboards.show import failed
from dashboards.theme import options
from lakehouse.settings import Settings

MAIN = Path(__file__).with_name("main.py")


def run(settings: Settings) -> None:
    """Serve until told to stop."""
    steps()  # all that pages import is imported now, and no viewer waits for it
    gc.freeze()  # it stays for ever, so no collection need look through it
    viewer.let_old_go()
    recording.let_old_go()
    fonts = settings.home / "tools" / "portal" / "assets"
    routes: list[BaseRoute] = [Route("/health", health)]
    if fonts.is_dir():
        routes.append(Mount("/fonts", StaticFiles(directory=fonts)))
    app = App(MAIN, routes=routes, on_script_error=told)
    app.run(config={**server_options(settings), **options(fonts)})


async def health(request: Request) -> JSONResponse:
    """By what the kit knows that it is this walkthrough that listens here."""
    return JSONResponse({"walkthrough": "ok"})


def server_options(settings: Settings) -> dict[str, Any]:
    """Streamlit's own options."""
    return {
        "server.address": settings.host,
        "server.port": settings.walkthrough_port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.runOnSave": False,
        # Only by its own names: no other site's page may reach it by a name of its own.
        "server.allowedHosts": [settings.host, "localhost"],
        "browser.gatherUsageStats": False,
        "browser.serverAddress": settings.host,
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        "client.showErrorLinks": False,
        "runner.magicEnabled": False,
        # Else every drawn page ends with a full collection: most of the processor time of all.
        "runner.postScriptGC": False,
        "global.developmentMode": False,
        "logger.level": "error",
        "logger.enableRich": False,
    }


def told(error: Exception) -> bool:
    """Show a failure outside of any page as one sentence, too."""
    failed(error)
    return True

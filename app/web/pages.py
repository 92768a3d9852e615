"""Pages: the built React portal, served on the same origin as its API."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse, HTMLResponse, Response

from lakehouse.settings import Settings

NOT_BUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>PetInsure360</title>
<body style="font:18px/1.5 sans-serif;max-width:34em;margin:4em auto;padding:0 1em">
<h1>The portal is not built yet</h1>
<p>Its API works. Run <code>make setup</code> and load this page again.</p></body></html>"""


def portal_folder(settings: Settings) -> Path:
    """Where set-up puts the built portal."""
    return settings.home / "tools" / "portal"


def add_pages(app: FastAPI, settings: Settings) -> None:
    """Serve the portal's files; every other address that is not the API's is one of its pages."""
    folder = portal_folder(settings).resolve()

    @app.get("/{path:path}", include_in_schema=False)
    def page(path: str) -> Response:
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404, "There is no such address in the API.")
        file = (folder / path).resolve()
        if path and file.is_relative_to(folder) and file.is_file():
            return FileResponse(file)
        if path.startswith("assets/"):
            raise HTTPException(404, "There is no such file; load the page again.")
        index = folder / "index.html"
        return FileResponse(index) if index.is_file() else HTMLResponse(NOT_BUILT, 503)

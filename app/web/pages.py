"""Pages: the built React portal, served on the same origin as its API."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app.places import pages_folder
from lakehouse.settings import Settings

NOT_BUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>PetInsure360</title>
<body style="font:18px/1.5 sans-serif;max-width:34em;margin:4em auto;padding:0 1em">
<h1>The portal is not built yet</h1>
<p>Its API works. Run <code>make setup</code> and load this page again.</p></body></html>"""


def add_pages(app: FastAPI, settings: Settings) -> None:
    """Serve the portal's files wherever no route of the API is asked for."""
    app.router.default = Pages(pages_folder(settings.home))


class Pages(StaticFiles):
    """Files of a folder; an address that is no file is one of the portal's own pages."""

    def __init__(self, folder: Path) -> None:
        """The folder may be made later: set-up can run while the server does."""
        super().__init__(directory=folder, check_dir=False)
        self.config_checked = True
        self._index = folder / "index.html"

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, else the portal, which knows the page; the API's addresses are no pages."""
        first = path.replace("\\", "/").partition("/")[0]
        if first == "api":
            raise HTTPException(404, "There is no such address in the API.")
        try:
            return await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404:
                raise
        if first == "assets":
            raise HTTPException(404, "There is no such file; load the page again.")
        if not self._index.is_file():
            return HTMLResponse(NOT_BUILT, 503)
        return await super().get_response("index.html", scope)

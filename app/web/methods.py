"""Methods: which of them an address of the API answers to, over all its routes."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.routing import compile_path


def allowed(app: FastAPI, path: str) -> str:
    """The methods of an address, for the header Allow; empty for one that there is not.

    A route knows its own method only, and an address may have several routes.
    """
    described = app.openapi()["paths"]
    found = {
        method.upper()
        for template, operations in described.items()
        if compile_path(template)[0].match(path)
        for method in operations
    }
    return ", ".join(sorted(found))

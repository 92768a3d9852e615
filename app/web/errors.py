"""Errors: every failure as problem+json (RFC 9457), in one sentence, with the request's id."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from app.accounts.accounts import EmailTaken
from app.database import is_busy
from app.intake.idempotency import KeyUsedOtherwise
from app.web.methods import allowed
from lakehouse.errors import (
    EngineUnavailable,
    LakeEmpty,
    PetInsureError,
    QueryRefused,
    RunInProgress,
    StorageUnavailable,
    UnknownTable,
)

STATUSES: dict[type[PetInsureError], int] = {
    StorageUnavailable: 503,
    EngineUnavailable: 503,
    LakeEmpty: 503,
    RunInProgress: 409,
    EmailTaken: 409,
    KeyUsedOtherwise: 409,
    QueryRefused: 400,
    UnknownTable: 404,
}
"""HTTP status of what the lake's own errors mean for a request."""
LAKE_EMPTY = "urn:petinsure360:problem:lake-empty"
"""Type of the one problem that a first run mends."""

PARTS = {(part,) for part in ("body", "query", "path", "header", "cookie")}

SOON = {"Retry-After": "5"}
BUSY = "Too many people write to the portal's database at once; send the same again in a moment."

UNREADABLE = (UnicodeDecodeError, RecursionError)
"""What is wrong with a body that FastAPI cannot even parse as JSON, and answers with 400."""

log = structlog.get_logger("petinsure")


class FieldError(BaseModel):
    """What is wrong with one field of a request."""

    field: str
    message: str


class Problem(BaseModel):
    """Why a request failed; `detail` is one sentence for people."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "about:blank",
                    "title": "Conflict",
                    "status": 409,
                    "detail": "This Idempotency-Key was used for another request; send a new key.",
                    "request_id": "5d1f0c9a3b7e4f62",
                    "errors": [],
                }
            ]
        }
    )

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    request_id: str
    errors: list[FieldError] = Field(default_factory=list)


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The failures of a route, for its OpenAPI."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": HTTPStatus(status).phrase, "content": content}
        for status in statuses
    }


def add_error_handlers(app: FastAPI) -> None:
    """Answer all failures of an application in this one form."""

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> JSONResponse:
        if error.status_code == 400 and isinstance(error.__cause__, UNREADABLE):
            return bad_input(request, [FieldError(field="request", message="It is no JSON")])
        headers = dict(error.headers or {})
        if error.status_code == 405 and (methods := allowed(app, request.url.path)):
            headers["Allow"] = methods
        return problem(request, error.status_code, str(error.detail), headers=headers)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        # Never what was sent: it may be a password.
        errors = [
            FieldError(
                # Where JSON is broken, there is no field but a place in the text.
                field="request" if e["type"] == "json_invalid" else _field(e["loc"]),
                message=e["msg"].removeprefix("Value error, ").rstrip("."),
            )
            for e in error.errors()
        ]
        return bad_input(request, errors)

    @app.exception_handler(OperationalError)
    def database(request: Request, error: OperationalError) -> JSONResponse:
        if not is_busy(error):
            return unexpected(request, error)
        return problem(request, 503, BUSY, headers=SOON)

    @app.exception_handler(PetInsureError)
    def known(request: Request, error: PetInsureError) -> JSONResponse:
        status = next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), None)
        if status is None:
            return unexpected(request, error)
        headers = SOON if status == 503 else None
        kind = LAKE_EMPTY if isinstance(error, LakeEmpty) else None
        return problem(request, status, str(error), kind=kind, headers=headers)


def bad_input(request: Request, errors: list[FieldError]) -> JSONResponse:
    """Input that is not as the API describes it; the first error is the sentence."""
    first = errors[0]
    return problem(request, 422, f"{first.field}: {first.message}.", errors=errors)


def unexpected(request: Request, error: Exception) -> JSONResponse:
    """A failure that nobody foresaw: the log has its details, the answer only where to look."""
    log.error("unexpected error", request_id=request_id(request), exc_info=error)
    detail = "Something went wrong on our side; the server's log has the details."
    return problem(request, 500, detail)


def problem(
    request: Request,
    status: int,
    detail: str,
    *,
    kind: str | None = None,
    errors: list[FieldError] | None = None,
    headers: Any = None,
) -> JSONResponse:
    """One failure as an answer."""
    found = Problem(
        type=kind or "about:blank",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        request_id=request_id(request),
        errors=errors or [],
    )
    media = "application/problem+json"
    return JSONResponse(found.model_dump(), status, headers=headers, media_type=media)


def request_id(request: Request) -> str:
    """The id that the server gave a request."""
    return str(getattr(request.state, "request_id", ""))


def _field(place: tuple[int | str, ...]) -> str:
    """Name of a field as the client wrote it; `request` for the body as a whole."""
    parts = place[1:] if place[:1] in PARTS else place
    return ".".join(map(str, parts)) or "request"

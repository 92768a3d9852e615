"""Main: the application, put together from its parts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from app.accounts import routes as accounts
from app.accounts.accounts import ensure_demo_accounts
from app.accounts.signing import require_own_secrets, signing_key
from app.decisions import routes as decisions
from app.insights import routes as insights
from app.intake import routes as intake
from app.journey import routes as journey
from app.lake import routes as lake
from app.notifications import routes as notifications
from app.notifications import socket
from app.notifications.schemas import StreamFrame
from app.pipeline import routes as pipeline
from app.services import Services
from app.web import health
from app.web.description import described
from app.web.errors import add_error_handlers
from app.web.gate import Gate
from app.web.pages import add_pages
from lakehouse.settings import Settings

DESCRIPTION = """
Customers hand in claims, which land in the lake as JSON at once; everyone follows them through
bronze, silver and gold. Sign in with `POST /api/accounts/login`; the session is a cookie.
"""

ROUTERS = (
    health.router,
    accounts.router,
    intake.router,
    lake.router,
    journey.router,
    decisions.router,
    notifications.router,
    socket.router,
    pipeline.router,
    insights.router,
)


def create_app(settings: Settings) -> FastAPI:
    """The application of these settings; raises `InsecureDeployment` for secrets everyone knows."""
    require_own_secrets(settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.services = services = Services.of(settings, signing_key(settings))
        ensure_demo_accounts(services.sessions, settings)
        async with services.running():
            yield

    app = Described(
        title="PetInsure360",
        version="0.1.0",
        description=DESCRIPTION,
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation,
    )
    add_error_handlers(app)
    for router in ROUTERS:
        app.include_router(router, prefix="/api")
    add_pages(app, settings)
    app.add_middleware(Gate, settings=settings)
    return app


class Described(FastAPI):
    """An application whose OpenAPI tells of failures and of the stream."""

    def openapi(self) -> dict[str, Any]:
        """The description; made once."""
        if not self.openapi_schema:
            self.openapi_schema = described(super().openapi(), StreamFrame)
        return self.openapi_schema


def _operation(route: APIRoute) -> str:
    """The tag and the function: what a generated client calls an operation."""
    return "_".join([*map(str, route.tags), route.name])

"""Main: the application, put together from its parts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.services import Services
from app.web import health
from lakehouse.settings import Settings

DESCRIPTION = """
Customers hand in claims, which land in the lake as JSON at once; everyone follows them through
bronze, silver and gold. Sign in with `POST /api/accounts/login`; the session is a cookie.
"""


def create_app(settings: Settings) -> FastAPI:
    """The application of these settings."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.services = services = Services.of(settings)
        try:
            yield
        finally:
            services.close()

    app = FastAPI(
        title="PetInsure360",
        version="0.1.0",
        description=DESCRIPTION,
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    for router in (health.router,):
        app.include_router(router, prefix="/api")
    return app

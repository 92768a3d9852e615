"""Server: how the application is served, by one worker."""

from __future__ import annotations

import uvicorn
from fastapi import FastAPI

from app.web.refusals import LONGEST_HEADERS
from lakehouse.settings import Settings

LONGEST_FRAME = 16 * 1024
"""Bytes of what a client says over a WebSocket; nothing of it is listened to."""
CONNECTIONS = 1000
"""More at a time are turned away."""


def server_of(app: FastAPI, settings: Settings) -> uvicorn.Server:
    """The server of an application, to be run on a socket that listens.

    There is one worker: notifications fan out, and sign-ins are counted, within its process.
    """
    config = uvicorn.Config(
        app,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=5,
        http="h11",
        h11_max_incomplete_event_size=LONGEST_HEADERS,
        ws_max_size=LONGEST_FRAME,
        limit_concurrency=CONNECTIONS,
        # Only a shared portal has a proxy before it; elsewhere anybody could name an address.
        proxy_headers=settings.deployment == "shared",
        forwarded_allow_ips="127.0.0.1",
    )
    return uvicorn.Server(config)

"""Server: how the application is served, by one worker."""

from __future__ import annotations

import uvicorn
from fastapi import FastAPI


def server_of(app: FastAPI) -> uvicorn.Server:
    """The server of an application, to be run on a socket that listens.

    There is one worker: notifications fan out, and sign-ins are counted, within its process.
    """
    return uvicorn.Server(
        uvicorn.Config(app, log_config=None, server_header=False, timeout_graceful_shutdown=5)
    )

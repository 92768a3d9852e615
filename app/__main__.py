"""Entry of the server: `python -m app`, one worker on the settings' host and port."""

from __future__ import annotations

import uvicorn

from app.main import create_app
from lakehouse.settings import get_settings


def main() -> None:
    """Serve until told to stop."""
    settings = get_settings()
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.app_port,
        # Notifications fan out within the process: a second worker would not hear them.
        workers=1,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=5,
    )


if __name__ == "__main__":
    main()

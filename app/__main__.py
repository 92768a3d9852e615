"""Entry of the server: `python -m app`, one worker on the settings' host and port."""

from __future__ import annotations

import errno
import socket
import sys

from app.main import create_app
from app.server import server_of
from app.web.logs import configure_logs
from lakehouse.errors import PetInsureError
from lakehouse.settings import Settings, get_settings


class PortTaken(PetInsureError):
    """Something else listens where the portal wants to."""


def main() -> int:
    """Serve until told to stop; 1 where it cannot start."""
    settings = get_settings()
    configure_logs()
    try:
        app, listening = create_app(settings), _listening(settings)
    except PetInsureError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    server_of(app).run([listening])
    return 0


def _listening(settings: Settings) -> socket.socket:
    try:
        return socket.create_server((settings.host, settings.app_port), backlog=512)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        msg = f"Port {settings.app_port} is taken; name another with PETINSURE_APP_PORT."
        raise PortTaken(msg) from error


if __name__ == "__main__":
    sys.exit(main())

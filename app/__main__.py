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


class CannotListen(PetInsureError):
    """The portal does not get the address it should listen on."""


def main() -> int:
    """Serve until told to stop; 1 where it cannot start."""
    settings = get_settings()
    configure_logs()
    try:
        app, listening = create_app(settings), _listening(settings)
    except PetInsureError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    server = server_of(app, settings)
    try:
        server.run([listening])
    except KeyboardInterrupt:  # Ctrl-C, once everything is put away
        return 0
    return 0 if server.started else 1


def _listening(settings: Settings) -> socket.socket:
    place = (settings.host, settings.app_port)
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server(place, family=family, backlog=512)
    except (OSError, OverflowError) as error:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            msg = f"Port {settings.app_port} is taken; name another with PETINSURE_APP_PORT."
        else:
            msg = (
                f"The portal cannot listen on {settings.host}, port {settings.app_port} "
                f"({error}); see PETINSURE_HOST and PETINSURE_APP_PORT."
            )
        raise CannotListen(msg) from error


if __name__ == "__main__":
    sys.exit(main())

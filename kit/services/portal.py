"""Portal: the customer portal and its API, one server on one address."""

from __future__ import annotations

import http.client
import json
import sys

from kit.services.service import Command, Service
from kit.services.site import Site


def command(site: Site) -> Command:
    """The portal's server, by this very Python; it reads the kit's addresses as all others do."""
    site.home.path.mkdir(parents=True, exist_ok=True)
    home = {"PETINSURE_HOME": str(site.home.path), "PETINSURE_STORAGE": site.settings.storage}
    argv = [sys.executable, "-m", "app"]
    return Command(argv, cwd=site.home.path, add={**home, **site.environment})


def answers(site: Site) -> bool:
    """Whether it is the portal that listens there."""
    port = site.settings.app_port
    connection = http.client.HTTPConnection(site.settings.host, port, timeout=2)
    try:
        connection.request("GET", "/api/health")
        return bool(json.loads(connection.getresponse().read()) == {"status": "ok"})
    except (OSError, ValueError, http.client.HTTPException):
        return False
    finally:
        connection.close()


PORTAL = Service(
    name="portal",
    title="Customer portal",
    port_setting="app_port",
    command=command,
    answers=answers,
    url=lambda site: f"http://{site.settings.host}:{site.settings.app_port}",
    seconds_to_start=60,
    seconds_to_stop=30,
    page=True,
)

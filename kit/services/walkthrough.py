"""Walkthrough: the presenter's cockpit and the newcomer's guide, a server of its own."""

from __future__ import annotations

import http.client
import json
import sys

from kit.services.service import Command, Service
from kit.services.site import Site


def command(site: Site) -> Command:
    """The walkthrough's server, by this very Python; it reads the kit's addresses itself."""
    site.home.path.mkdir(parents=True, exist_ok=True)
    home = {"PETINSURE_HOME": str(site.home.path), "PETINSURE_STORAGE": site.settings.storage}
    argv = [sys.executable, "-m", "dashboards"]
    # Another Streamlit's settings on this machine must not steer ours.
    return Command(argv, cwd=site.home.path, drop=("STREAMLIT_",), add={**home, **site.environment})


def answers(site: Site) -> bool:
    """Whether it is the walkthrough that listens there."""
    port = site.settings.walkthrough_port
    connection = http.client.HTTPConnection(site.settings.host, port, timeout=2)
    try:
        connection.request("GET", "/health")
        return bool(json.loads(connection.getresponse().read()) == {"walkthrough": "ok"})
    except (OSError, ValueError, http.client.HTTPException):
        return False
    finally:
        connection.close()


WALKTHROUGH = Service(
    name="walkthrough",
    title="Walkthrough",
    port_setting="walkthrough_port",
    command=command,
    answers=answers,
    url=lambda site: f"http://{site.settings.host}:{site.settings.walkthrough_port}",
    # It has no sign-in, and resets the lake: for a machine of one's own alone.
    needed=lambda site: site.settings.deployment == "local",
    seconds_to_start=90,
    seconds_to_stop=15,
    page=True,
)

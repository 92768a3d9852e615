"""Azurite: Azure's blob storage on this machine, which holds the lake."""

from __future__ import annotations

import http.client

from kit.services.service import Command, Service
from kit.services.site import Site
from lakehouse.storage import blob_endpoint


def command(site: Site) -> Command:
    """Azurite's blob server, by the real Node binary so that signals reach it."""
    site.home.azurite.mkdir(parents=True, exist_ok=True)
    argv = [
        str(site.tools.node),
        str(site.tools.azurite_main),
        *["--blobHost", site.settings.host, "--blobPort", str(site.settings.azurite_port)],
        *["--location", str(site.home.azurite)],
        # The Azure libraries speak newer API versions than it knows, within what it does.
        *["--silent", "--skipApiVersionCheck", "--disableTelemetry"],
    ]
    return Command(argv, cwd=site.home.azurite, drop=("NODE_OPTIONS",), add=site.environment)


def answers(site: Site) -> bool:
    """Whether it is Azurite that listens there; any answer of its own will do."""
    connection = http.client.HTTPConnection(
        site.settings.host, site.settings.azurite_port, timeout=2
    )
    try:
        connection.request("GET", f"/{site.settings.account}?comp=list")
        return "Azurite" in (connection.getresponse().getheader("Server") or "")
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


AZURITE = Service(
    name="azurite",
    title="Azure storage",
    port_setting="azurite_port",
    command=command,
    answers=answers,
    url=lambda site: blob_endpoint(site.settings),
    needed=lambda site: site.settings.storage == "azurite",
    seconds_to_start=60,
    seconds_to_stop=120,
    # It saves its index every few seconds: killed, it forgets writes that it acknowledged.
    may_be_killed=False,
)

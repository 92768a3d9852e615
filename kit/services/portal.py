"""Portal: the customer portal and its API, one server on one address."""

from __future__ import annotations

from kit.services.python_server import module, says
from kit.services.service import Service

PORTAL = Service(
    name="portal",
    title="Customer portal",
    port_setting="app_port",
    command=lambda site: module(site, "app"),
    answers=lambda site: says(site, site.settings.app_port, "/api/health", {"status": "ok"}),
    url=lambda site: f"http://{site.settings.host}:{site.settings.app_port}",
    seconds_to_start=60,
    seconds_to_stop=30,
    page=True,
)

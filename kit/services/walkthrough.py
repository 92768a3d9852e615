"""Walkthrough: the presenter's cockpit and the newcomer's guide, a server of its own."""

from __future__ import annotations

from kit.services.python_server import module, says
from kit.services.service import Service

HEALTHY = {"walkthrough": "ok"}

WALKTHROUGH = Service(
    name="walkthrough",
    title="Walkthrough",
    port_setting="walkthrough_port",
    # Another Streamlit's settings on this machine must not steer ours.
    command=lambda site: module(site, "dashboards", drop=("STREAMLIT_",)),
    answers=lambda site: says(site, site.settings.walkthrough_port, "/health", HEALTHY),
    url=lambda site: f"http://{site.settings.host}:{site.settings.walkthrough_port}",
    # It has no sign-in, and resets the lake: for a machine of one's own alone.
    needed=lambda site: site.settings.deployment == "local",
    seconds_to_start=90,
    seconds_to_stop=15,
    page=True,
)

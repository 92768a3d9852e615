"""Rest: the lake's files at rest on disk for a moment, the engine staying warm."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kit.services.azurite import AZURITE
from kit.services.launch import start, stop, wait_until_it_answers
from kit.services.portal import PORTAL
from kit.services.process import Process
from kit.services.record import changing
from kit.services.site import Site

WRITERS = (PORTAL, AZURITE)
"""Who writes to the lake's and the portal's files, in the order in which they are stopped."""


def data_folder(site: Site) -> Path:
    """Folder that holds all of the lake: Azurite's data, or the containers in `local`."""
    local = site.settings.storage == "local"
    return site.settings.lake_root.resolve() if local else site.home.azurite


@contextmanager
def at_rest(site: Site) -> Iterator[None]:
    """Stop what writes there and runs, and start it again; no other command interferes."""
    with changing(site.home) as record:
        entries = ((service, record.services.get(service.name)) for service in WRITERS)
        running = [(service, entry) for service, entry in entries if entry and entry.alive()]
        for service, entry in running:
            stop(service, entry.process)
        try:
            yield
        finally:
            for service, entry in reversed(running):
                entry.process = Process.of(start(service, site).pid)
            for service, entry in reversed(running):
                wait_until_it_answers(service, site, entry.process)

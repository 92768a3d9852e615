"""Rest: the lake's files at rest on disk for a moment, the engine staying warm."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kit.services.azurite import AZURITE
from kit.services.launch import start, stop, wait_until_it_answers
from kit.services.process import Process
from kit.services.record import changing
from kit.services.site import Site


def data_folder(site: Site) -> Path:
    """Folder that holds all of the lake: Azurite's data, or the containers in `local`."""
    local = site.settings.storage == "local"
    return site.settings.lake_root.resolve() if local else site.home.azurite


@contextmanager
def at_rest(site: Site) -> Iterator[None]:
    """Stop Azurite if it runs, and start it again afterwards; no other command interferes."""
    with changing(site.home) as record:
        entry = record.services.get(AZURITE.name)
        was_running = entry is not None and entry.alive()
        if entry and was_running:
            stop(AZURITE, entry.process)
        try:
            yield
        finally:
            if entry and was_running:
                entry.process = Process.of(start(AZURITE, site).pid)
                wait_until_it_answers(AZURITE, site, entry.process)

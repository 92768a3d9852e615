"""Python server: what the services that are Python modules of this project have in common."""

from __future__ import annotations

import http.client
import json
import sys

from kit.services.service import Command
from kit.services.site import Site


def module(site: Site, name: str, *, drop: tuple[str, ...] = ()) -> Command:
    """A module run by this very Python; it reads the kit's addresses as all others do."""
    site.home.path.mkdir(parents=True, exist_ok=True)
    home = {"PETINSURE_HOME": str(site.home.path), "PETINSURE_STORAGE": site.settings.storage}
    argv = [sys.executable, "-m", name]
    return Command(argv, cwd=site.home.path, drop=drop, add={**home, **site.environment})


def says(site: Site, port: int, path: str, word: dict[str, str]) -> bool:
    """Whether what listens on a port answers a path with just this JSON; within two seconds."""
    connection = http.client.HTTPConnection(site.settings.host, port, timeout=2)
    try:
        connection.request("GET", path)
        return bool(json.loads(connection.getresponse().read()) == word)
    except (OSError, ValueError, http.client.HTTPException):
        return False
    finally:
        connection.close()

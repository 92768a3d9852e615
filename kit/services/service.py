"""Service: what the kit knows of a server it runs."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kit.services.site import Site


@dataclass(frozen=True)
class Command:
    """How a server is started."""

    argv: list[str]
    cwd: Path
    drop: tuple[str, ...] = ()
    """Beginnings of names of environment variables that must not reach it."""
    add: Mapping[str, str] = field(default_factory=dict)
    """Environment variables that it gets besides."""

    def environment(self) -> dict[str, str]:
        """The server's environment: this process's own, less and more what is said here."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(self.drop)}
        return {**kept, **self.add}


@dataclass(frozen=True)
class Service:
    """One server: its command, its port, how one sees that it answers, how it is stopped."""

    name: str
    title: str
    """What the server is, in a few words for people."""
    port_setting: str
    """Name of the setting that holds its port."""
    command: Callable[[Site], Command]
    answers: Callable[[Site], bool]
    """Whether the server answers now; must return within a second or two."""
    url: Callable[[Site], str]
    needed: Callable[[Site], bool] = lambda _: True
    """Whether these settings need the server at all."""
    seconds_to_start: float = 60
    seconds_to_stop: float = 30
    may_be_killed: bool = True
    """False for a server that loses acknowledged writes when it is killed."""
    afterwards: tuple[str, ...] = ()
    """Command to run each time it has started, such as to tell it what it must know."""
    second_try: Callable[[Site], bool] = lambda _: False
    """Mends, where it can, what may have failed a start; whether another try is worth it."""
    page: bool = False
    """Whether its URL is a page for people."""

    def port(self, site: Site) -> int:
        """The port that the settings give it."""
        return int(getattr(site.settings, self.port_setting))

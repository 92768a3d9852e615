"""Site: the settings, tools and home that a service is started with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.home import Home
from kit.toolchain import Toolchain
from lakehouse.settings import Settings


@dataclass(frozen=True)
class Site:
    """Everything a service's command is made from."""

    settings: Settings
    tools: Toolchain
    spark_conf: Mapping[str, str] = field(default_factory=dict)
    """Configuration of the engine beyond the lake's own."""
    java_flags: tuple[str, ...] = ()
    """Flags of the engine's JVM beyond its own; it then uses no AOT cache."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Environment variables of the services beyond this process's own."""

    @property
    def home(self) -> Home:
        """Places of the local state."""
        return Home(self.settings.home.resolve())

    @classmethod
    def of(cls, settings: Settings) -> Site:
        """The site of these settings, its tools in the same home."""
        return cls(settings, Toolchain.of(settings.home))

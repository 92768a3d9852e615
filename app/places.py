"""Places: where in a home the portal keeps its database, its secret and its built pages."""

from __future__ import annotations

from pathlib import Path


def database_file(home: Path) -> Path:
    """The one file of the portal's database."""
    return home / "app" / "portal.db"


def secret_file(home: Path) -> Path:
    """The key that signs this home's sessions."""
    return home / "app" / "secret"


def pages_folder(home: Path) -> Path:
    """The built React portal, as set-up puts it there."""
    return home / "tools" / "portal"

"""Places: where set-up puts things, known before any package is installed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
VENV = PROJECT / ".venv"


def default_home() -> Path:
    """Folder of all local state, as `lakehouse.settings` has it.

    Set-up cannot ask the settings, which need packages that set-up installs.
    """
    return Path(os.environ.get("PETINSURE_HOME") or PROJECT / ".petinsure").resolve()


def venv_executable(name: str) -> Path:
    """A program of the virtual environment."""
    if sys.platform == "win32":
        return VENV / "Scripts" / f"{name}.exe"
    return VENV / "bin" / name

"""The `petinsure` command: each subcommand a thin entry to what the kit and the lakehouse do."""

from __future__ import annotations

from kit.cli.main import main

__all__ = ["main"]

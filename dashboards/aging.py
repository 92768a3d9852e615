"""Aging: which files of the walkthrough's own nobody has written for long."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path


def aged(files: Iterable[Path], kept: timedelta) -> list[Path]:
    """Those of the files that were last written longer ago than that."""
    latest = (datetime.now(UTC) - kept).timestamp()
    return [file for file in files if file.stat().st_mtime < latest]

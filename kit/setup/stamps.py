"""Stamps: a step's record of the inputs it was done for, so that it is done once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path


def fingerprint(inputs: Iterable[Path | str]) -> str:
    """SHA-256 over the contents of files and over plain words, in their order."""
    digest = hashlib.sha256()
    for each in inputs:
        data = each.read_bytes() if isinstance(each, Path) else each.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def is_done(stamp: Path, mark: str) -> bool:
    """Whether the step was finished for exactly these inputs."""
    try:
        return stamp.read_text().strip() == mark
    except FileNotFoundError:
        return False


def mark_done(stamp: Path, mark: str) -> None:
    """Record that the step is finished; a reader sees the old record or the new one whole."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    partial = stamp.with_name(stamp.name + ".partial")
    partial.write_text(mark + "\n")
    partial.replace(stamp)


def replace_folder(partial: Path, place: Path) -> None:
    """Put a finished folder in its place, whatever an earlier one left there."""
    if place.exists():
        old = place.with_name(f"{place.name}.old.{os.getpid()}")
        place.rename(old)
        partial.rename(place)
        remove_folder(old)
    else:
        partial.rename(place)


def remove_folder(folder: Path) -> None:
    """Remove a folder and all in it; one that is not there is no error."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)

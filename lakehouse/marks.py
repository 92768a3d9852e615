"""High-water marks: versions this machine saw committed, kept outside the lake's storage.

An emulator that is killed forgets writes it had acknowledged; its own files cannot tell. What a
run built is therefore noted in the kit's home as well, and compared.
"""

from __future__ import annotations

import json
from pathlib import Path

from filelock import FileLock

from lakehouse.settings import Settings


def marks_file(settings: Settings) -> Path:
    """File of the marks; one for each account or folder that a lake lives in."""
    place = settings.account if settings.storage != "local" else settings.lake_root.name
    return settings.home / "marks" / f"{settings.storage}-{place}.json"


def read_marks(settings: Settings) -> dict[str, int]:
    """Newest version seen of each table, by full name; empty before the first run."""
    try:
        found = json.loads(marks_file(settings).read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return {str(name): int(version) for name, version in found.items()}


def note_marks(settings: Settings, versions: dict[str, int]) -> None:
    """Note versions just committed."""
    path = marks_file(settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    # Tables are built side by side, and each notes its own.
    with FileLock(path.with_suffix(".lock")):
        draft.write_text(json.dumps(read_marks(settings) | versions, indent=1))
        draft.replace(path)


def forget_marks(settings: Settings) -> None:
    """Forget them: the lake was put back or emptied on purpose."""
    marks_file(settings).unlink(missing_ok=True)

"""Recording: the last good run of each thing shown, for the moment when nothing answers."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from dashboards.aging import aged
from dashboards.evidence import Evidence, Fact
from lakehouse.settings import get_settings

NOTE = "evidence.json"
KEPT = timedelta(days=90)
"""For how long a run is kept that nobody has made again."""
DECIMAL = "decimal"


@dataclass(frozen=True)
class Recorded:
    """What was executed then, and when (UTC)."""

    at: datetime
    told: tuple[Evidence, ...]


def keep(name: str, told: Sequence[Evidence]) -> None:
    """Keep a good run under the name of what it shows, in place of the one before."""
    folder = _folder(name)
    folder.mkdir(parents=True, exist_ok=True)
    notes = []
    for number, each in enumerate(told):
        file = f"{number}.parquet" if each.rows is not None else None
        if each.rows is not None:
            _write(each.rows, folder / f"{number}.parquet")
        notes.append(_note(each) | {"rows": file})
    kept = {"at": datetime.now(UTC).isoformat(), "told": notes}
    partial = folder / f"{NOTE}.partial"
    partial.write_text(json.dumps(kept))
    partial.replace(folder / NOTE)


def recorded(name: str) -> Recorded | None:
    """The last good run of that name; None where there was none."""
    folder = _folder(name)
    try:
        kept = json.loads((folder / NOTE).read_text())
        told = tuple(_evidence(note, folder) for note in kept["told"])
        return Recorded(datetime.fromisoformat(kept["at"]), told)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def let_old_go() -> int:
    """Put away runs that were made longer ago than `KEPT`; how many they were."""
    old = aged(_folder("").glob(f"*/{NOTE}"), KEPT)
    for note in old:
        shutil.rmtree(note.parent, ignore_errors=True)
    return len(old)


def _note(each: Evidence) -> dict[str, Any]:
    facts = {
        name: {DECIMAL: str(value)} if isinstance(value, Decimal) else value
        for name, value in each.facts.items()
    }
    plain = ("title", "code", "language", "seconds", "note", "error")
    return {name: getattr(each, name) for name in plain} | {"facts": facts}


def _evidence(note: dict[str, Any], folder: Path) -> Evidence:
    facts: dict[str, Fact] = {
        name: Decimal(value[DECIMAL]) if isinstance(value, dict) else value
        for name, value in note["facts"].items()
    }
    rows = pd.read_parquet(folder / note["rows"]) if note["rows"] else None
    return Evidence(**note | {"facts": facts, "rows": rows})


def _write(rows: pd.DataFrame, place: Path) -> None:
    """Write a result; one with values of mixed kinds goes as text."""
    try:
        rows.to_parquet(place, index=False)
    except (ValueError, TypeError, OverflowError):
        rows.astype(str).to_parquet(place, index=False)


def _folder(name: str) -> Path:
    return get_settings().home / "walkthrough" / "recorded" / name
